// Flags for what goes to Excel and comes from it.
#pragma once

#include "cli/cli11.hpp"
#include "options.hpp"

namespace nceplan::cli {

/// --excel
void add_excel_options(CLI::App& app, Options& options);

}  // namespace nceplan::cli
