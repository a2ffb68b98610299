// A plan as an Excel workbook: the plan itself, what it means per customer and per month, and what was found in the
// exports. Dates, numbers and yes or no are such; texts are in the chosen language.
#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "i18n/format_text.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/i18n/texts.hpp"
#include "nceplan/output/workbook.hpp"
#include "output/grouping.hpp"
#include "output/headings.hpp"
#include "output/human_cell.hpp"
#include "output/report_frame.hpp"
#include "output/workbook_file.hpp"
#include "output/workbook_headings.hpp"

namespace nceplan {
namespace {

/// What people look at first stands left; what they look up stands right.
const std::vector<Column>& default_columns() {
  static const std::vector<Column> columns = {
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
  return columns;
}

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
    urgent += is_urgent(entry, as_of) ? 1U : 0U;
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

struct MonthTotals {
  std::set<std::string> customers;
  std::uint64_t subscriptions = 0;
  std::int64_t seats = 0;
  std::uint64_t urgent = 0;
};

Date first_of_month(Date date) {
  const YearMonthDay day = year_month_day(date);
  return Date::from_ymd(day.year, day.month, 1).value();
}

class WorkbookWriter {
 public:
  WorkbookWriter(const SelectedRows& rows, const ReportOptions& options, const Diagnostics& diagnostics,
                 const std::string& path)
      : rows_(rows),
        options_(options),
        diagnostics_(diagnostics),
        as_of_(rows.plan().context().as_of),
        head_(head_lines(rows, options)),
        book_(path, {head_.front(), head_.back(), as_of_}, options.language),
        cells_(rows.plan(), options.language) {}

  void write() {
    if (!options_.summary) write_plan();
    write_customers();
    write_months();
    write_diagnostics();
    book_.close();
  }

 private:
  std::string said(SheetText text) const { return std::string(sheet_text(text, options_.language)); }
  void load(RowIndex row) { cells_.load(rows_.plan().portfolio().block_of(row), row); }

  void write_plan();
  void write_plan_row(const std::vector<Column>& columns, SheetWriter& sheet);
  void write_customers();
  void write_customer(const CustomerGroup& customer, SheetWriter& sheet);
  void write_months();
  void write_diagnostics();
  void write_remark(std::string_view remark, SheetWriter& sheet);
  void write_diagnostic(const Diagnostic& diagnostic, SheetWriter& sheet);

  static constexpr int soon_days = 30;
  static constexpr int now_days = 7;

  const SelectedRows& rows_;
  const ReportOptions& options_;
  const Diagnostics& diagnostics_;
  Date as_of_;
  std::vector<std::string> head_;
  WorkbookFile book_;
  RowCells cells_;
};

void WorkbookWriter::write_plan() {
  const std::vector<Column>& columns = options_.columns.empty() ? default_columns() : options_.columns;
  SheetPlan plan{said(SheetText::plan), "nceplan_plan", {}, rows_.size(), columns.front() == Column::customer_name};
  for (const Column column : columns) {
    plan.columns.push_back({std::string(heading(column, options_.language)), form_of(column)});
  }
  SheetWriter& sheet = book_.add_sheet(std::move(plan));
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i] == Column::days_left) sheet.shade_column(i, soon_days, now_days);
  }
  const auto write_row = [&](RowIndex row) {
    load(row);
    write_plan_row(columns, sheet);
  };
  if (options_.keep_order) return rows_.for_each(write_row);
  for (const ReportGroup& group : grouped(rows_, options_)) {
    for (const CustomerGroup& customer : group.customers) {
      std::for_each(customer.rows.begin(), customer.rows.end(), write_row);
    }
  }
}

void WorkbookWriter::write_plan_row(const std::vector<Column>& columns, SheetWriter& sheet) {
  for (const Column column : columns) {
    const Cell cell = form_of(column) == CellForm::text ? Cell{} : cells_[column];
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
        sheet.add(form_of(column) == CellForm::text ? human_text(cells_, column) : std::string());
    }
  }
  sheet.end_row();
}

