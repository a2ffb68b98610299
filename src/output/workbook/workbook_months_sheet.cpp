#include <algorithm>
#include <map>
#include <unordered_set>

#include "nceplan/i18n/texts.hpp"
#include "output/human/headings.hpp"
#include "output/human/timeline.hpp"
#include "workbook_sheets.hpp"

namespace nceplan {
namespace {

struct MonthTotals {
  std::unordered_set<std::uint32_t> customers;  ///< their groups
  std::uint64_t subscriptions = 0;
  std::int64_t seats = 0;
  std::uint64_t urgent = 0;
};

}  // namespace

void write_months_sheet(const SheetSource& source, WorkbookFile& book) {
  RowCells cells(source.rows.plan(), source.options.language);
  std::map<Date, MonthTotals> months;
  MonthTotals undated;
  source.rows.for_each([&](RowIndex row) {
    cells.load(source.rows.plan().portfolio().block_of(row), row);
    const PlanEntry& entry = cells.entry();
    MonthTotals& month = entry.migration.date ? months[first_of_month(*entry.migration.date)] : undated;
    month.customers.insert(source.rows.plan().customer_group(cells.subscription()));
    ++month.subscriptions;
    month.seats += std::max(cells.subscription().seats, 0);
    month.urgent += is_pressing(entry, source.as_of()) ? 1U : 0U;
  });
  SheetPlan plan{source.said(SheetText::months), "nceplan_months", {}, 0, false};
  plan.rows = months.size() + (undated.subscriptions != 0 ? 1 : 0);
  plan.columns = {{source.said(SheetText::month), CellForm::month},
                  {source.said(SheetText::customers), CellForm::number},
                  {source.said(SheetText::subscriptions), CellForm::number},
                  {std::string(heading(Column::seats, source.options.language)), CellForm::number},
                  {source.said(SheetText::urgent), CellForm::number}};
  SheetWriter& sheet = book.add_sheet(std::move(plan));
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

}  // namespace nceplan
