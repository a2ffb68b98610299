// What a run leaves for its CI beside its output: annotations, a job summary, a code quality report (docs/ci.md).
#pragma once

#include "cli/options/options.hpp"
#include "nceplan/base/diagnostic.hpp"
#include "nceplan/output/attention.hpp"
#include "nceplan/output/report.hpp"
#include "outputs.hpp"

namespace nceplan::cli {

/// The report that GitLab is told of; `-o` of this name has the format `codequality`.
inline constexpr const char* code_quality_file = "gl-code-quality.json";

/// The CI that this run reports to: --ci; without it the detected one, if there is a gate.
CiSystem reported_ci(const Options& options);

/// Reports to reported_ci(). `people` and `machines` are the options of Markdown and of `codequality`. Annotations go
/// to stderr: runners read both streams, and stdout is for data. What cannot be written ends the run as any output
/// does if the CI was asked for; else it is a warning, since nobody asked.
void report_to_ci(const SelectedRows& rows, const Attention& attention, const ReportOptions& people,
                  const ReportOptions& machines, const Diagnostics& diagnostics, const Options& options);

}  // namespace nceplan::cli
