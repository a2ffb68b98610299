// One writer per format.
#include "nceplan/output/report.hpp"

#include <algorithm>
#include <array>
#include <cassert>

#include "nceplan/base/text.hpp"
#include "output/human/human_writers.hpp"
#include "output/machine/machine_writers.hpp"

namespace nceplan {
namespace {

constexpr std::array<std::string_view, 12> format_codes = {"table", "wide", "csv",  "tsv",  "json",  "ndjson",
                                                           "md",    "ics",  "html", "xlsx", "junit", "codequality"};

}  // namespace

std::string_view to_code(ReportFormat format) { return format_codes[static_cast<std::size_t>(format)]; }

std::optional<ReportFormat> report_format_from_code(std::string_view code) {
  const auto found = std::find_if(format_codes.begin(), format_codes.end(),
                                  [code](std::string_view known) { return equals_ignoring_case(known, code); });
  if (found == format_codes.end()) return std::nullopt;
  return static_cast<ReportFormat>(found - format_codes.begin());
}

std::vector<Column> machine_columns(const ReportOptions& options) {
  if (!options.columns.empty()) return options.columns;
  return {all_columns().begin(), all_columns().end()};
}

namespace {

void write_table_for_programs(const SelectedRows& rows, const ReportOptions& options, char plain_delimiter,
                              const Sink& sink) {
  if (!options.excel) {
    return options.summary ? write_delimited_summary(rows, plain_delimiter, sink)
                           : write_delimited(rows, options, plain_delimiter, sink);
  }
  const char delimiter = plain_delimiter == ',' ? excel_delimiter(*options.excel) : plain_delimiter;
  if (options.summary) return write_excel_summary(rows, delimiter, sink);
  write_excel_delimited(rows, options, delimiter, sink);
}

}  // namespace

void write_report(const SelectedRows& rows, const ReportOptions& options, const Diagnostics& diagnostics,
                  const Sink& sink) {
  switch (options.format) {
    case ReportFormat::csv:
      return write_table_for_programs(rows, options, ',', sink);
    case ReportFormat::tsv:
      return write_table_for_programs(rows, options, '\t', sink);
    case ReportFormat::json:
      return write_json(rows, options, diagnostics, sink);
    case ReportFormat::ndjson:
      return write_ndjson(rows, options, diagnostics, sink);
    case ReportFormat::junit:
      return write_junit(rows, options, diagnostics, sink);
    case ReportFormat::codequality:
      return write_code_quality(rows, options, diagnostics, sink);
    case ReportFormat::ics:
      return write_calendar(rows, options, diagnostics, sink);
    case ReportFormat::html:
      return write_page(rows, options, diagnostics, sink);
    case ReportFormat::table:
    case ReportFormat::wide:
    case ReportFormat::md:
      break;
    case ReportFormat::xlsx:
      assert(false);
      return;
  }
  if (options.summary) return write_summary_text(rows, options, diagnostics, sink);
  if (options.format == ReportFormat::md) return write_markdown(rows, options, diagnostics, sink);
  if (options.format == ReportFormat::wide) return write_wide(rows, options, diagnostics, sink);
  write_table(rows, options, diagnostics, sink);
}

}  // namespace nceplan
