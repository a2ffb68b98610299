#include <algorithm>

#include "nceplan/i18n/texts.hpp"
#include "output/human/grouping.hpp"
#include "output/human/headings.hpp"
#include "output/human/human_cell.hpp"
#include "workbook_sheets.hpp"

namespace nceplan {
namespace {

/// What a customer has to expect, over all of its rows that are shown.
struct CustomerTotals {
  std::uint64_t subscriptions = 0;
  std::int64_t seats = 0;
  std::uint64_t urgent = 0;
  OptionalDate next_migration;  ///< the first one that is not over
  OptionalDate act_by;          ///< of the action that is due first
  std::string next_step;

  void add(const RowCells& cells, Date as_of) {
    const PlanEntry& entry = cells.entry();
    ++subscriptions;
    seats += std::max(cells.subscription().seats, 0);
    urgent += is_pressing(entry, as_of) ? 1U : 0U;
    const OptionalDate migration = entry.migration.date;
    if (migration && *migration >= as_of && (!next_migration || *migration < *next_migration)) {
      next_migration = migration;
    }
    const OptionalDate due = entry.primary().due;
    const bool first = due && (!act_by || *due < *act_by);
    if (first) act_by = due;
    if (first || next_step.empty()) next_step = nceplan::next_step(cells);
  }
};

void write_customer(const CustomerGroup& customer, RowCells& cells, SheetWriter& sheet) {
  const Portfolio& portfolio = cells.plan().portfolio();
  const Date as_of = cells.plan().context().as_of;
  CustomerTotals totals;
  for (const RowIndex row : customer.rows) {
    cells.load(portfolio.block_of(row), row);
    totals.add(cells, as_of);
  }
  sheet.add(customer.name);
  sheet.add_number(static_cast<std::int64_t>(totals.subscriptions));
  sheet.add_number(totals.seats);
  sheet.add_number(static_cast<std::int64_t>(totals.urgent));
  add_optional(sheet, totals.next_migration);
  add_optional(sheet, totals.act_by);
  if (totals.act_by) {
    sheet.add_number((*totals.act_by).days() - as_of.days());
  } else {
    sheet.add_empty();
  }
  sheet.add(totals.next_step);
  cells.load(portfolio.block_of(customer.rows.front()), customer.rows.front());
  for (const Column column : {Column::customer_id, Column::customer_domain, Column::reseller_id}) {
    sheet.add(human_text(cells, column));
  }
  sheet.end_row();
}

}  // namespace

void write_customers_sheet(const SheetSource& source, WorkbookFile& book) {
  ReportOptions by_customer = source.options;
  by_customer.group_by = GroupBy::customer;
  const std::vector<ReportGroup> groups = grouped(source.rows, by_customer);
  SheetPlan plan{source.said(SheetText::customers), "nceplan_customers", {}, 0, true};
  for (const ReportGroup& group : groups) plan.rows += group.customers.size();
  const auto column = [&](Column of) {
    return SheetColumn{std::string(heading(of, source.options.language)), form_of(of)};
  };
  plan.columns = {column(Column::customer_name),
                  {source.said(SheetText::subscriptions), CellForm::number},
                  column(Column::seats),
                  {source.said(SheetText::urgent), CellForm::number},
                  {source.said(SheetText::next_migration), CellForm::date},
                  column(Column::act_by),
                  column(Column::days_left),
                  column(Column::action),
                  column(Column::customer_id),
                  column(Column::customer_domain),
                  column(Column::reseller_id)};
  SheetWriter& sheet = book.add_sheet(std::move(plan));
  constexpr std::size_t days_left_column = 6;
  sheet.shade_column(days_left_column, due_soon_days, urgent_days);
  RowCells cells(source.rows.plan(), source.options.language);
  for (const ReportGroup& group : groups) {
    for (const CustomerGroup& customer : group.customers) write_customer(customer, cells, sheet);
  }
}

}  // namespace nceplan
