#include <algorithm>

#include "nceplan/i18n/texts.hpp"
#include "output/human/grouping.hpp"
#include "output/human/headings.hpp"
#include "output/human/human_cell.hpp"
#include "workbook_sheets.hpp"

namespace nceplan {
namespace {

/// What people look at first stands left; what they look up stands right, what only some runs have at the end.
std::vector<Column> default_columns(const SheetSource& source) {
  std::vector<Column> columns = {
      Column::customer_name,
      Column::product_name,
      Column::seats,
      Column::migration_date,
      Column::window_last_full_day,
      Column::act_by,
      Column::days_left,
      Column::action,
      Column::phase,
      Column::reason,
      Column::term,
      Column::target_term,
      Column::committed_until,
      Column::billing_plan,
      Column::segment,
      Column::category,
      Column::term_end_date,
      Column::renewal_date,
      Column::self_migrate_from,
      Column::self_migrate_until,
      Column::self_migrate_blocker,
      Column::preorder_from,
      Column::window_start,
      Column::window_end,
      Column::actions,
      Column::notes,
      Column::migrated_by,
      Column::nce_product,
      Column::status,
      Column::auto_renew,
      Column::is_addon,
      Column::subscription_name,
      Column::subscription_id,
      Column::base_subscription_id,
      Column::offer_id,
      Column::customer_id,
      Column::customer_domain,
      Column::reseller_id,
      Column::creation_date,
      Column::ineligibility_reason,
      Column::waived_until,
      Column::edition,
      Column::source_file,
      Column::source_line,
  };
  if (!source.rows.plan().all_evidence().sources.empty()) {
    for (const Column column :
         {Column::migration_state, Column::migration_error, Column::completed_at, Column::window_closes_at}) {
      columns.push_back(column);
    }
  }
  if (source.tally.takeovers != 0) {
    for (const Column column : {Column::takeover, Column::provider}) columns.push_back(column);
  }
  return columns;
}

void write_row(const std::vector<Column>& columns, RowCells& cells, SheetWriter& sheet) {
  for (const Column column : columns) {
    const Cell cell = form_of(column) == CellForm::text ? Cell{} : cells[column];
    switch (cell.kind) {
      case Cell::Kind::date:
        sheet.add_date(cell.date);
        break;
      case Cell::Kind::integer:
        sheet.add_number(cell.number);
        break;
      case Cell::Kind::boolean:
        sheet.add_boolean(cell.number != 0);
        break;
      default:
        sheet.add(form_of(column) == CellForm::text ? human_text(cells, column) : std::string());
    }
  }
  sheet.end_row();
}

}  // namespace

CellForm form_of(Column column) {
  switch (type_of(column)) {
    case ColumnType::date:
      return CellForm::date;
    case ColumnType::integer:
      return CellForm::number;
    case ColumnType::boolean:
      return CellForm::boolean;
    default:
      return CellForm::text;
  }
}

void add_optional(SheetWriter& sheet, OptionalDate date) { date ? sheet.add_date(*date) : sheet.add_empty(); }

void write_plan_sheet(const SheetSource& source, WorkbookFile& book) {
  const std::vector<Column> columns = source.options.columns.empty() ? default_columns(source) : source.options.columns;
  SheetPlan plan{
      source.said(SheetText::plan), "nceplan_plan", {}, source.rows.size(), columns.front() == Column::customer_name};
  for (const Column column : columns) {
    plan.columns.push_back({std::string(heading(column, source.options.language)), form_of(column)});
  }
  SheetWriter& sheet = book.add_sheet(std::move(plan));
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i] == Column::days_left) sheet.shade_column(i, due_soon_days, urgent_days);
  }
  RowCells cells(source.rows.plan(), source.options.language);
  const auto write = [&](RowIndex row) {
    cells.load(source.rows.plan().portfolio().block_of(row), row);
    write_row(columns, cells, sheet);
  };
  if (source.options.keep_order) return source.rows.for_each(write);
  for (const ReportGroup& group : grouped(source.rows, source.options)) {
    for (const CustomerGroup& customer : group.customers) {
      std::for_each(customer.rows.begin(), customer.rows.end(), write);
    }
  }
}

}  // namespace nceplan