void WorkbookWriter::write_customers() {
  ReportOptions by_customer = options_;
  by_customer.group_by = GroupBy::customer;
  const std::vector<ReportGroup> groups = grouped(rows_, by_customer);
  SheetPlan plan{said(SheetText::customers), "nceplan_customers", {}, 0, true};
  for (const ReportGroup& group : groups) plan.rows += group.customers.size();
  const auto column = [&](Column of) { return SheetColumn{std::string(heading(of, options_.language)), form_of(of)}; };
  plan.columns = {column(Column::customer_name),
                  {said(SheetText::subscriptions), CellForm::number},
                  column(Column::seats),
                  {said(SheetText::urgent), CellForm::number},
                  {said(SheetText::next_migration), CellForm::date},
                  column(Column::act_by),
                  column(Column::days_left),
                  column(Column::action),
                  column(Column::customer_id),
                  column(Column::customer_domain),
                  column(Column::reseller_id)};
  SheetWriter& sheet = book_.add_sheet(std::move(plan));
  constexpr std::size_t days_left_column = 6;
  sheet.shade_column(days_left_column, soon_days, now_days);
  for (const ReportGroup& group : groups) {
    for (const CustomerGroup& customer : group.customers) write_customer(customer, sheet);
  }
}

void WorkbookWriter::write_customer(const CustomerGroup& customer, SheetWriter& sheet) {
  CustomerTotals totals;
  for (const RowIndex row : customer.rows) {
    load(row);
    totals.add(cells_, as_of_);
  }
  sheet.add(customer.name);
  sheet.add_number(static_cast<std::int64_t>(totals.subscriptions));
  sheet.add_number(totals.seats);
  sheet.add_number(static_cast<std::int64_t>(totals.urgent));
  add_optional(sheet, totals.next_migration);
  add_optional(sheet, totals.act_by);
  if (totals.act_by) {
    sheet.add_number((*totals.act_by).days() - as_of_.days());
  } else {
    sheet.add_empty();
  }
  sheet.add(totals.next_step);
  load(customer.rows.front());
  for (const Column column : {Column::customer_id, Column::customer_domain, Column::reseller_id}) {
    sheet.add(human_text(cells_, column));
  }
  sheet.end_row();
}

void WorkbookWriter::write_months() {
  std::map<Date, MonthTotals> months;
  MonthTotals undated;
  rows_.for_each([&](RowIndex row) {
    load(row);
    const PlanEntry& entry = cells_.entry();
    MonthTotals& month = entry.migration.date ? months[first_of_month(*entry.migration.date)] : undated;
    month.customers.insert(rows_.plan().portfolio().to_string(cells_.customer().id) + '\n' +
                           customer_label(rows_.plan(), cells_.subscription(), options_.language));
    ++month.subscriptions;
    month.seats += std::max(cells_.subscription().seats, 0);
    month.urgent += is_urgent(entry, as_of_) ? 1U : 0U;
  });
  SheetPlan plan{said(SheetText::months), "nceplan_months", {}, 0, false};
  plan.rows = months.size() + (undated.subscriptions != 0 ? 1 : 0);
  plan.columns = {{said(SheetText::month), CellForm::month},
                  {said(SheetText::customers), CellForm::number},
                  {said(SheetText::subscriptions), CellForm::number},
                  {std::string(heading(Column::seats, options_.language)), CellForm::number},
                  {said(SheetText::urgent), CellForm::number}};
  SheetWriter& sheet = book_.add_sheet(std::move(plan));
  const auto write = [&](OptionalDate month, const MonthTotals& totals) {
    add_optional(sheet, month);
    sheet.add_number(static_cast<std::int64_t>(totals.customers.size()));
    sheet.add_number(static_cast<std::int64_t>(totals.subscriptions));
    sheet.add_number(totals.seats);
    sheet.add_number(static_cast<std::int64_t>(totals.urgent));
    sheet.end_row();
  };
  for (const auto& [month, totals] : months) write(month, totals);
  if (undated.subscriptions != 0) write({}, undated);
}

