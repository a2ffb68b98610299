// Writers whose output people read: the table, its wide form, Markdown, and the summary in words.
#pragma once

#include "nceplan/output/report.hpp"

namespace nceplan {

void write_table(const SelectedRows& rows, const ReportOptions& options, const Diagnostics& diagnostics,
                 const Sink& sink);
void write_wide(const SelectedRows& rows, const ReportOptions& options, const Diagnostics& diagnostics,
                const Sink& sink);
void write_markdown(const SelectedRows& rows, const ReportOptions& options, const Diagnostics& diagnostics,
                    const Sink& sink);
void write_summary_text(const SelectedRows& rows, const ReportOptions& options, const Diagnostics& diagnostics,
                        const Sink& sink);

}  // namespace nceplan
