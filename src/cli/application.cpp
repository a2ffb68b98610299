#include "application.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <exception>
#include <new>
#include <span>
#include <utility>

#include "cli/commands/command.hpp"
#include "cli/options/options.hpp"
#include "command_line.hpp"
#include "completion.hpp"
#include "help.hpp"
#include "messages.hpp"
#include "output_sink.hpp"
#include "settings.hpp"
#include "usage_error.hpp"

namespace nceplan::cli {
namespace {

/// `NAME: what CLI11 says` is all that its errors tell.
std::string option_of(const CLI::ParseError& error) {
  const std::string message = error.what();
  return message.substr(0, message.find(':'));
}

/// Fills what the command line leaves out. False when the settings cannot be used, which has then been said.
bool settle(CommandLine& line, Configuration& configuration, Options& options) {
  const SettableFlags flags = line.settable_flags();
  check_settings(configuration, flags);
  if (configuration.problems.errors() == 0) {
    options.settings = line.fill_from(setting_sources(configuration));
    options.known_settings = all_settings(configuration, flags);
    for (const ConfigFile& file : configuration.files) options.config_files.push_back(file.path);
  }
  print_diagnostics(configuration.problems, options);
  if (configuration.problems.errors() == 0 && line.command_name() != "version") print_settings(options);
  return configuration.problems.errors() == 0;
}

ExitCode run_command(CommandLine& line, const std::vector<std::string>& arguments, Configuration& configuration,
                     Options& options) {
  try {
    line.parse(arguments);
  } catch (const CLI::CallForHelp&) {
    line.require_known_commands();
    write_stdout(line.help());
    return ExitCode::success;
  } catch (const CLI::CallForVersion& version) {
    write_stdout(std::string(version.what()) + '\n');
    return ExitCode::success;
  } catch (const CLI::ArgumentMismatch& error) {
    throw UsageError(CliText::value_missing, {option_of(error)});
  } catch (const CLI::ParseError& error) {
    throw UsageError(CliText::arguments_unreadable, {error.what()});
  }
  const Command* command = line.command();
  if (command == nullptr) {
    write_stderr(line.help());
    return ExitCode::cannot_run;
  }
  return settle(line, configuration, options) ? command->run(options) : ExitCode::cannot_run;
}

/// `nceplan help rules diff` is `nceplan rules diff --help`.
std::vector<std::string> without_help_word(std::vector<std::string> arguments) {
  if (arguments.front() == "help") {
    arguments.erase(arguments.begin());
    arguments.emplace_back("--help");
  }
  return arguments;
}

/// The commands to declare: the named one alone where nothing needs to know the flags of others. All of them take a
/// millisecond.
std::span<const Command> needed_commands(std::span<const Command> commands, const std::vector<std::string>& arguments,
                                         const Configuration& configuration) {
  if (has_settings(configuration)) return commands;
  const auto named = std::find_if(commands.begin(), commands.end(),
                                  [&](const Command& command) { return command.name == arguments.front(); });
  return named == commands.end() ? commands : commands.subspan(static_cast<std::size_t>(named - commands.begin()), 1);
}

ExitCode run_reporting_problems(const std::vector<std::string>& arguments, Configuration& configuration,
                                Options& options) {
  const std::array commands = {plan_command(),       check_command(),    explain_command(),    diff_command(),
                               batch_command(),      schedule_command(), rules_list_command(), rules_show_command(),
                               rules_diff_command(), offers_command(),   columns_command(),    schema_command(),
                               completion_command(), version_command()};
  if (arguments.empty()) {
    write_stderr(short_help(commands, options.language));
    return ExitCode::cannot_run;
  }
  CommandLine line(needed_commands(commands, arguments, configuration), options);
  try {
    if (arguments.front() == completion_word) {
      write_stdout(completion_lines(line.app(), arguments));
      return ExitCode::success;
    }
    return run_command(line, without_help_word(arguments), configuration, options);
  } catch (const UsageError& error) {
    print_usage_error(error, line.command_name(), options.language);
  } catch (const Failure& failure) {
    print_failure(failure, options);
  }
  return ExitCode::cannot_run;
}

}  // namespace

int run(std::vector<std::string> arguments) {
  Options options;
  try {
    Configuration configuration = read_configuration(arguments);
    options.language = language_of_run(arguments, configuration);
    return static_cast<int>(run_reporting_problems(arguments, configuration, options));
  } catch (const std::bad_alloc&) {
    print_unexpected(text(CliText::out_of_memory, options.language), options.language);
  } catch (const std::exception& error) {
    print_unexpected(error.what(), options.language);
  }
  return static_cast<int>(ExitCode::cannot_run);
}

}  // namespace nceplan::cli
