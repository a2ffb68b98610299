// The sheets of a plan's workbook; each is written in one piece and in the order of calls.
#pragma once

#include <string>
#include <vector>

#include "nceplan/output/report.hpp"
#include "output/cell.hpp"
#include "output/human/report_frame.hpp"
#include "workbook_file.hpp"
#include "workbook_headings.hpp"

namespace nceplan {

/// What sheets are made of; it must outlive their writing.
struct SheetSource {
  const SelectedRows& rows;
  const ReportOptions& options;
  const Diagnostics& diagnostics;
  std::vector<std::string> head;  ///< `head_lines` of the rows
  Tally tally;

  Date as_of() const { return rows.plan().context().as_of; }
  std::string said(SheetText text) const { return std::string(sheet_text(text, options.language)); }
};

/// The shown rows with the chosen columns, or with all that people want.
void write_plan_sheet(const SheetSource& source, WorkbookFile& book);
/// One row a customer: how many subscriptions, what is next, and by when.
void write_customers_sheet(const SheetSource& source, WorkbookFile& book);
/// One row a month of migrations, those without a date last.
void write_months_sheet(const SheetSource& source, WorkbookFile& book);
/// Under what the plan was made, and what was found in the exports.
void write_diagnostics_sheet(const SheetSource& source, WorkbookFile& book);

CellForm form_of(Column column);
void add_optional(SheetWriter& sheet, OptionalDate date);

}  // namespace nceplan
