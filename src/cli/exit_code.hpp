// What the shell gets to see of a run.
#pragma once

namespace nceplan::cli {

enum class ExitCode : int {
  success = 0,
  cannot_run = 1,     ///< usage, configuration, unreadable input, unwritable output
  gate_met = 2,       ///< --fail-on; outranks rows_rejected
  rows_rejected = 3,  ///< the output is written (not with --strict), but rows are missing in it
};

}  // namespace nceplan::cli
