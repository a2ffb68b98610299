#include "command_line.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "help.hpp"
#include "nceplan/base/text.hpp"
#include "usage_error.hpp"

namespace nceplan::cli {
namespace {

const CLI::App* next(const CLI::App* app) {
  const auto& chosen = app->get_subcommands();
  return chosen.empty() ? nullptr : chosen.front();
}

UsageError unknown_option(const CLI::App& app, const std::string& extra) {
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

UsageError unknown_command(const CLI::App& app, const std::string& extra) {
  std::vector<std::string> owned;
  for (const CLI::App* command : app.get_subcommands({})) owned.push_back(command->get_name());
  if (app.get_parent() == nullptr) owned.emplace_back("help");
  const std::vector<std::string_view> known(owned.begin(), owned.end());
  const std::string prefix = app.get_parent() == nullptr ? "nceplan" : "nceplan " + app.get_name();
  std::error_code ignored;
  if (app.get_parent() == nullptr && std::filesystem::is_regular_file(extra, ignored)) {
    return UsageError(CliText::command_unknown, {prefix, extra}).suggesting("nceplan plan " + shell_word(extra));
  }
  return unknown_choice(CliText::command_unknown, prefix, extra, known);
}

}  // namespace

CommandLine::CommandLine(std::span<const Command> commands, Options& options)
    : commands_(commands), language_(options.language) {
  root_.require_subcommand(0, 1);
  root_.allow_extras();
  root_.set_version_flag("--version", "nceplan " NCEPLAN_VERSION);
  describe_help(root_);
  add_language_option(root_, options);
  add_config_options(root_, options);
  for (const Command& command : commands_) declare(command, options);
}

void CommandLine::parse(std::vector<std::string> arguments) {
  std::reverse(arguments.begin(), arguments.end());
  root_.parse(std::move(arguments));
  require_known_commands();
  require_no_extras(*innermost());
}

void CommandLine::require_known_commands() const {
  for (const CLI::App* app = &root_; app != innermost(); app = next(app)) require_no_extras(*app);
  if (command() == nullptr) require_no_extras(*innermost());
}

std::vector<AppliedSetting> CommandLine::fill_from(std::span<const SettingSource> sources) {
  const SettingSource own = [this](const std::string&, const std::string& flag) { return before_command(flag); };
  apply_settings(*innermost(), command_name(), {&own, 1});
  return apply_settings(*innermost(), command_name(), sources);
}

const Command* CommandLine::command() const {
  const auto found = by_app_.find(innermost());
  return found == by_app_.end() ? nullptr : found->second;
}

std::string CommandLine::command_name() const {
  const CLI::App* app = innermost();
  if (app == &root_) return {};
  return app->get_parent() == &root_ ? app->get_name() : app->get_parent()->get_name() + ' ' + app->get_name();
}

std::string CommandLine::help() const {
  if (const Command* named = command()) return command_help(*named, *innermost(), language_);
  const std::string family = command_name();
  return family.empty() ? program_help(commands_, language_) : family_help(family, commands_, language_);
}

SettableFlags CommandLine::settable_flags() const {
  SettableFlags flags;
  for (const auto& [app, command] : by_app_) {
    std::vector<std::string>& own = flags[std::string(command->name)];
    for (const CLI::Option* option : app->get_options()) {
      for (const std::string& name : option->get_lnames()) {
        if (is_settable(name)) own.push_back(name);
      }
    }
  }
  return flags;
}

void CommandLine::declare(const Command& command, Options& options) {
  CLI::App* parent = &root_;
  std::string name(command.name);
  if (const std::size_t space = name.find(' '); space != std::string::npos) {
    parent = family(name.substr(0, space), options);
    name.erase(0, space + 1);
  }
  CLI::App* app = parent->add_subcommand(name, std::string(text(command.summary, language_)));
  command.setup(*app, options);
  add_config_options(*app, options);
  describe_help(*app);
  by_app_[app] = &command;
}

CLI::App* CommandLine::family(const std::string& name, Options& options) {
  for (CLI::App* known : root_.get_subcommands([&](const CLI::App* app) { return app->get_name() == name; })) {
    return known;
  }
  CLI::App* app = root_.add_subcommand(name);
  app->require_subcommand(0, 1);
  add_language_option(*app, options);
  return app;
}

void CommandLine::describe_help(CLI::App& app) const {
  app.set_help_flag("-h,--help", std::string(text(CliText::help_help, language_)))
      ->group(std::string(text(CliText::group_messages, language_)));
}

std::optional<Setting> CommandLine::before_command(const std::string& flag) const {
  const CLI::Option* option = root_.get_option_no_throw("--" + flag);
  if (option == nullptr || option->count() == 0) return std::nullopt;
  return Setting{{option->results().back()}, {}, {}};
}

const CLI::App* CommandLine::innermost() const {
  const CLI::App* app = &root_;
  while (const CLI::App* inner = next(app)) app = inner;
  return app;
}

CLI::App* CommandLine::innermost() { return const_cast<CLI::App*>(std::as_const(*this).innermost()); }

void CommandLine::require_no_extras(const CLI::App& app) const {
  for (const std::string& extra : app.remaining()) {
    if (extra == "--") continue;
    if (extra.size() > 1 && extra.front() == '-') throw unknown_option(app, extra);
    if (by_app_.count(&app) != 0) throw UsageError(CliText::argument_unexpected, {extra});
    throw unknown_command(app, extra);
  }
}

}  // namespace nceplan::cli
