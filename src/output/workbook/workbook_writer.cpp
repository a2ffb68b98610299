// A plan as an Excel workbook: the plan itself, what it means per customer and per month, and what was found in the
// exports. Dates, numbers and yes or no are such; texts are in the chosen language.
#include "nceplan/output/workbook.hpp"
#include "output/human/report_frame.hpp"
#include "workbook_file.hpp"
#include "workbook_sheets.hpp"

namespace nceplan {
namespace {

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
  const SheetSource source{rows, options, diagnostics, head_lines(rows, options), tally_of(rows)};
  WorkbookFile book(path, {source.head.front(), source.head.back(), source.as_of()}, options.language);
  if (!options.summary) write_plan_sheet(source, book);
  write_customers_sheet(source, book);
  write_months_sheet(source, book);
  write_diagnostics_sheet(source, book);
  book.close();
}

}  // namespace nceplan
