// The flags that only `batch` and `schedule` have.
#pragma once

#include "options.hpp"

namespace nceplan::cli {

/// What the migrated subscriptions become, and when.
void add_batch_options(CLI::App& app, Options& options);
/// -o DIR, -f, --dry-run, --force.
void add_batch_output_options(CLI::App& app, Options& options, std::span<const std::string_view> formats);
void add_schedule_options(CLI::App& app, Options& options);
/// --where and --due: which subscriptions take part.
void add_choice_options(CLI::App& app, Options& options);

}  // namespace nceplan::cli
