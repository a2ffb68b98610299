// Which forms of output a run writes, and where each goes.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options/options.hpp"
#include "nceplan/output/report.hpp"

namespace nceplan::cli {

struct OutputTarget {
  std::string path;         ///< empty: stdout
  std::string_view format;  ///< one of the command's formats
};

/// Files first, then stdout: a reader of stdout that goes away does not cost the files. -f is the format of files whose
/// extension says none; where there is no such file, of stdout, to which nothing goes with -o alone. A file `-` is
/// stdout. `formats` are those of the command, the default first; it also serves `.txt`.
/// Throws UsageError, also for a target that is one of the inputs or named twice.
std::vector<OutputTarget> output_targets(const Options& options, std::span<const std::string_view> formats);

/// Calls `produce` with a sink to the target. A file appears when `produce` is done.
void write_target(const OutputTarget& target, const std::function<void(const Sink&)>& produce);

bool goes_to_terminal(const OutputTarget& target);

/// --width, else the terminal's; 0, which never truncates, for pipes and files.
unsigned width_of(const OutputTarget& target, const Options& options);

bool colored(const OutputTarget& target, const Options& options);

}  // namespace nceplan::cli