/// Above the problems stands what the table says around its rows: a workbook must tell under what it was made.
void WorkbookWriter::write_diagnostics() {
  std::vector<std::string> remarks = head_;
  ReportOptions without_hint = options_;
  without_hint.hint.clear();
  for (std::string& line : foot_lines(rows_, tally_of(rows_), without_hint)) remarks.push_back(std::move(line));
  for (std::size_t code = 0; code < diagnostic_code_count; ++code) {
    const auto counted = static_cast<DiagnosticCode>(code);
    const auto kept = std::count_if(diagnostics_.kept().begin(), diagnostics_.kept().end(),
                                    [counted](const Diagnostic& diagnostic) { return diagnostic.code == counted; });
    const std::uint64_t more = diagnostics_.count(counted) - static_cast<std::uint64_t>(kept);
    if (more != 0) remarks.push_back(format_text(Text::more_of_kind, options_.language, more, to_code(counted)));
  }
  SheetPlan plan{said(SheetText::diagnostics), "nceplan_diagnostics", {}, 0, false};
  plan.rows = remarks.size() + diagnostics_.kept().size();
  for (const SheetText head :
       {SheetText::severity, SheetText::message, SheetText::expected, SheetText::fix, SheetText::file, SheetText::sheet,
        SheetText::line, SheetText::column, SheetText::field, SheetText::seen, SheetText::code}) {
    const bool number = head == SheetText::line || head == SheetText::column;
    plan.columns.push_back({said(head), number ? CellForm::number : CellForm::text});
  }
  SheetWriter& sheet = book_.add_sheet(std::move(plan));
  for (const std::string& remark : remarks) write_remark(trim(remark), sheet);
  for (const Diagnostic& diagnostic : diagnostics_.kept()) write_diagnostic(diagnostic, sheet);
}

void WorkbookWriter::write_remark(std::string_view remark, SheetWriter& sheet) {
  sheet.add(word(Severity::info, options_.language));
  sheet.add(remark);
  sheet.end_row();
}

void WorkbookWriter::write_diagnostic(const Diagnostic& diagnostic, SheetWriter& sheet) {
  const Language language = options_.language;
  sheet.add(word(diagnostic.severity, language));
  sheet.add(message(diagnostic, language));
  sheet.add(expectation(diagnostic, language));
  sheet.add(fix(diagnostic, language));
  sheet.add(escape_controls(diagnostic.where.file));
  sheet.add(escape_controls(diagnostic.where.sheet));
  for (const std::uint64_t number : {diagnostic.where.line, std::uint64_t{diagnostic.where.column}}) {
    number != 0 ? sheet.add_number(static_cast<std::int64_t>(number)) : sheet.add_empty();
  }
  sheet.add(escape_controls(diagnostic.where.field));
  sheet.add(escape_controls(diagnostic.seen));
  sheet.add(to_code(diagnostic.code));
  sheet.end_row();
}

void require_room(const SelectedRows& rows, const ReportOptions& options, const std::string& name) {
  if (options.summary || rows.size() <= most_sheet_rows) return;
  throw Failure({.code = DiagnosticCode::sheet_full,
                 .where = {.file = name, .field = {}},
                 .details = {std::to_string(rows.size()), std::to_string(most_sheet_rows)}});
}

}  // namespace

bool can_write_workbooks() { return true; }

void write_workbook(const SelectedRows& rows, const ReportOptions& options, const Diagnostics& diagnostics,
                    const std::string& path) {
  require_room(rows, options, path);
  WorkbookWriter(rows, options, diagnostics, path).write();
}

}  // namespace nceplan
