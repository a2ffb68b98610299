// A command: how it is called, what it says of itself, and what it does.
#pragma once

#include <span>
#include <string_view>

#include "cli/cli11.hpp"
#include "cli/exit_code.hpp"
#include "cli/options/options.hpp"
#include "nceplan/i18n/cli_texts.hpp"

namespace nceplan::cli {

struct Command {
  std::string_view name;  ///< one word, or two for a command of a family: `rules diff`
  CliText summary;
  std::string_view usage;  ///< arguments, behind the name
  std::span<const std::string_view> examples;
  void (*setup)(CLI::App& app, Options& options);  ///< declares arguments and flags
  ExitCode (*run)(const Options& options);         ///< throws UsageError and Failure
};

Command plan_command();
Command check_command();
Command explain_command();
Command diff_command();
Command batch_command();
Command schedule_command();
Command rules_list_command();
Command rules_show_command();
Command rules_diff_command();
Command offers_command();
Command columns_command();
Command schema_command();
Command completion_command();
Command version_command();

}  // namespace nceplan::cli
