// From arguments to exit code: the one place that knows all commands and catches what stops a run.
#pragma once

#include <string>
#include <vector>

namespace nceplan::cli {

/// `arguments` are those behind the program's name.
int run(std::vector<std::string> arguments);

}  // namespace nceplan::cli
