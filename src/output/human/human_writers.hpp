// Writers whose output people read.
#pragma once

#include "nceplan/output/report.hpp"

namespace nceplan {

/// Grouped by customer, most urgent first, in `options.width` columns; with chosen columns, as `write_wide`.
void write_table(const SelectedRows& rows, const ReportOptions& options, const Diagnostics& diagnostics,
                 const Sink& sink);
/// One line per subscription with all dates, never wrapped or cut.
void write_wide(const SelectedRows& rows, const ReportOptions& options, const Diagnostics& diagnostics,
                const Sink& sink);
/// GitHub's Markdown, one table per group.
void write_markdown(const SelectedRows& rows, const ReportOptions& options, const Diagnostics& diagnostics,
                    const Sink& sink);
/// iCalendar: an all-day event for each adjustment window and each day to act by; always events, also for `--summary`.
void write_calendar(const SelectedRows& rows, const ReportOptions& options, const Diagnostics& diagnostics,
                    const Sink& sink);
/// One HTML file for people who have no terminal: figures, timeline, what is due, and unless `options.summary` is set a
/// section for each customer.
void write_page(const SelectedRows& rows, const ReportOptions& options, const Diagnostics& diagnostics,
                const Sink& sink);
/// `--summary` of table, wide and Markdown: counts by phase, by due day, and by month, category and phase.
void write_summary_text(const SelectedRows& rows, const ReportOptions& options, const Diagnostics& diagnostics,
                        const Sink& sink);

}  // namespace nceplan
