// Writers whose output programs read: CSV, TSV, JSON and NDJSON. They give their bytes to the sink in order.
#pragma once

#include <string_view>
#include <vector>

#include "nceplan/output/report.hpp"

namespace nceplan {

/// The chosen columns, or all of them.
std::vector<Column> machine_columns(const ReportOptions& options);

/// One header line and one line per row, LF, ISO dates, fields quoted only where RFC 4180 wants it or where they begin
/// or end with white space.
void write_delimited(const SelectedRows& rows, const ReportOptions& options, char delimiter, const Sink& sink);
/// `month,category,phase,count`, sorted.
void write_delimited_summary(const SelectedRows& rows, char delimiter, const Sink& sink);

/// Both as Excel of the language `options.excel` opens them. Texts that it would run are guarded, numbers never are;
/// headers and codes stay as they are.
void write_excel_delimited(const SelectedRows& rows, const ReportOptions& options, char delimiter, const Sink& sink);
void write_excel_summary(const SelectedRows& rows, char delimiter, const Sink& sink);
/// The list separator of Excel in that language.
char excel_delimiter(Language excel);

/// One object: tool, edition, inputs, summary, one entry a line, diagnostics. Without entries for `--summary`.
void write_json(const SelectedRows& rows, const ReportOptions& options, const Diagnostics& diagnostics,
                const Sink& sink);
/// One object a line, told apart by `type`: entries, diagnostics, and the summary as the last line.
void write_ndjson(const SelectedRows& rows, const ReportOptions& options, const Diagnostics& diagnostics,
                  const Sink& sink);

/// JUnit XML: a suite per customer, most urgent first.
void write_junit(const SelectedRows& rows, const ReportOptions& options, const Diagnostics& diagnostics,
                 const Sink& sink);
/// GitLab's code quality report, rows in their order, one finding a line.
void write_code_quality(const SelectedRows& rows, const ReportOptions& options, const Diagnostics& diagnostics,
                        const Sink& sink);

}  // namespace nceplan
