// One writer per format of a diff.
#pragma once

#include "nceplan/output/diff_report.hpp"

namespace nceplan {

/// Grouped by customer, those with something urgent first, then by name.
void write_diff_table(const DiffReport& report, const DiffOptions& options, const Sink& sink);
void write_diff_markdown(const DiffReport& report, const DiffOptions& options, const Sink& sink);

/// Like the plan's: RFC 4180 with LF, ISO dates, codes.
void write_diff_delimited(const DiffReport& report, const DiffOptions& options, char delimiter, const Sink& sink);
/// One object: tool, edition, both inputs, summary, one change a line, diagnostics.
void write_diff_json(const DiffReport& report, const DiffOptions& options, const Diagnostics& diagnostics,
                     const Sink& sink);
/// One object a line, told apart by `type`: changes, diagnostics, and the summary as the last line.
void write_diff_ndjson(const DiffReport& report, const DiffOptions& options, const Diagnostics& diagnostics,
                       const Sink& sink);

}  // namespace nceplan
