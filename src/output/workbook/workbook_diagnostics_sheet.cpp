#include <algorithm>

#include "i18n/format_text.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/i18n/texts.hpp"
#include "output/human/report_frame.hpp"
#include "workbook_sheets.hpp"

namespace nceplan {
namespace {

void write_remark(std::string_view remark, Language language, SheetWriter& sheet) {
  sheet.add(word(Severity::info, language));
  sheet.add(remark);
  sheet.end_row();
}

void write_diagnostic(const Diagnostic& diagnostic, Language language, SheetWriter& sheet) {
  sheet.add(word(diagnostic.severity, language));
  sheet.add(message(diagnostic, language));
  sheet.add(expectation(diagnostic, language));
  sheet.add(fix(diagnostic, language));
  sheet.add(escape_controls(diagnostic.where.file));
  sheet.add(escape_controls(diagnostic.where.sheet));
  const std::uint64_t row = std::max(diagnostic.where.line, diagnostic.where.element);
  for (const std::uint64_t number : {row, std::uint64_t{diagnostic.where.column}}) {
    number != 0 ? sheet.add_number(static_cast<std::int64_t>(number)) : sheet.add_empty();
  }
  sheet.add(escape_controls(diagnostic.where.field));
  sheet.add(escape_controls(diagnostic.seen));
  sheet.add(to_code(diagnostic.code));
  sheet.end_row();
}

}  // namespace

/// Above the problems stands what the table says around its rows: a workbook must tell under what it was made.
void write_diagnostics_sheet(const SheetSource& source, WorkbookFile& book) {
  std::vector<std::string> remarks = source.head;
  ReportOptions without_hint = source.options;
  without_hint.hint.clear();
  for (std::string& line : foot_lines(source.rows, source.tally, without_hint)) remarks.push_back(std::move(line));
  for (std::size_t code = 0; code < diagnostic_code_count; ++code) {
    const auto counted = static_cast<DiagnosticCode>(code);
    const auto kept = std::count_if(source.diagnostics.kept().begin(), source.diagnostics.kept().end(),
                                    [counted](const Diagnostic& diagnostic) { return diagnostic.code == counted; });
    const std::uint64_t more = source.diagnostics.count(counted) - static_cast<std::uint64_t>(kept);
    if (more != 0) remarks.push_back(format_text(Text::more_of_kind, source.options.language, more, to_code(counted)));
  }
  SheetPlan plan{source.said(SheetText::diagnostics), "nceplan_diagnostics", {}, 0, false};
  plan.rows = remarks.size() + source.diagnostics.kept().size();
  for (const SheetText head :
       {SheetText::severity, SheetText::message, SheetText::expected, SheetText::fix, SheetText::file, SheetText::sheet,
        SheetText::line, SheetText::column, SheetText::field, SheetText::seen, SheetText::code}) {
    const bool number = head == SheetText::line || head == SheetText::column;
    plan.columns.push_back({source.said(head), number ? CellForm::number : CellForm::text});
  }
  SheetWriter& sheet = book.add_sheet(std::move(plan));
  for (const std::string& remark : remarks) write_remark(trim(remark), source.options.language, sheet);
  for (const Diagnostic& diagnostic : source.diagnostics.kept())
    write_diagnostic(diagnostic, source.options.language, sheet);
}

}  // namespace nceplan
