// What a run says on stderr.
#pragma once

#include <string_view>

#include "cli/options.hpp"
#include "cli/usage_error.hpp"
#include "nceplan/base/diagnostic.hpp"
#include "nceplan/model/portfolio.hpp"

namespace nceplan::cli {

/// Whole lines. In a CI without anything that its runner would take as a command.
void write_stderr(std::string_view text);
/// Commands for the runner of a CI, as they are.
void write_runner_commands(std::string_view lines);

/// `command` is the one whose help is named; empty for the program's.
void print_usage_error(const UsageError& error, std::string_view command, Language language);
void print_failure(const Failure& failure, const Options& options);
/// Something that should not happen.
void print_unexpected(std::string_view what, Language language);

/// All problems of the run; only errors with -q.
void print_diagnostics(const Diagnostics& diagnostics, const Options& options);

/// With -v: how each input was read.
void print_sources(const Portfolio& portfolio, const Options& options);

}  // namespace nceplan::cli
