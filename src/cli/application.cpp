#include "cli/application.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <exception>
#include <map>
#include <memory>
#include <new>
#include <utility>

#include "cli/command.hpp"
#include "cli/help.hpp"
#include "cli/messages.hpp"
#include "cli/options.hpp"
#include "cli/output_sink.hpp"
#include "cli/usage_error.hpp"
#include "nceplan/base/text.hpp"

namespace nceplan::cli {
namespace {

/// The arguments as CLI11 sees them: one parser for each command, and one for each family of commands.
class CommandLine {
 public:
  CommandLine(std::span<const Command> commands, Options& options) : commands_(commands), language_(options.language) {
    root_.require_subcommand(0, 1);
    root_.allow_extras();
    root_.set_version_flag("--version", "nceplan " NCEPLAN_VERSION);
    describe_help(root_);
    add_language_option(root_, options);
    for (const Command& command : commands_) declare(command, options);
  }

  /// Throws what CLI11 and the conversions of Options throw.
  void parse(std::vector<std::string> arguments) {
    std::reverse(arguments.begin(), arguments.end());
    root_.parse(std::move(arguments));
    require_known_commands();
    require_no_extras(*innermost());
  }

  /// Throws UsageError for a word where a command should be.
  void require_known_commands() const {
    for (const CLI::App* app = &root_; app != innermost(); app = next(app)) require_no_extras(*app);
    if (command() == nullptr) require_no_extras(*innermost());
  }

  /// Gives what the command's own flags leave out: first what stands before the command. Throws UsageError.
  void fill_from(const SettingSource& source) {
    const std::array<SettingSource, 2> sources = {[this](const std::string& flag) { return before_command(flag); },
                                                  source};
    cli::fill_from(*innermost(), sources);
  }

  /// The command that was named; null when there is none, or only a family.
  const Command* command() const {
    const auto found = by_app_.find(innermost());
    return found == by_app_.end() ? nullptr : found->second;
  }
  std::string command_name() const {
    const CLI::App* app = innermost();
    if (app == &root_) return {};
    return app->get_parent() == &root_ ? app->get_name() : app->get_parent()->get_name() + ' ' + app->get_name();
  }

  std::string help() const {
    if (const Command* named = command()) return command_help(*named, *innermost(), language_);
    const std::string family = command_name();
    return family.empty() ? program_help(commands_, language_) : family_help(family, commands_, language_);
  }

 private:
  void declare(const Command& command, Options& options) {
    CLI::App* parent = &root_;
    std::string name(command.name);
    if (const std::size_t space = name.find(' '); space != std::string::npos) {
      parent = family(name.substr(0, space));
      name.erase(0, space + 1);
    }
    CLI::App* app = parent->add_subcommand(name);
    command.setup(*app, options);
    describe_help(*app);
    by_app_[app] = &command;
  }

  CLI::App* family(const std::string& name) {
    for (CLI::App* known : root_.get_subcommands([&](const CLI::App* app) { return app->get_name() == name; })) {
      return known;
    }
    CLI::App* app = root_.add_subcommand(name);
    app->require_subcommand(0, 1);
    return app;
  }

  void describe_help(CLI::App& app) {
    app.set_help_flag("-h,--help", std::string(text(CliText::help_help, language_)))
        ->group(std::string(text(CliText::group_messages, language_)));
  }

  std::optional<std::string> before_command(const std::string& flag) const {
    const CLI::Option* option = root_.get_option_no_throw("--" + flag);
    if (option == nullptr || option->count() == 0) return std::nullopt;
    return option->results().back();
  }

  static const CLI::App* next(const CLI::App* app) {
    const auto& chosen = app->get_subcommands();
    return chosen.empty() ? nullptr : chosen.front();
  }
  const CLI::App* innermost() const {
    const CLI::App* app = &root_;
    while (const CLI::App* inner = next(app)) app = inner;
    return app;
  }
  CLI::App* innermost() { return const_cast<CLI::App*>(std::as_const(*this).innermost()); }

  void require_no_extras(const CLI::App& app) const {
    for (const std::string& extra : app.remaining()) {
      if (extra == "--") continue;
      if (extra.size() > 1 && extra.front() == '-') throw unknown_option(app, extra);
      if (by_app_.count(&app) != 0) throw UsageError(CliText::argument_unexpected, {extra});
      throw unknown_command(app, extra);
    }
  }

  static UsageError unknown_option(const CLI::App& app, const std::string& extra) {
    const std::string name = extra.substr(0, extra.find('='));
    std::vector<std::string> owned;
    for (const CLI::Option* option : app.get_options()) {
      for (const std::string& known : option->get_lnames()) owned.push_back("--" + known);
    }
    const std::vector<std::string_view> known(owned.begin(), owned.end());
    std::string_view meant = nearest(name, known);
    const auto begun = std::find_if(known.begin(), known.end(),
                                    [&](std::string_view option) { return option.substr(0, name.size()) == name; });
    if (meant.empty() && begun != known.end()) meant = *begun;
    return UsageError(CliText::option_unknown, {name}).suggesting(std::string(meant));
  }

  static UsageError unknown_command(const CLI::App& app, const std::string& extra) {
    std::vector<std::string> owned;
    for (const CLI::App* command : app.get_subcommands({})) owned.push_back(command->get_name());
    if (app.get_parent() == nullptr) owned.emplace_back("help");
    const std::vector<std::string_view> known(owned.begin(), owned.end());
    const std::string prefix = app.get_parent() == nullptr ? "nceplan" : "nceplan " + app.get_name();
    return unknown_choice(CliText::command_unknown, prefix, extra, known);
  }

  std::span<const Command> commands_;
  Language language_;
  CLI::App root_;
  std::map<const CLI::App*, const Command*> by_app_;
};

/// `NAME: what CLI11 says` is all that its errors tell.
std::string option_of(const CLI::ParseError& error) {
  const std::string message = error.what();
  return message.substr(0, message.find(':'));
}

ExitCode run_command(CommandLine& line, const std::vector<std::string>& arguments, const Options& options) {
  try {
    line.parse(arguments);
    line.fill_from(environment_settings());
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
  if (const Command* command = line.command()) return command->run(options);
  write_stderr(line.help());
  return ExitCode::cannot_run;
}

/// `nceplan help rules diff` is `nceplan rules diff --help`.
std::vector<std::string> without_help_word(std::vector<std::string> arguments) {
  if (arguments.front() == "help") {
    arguments.erase(arguments.begin());
    arguments.emplace_back("--help");
  }
  return arguments;
}

ExitCode run_reporting_problems(const std::vector<std::string>& arguments, Options& options) {
  const std::array commands = {plan_command(),       check_command(),      explain_command(),    diff_command(),
                               batch_command(),      schedule_command(),   rules_list_command(), rules_show_command(),
                               rules_diff_command(), offers_command(),     columns_command(),    schema_command(),
                               version_command()};
  if (arguments.empty()) {
    write_stderr(short_help(commands, options.language));
    return ExitCode::cannot_run;
  }
  CommandLine line(commands, options);
  try {
    return run_command(line, without_help_word(arguments), options);
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
  options.language = language_of_run(arguments);
  try {
    return static_cast<int>(run_reporting_problems(arguments, options));
  } catch (const std::bad_alloc&) {
    print_unexpected(text(CliText::out_of_memory, options.language), options.language);
  } catch (const std::exception& error) {
    print_unexpected(error.what(), options.language);
  }
  return static_cast<int>(ExitCode::cannot_run);
}

}  // namespace nceplan::cli
