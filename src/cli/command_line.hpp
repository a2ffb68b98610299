// The arguments as CLI11 sees them: one parser for each command, and one for each family of commands.
#pragma once

#include <CLI/CLI.hpp>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/commands/command.hpp"
#include "cli/options/options.hpp"
#include "settings.hpp"

namespace nceplan::cli {

class CommandLine {
 public:
  /// Declares all commands; their flags write to `options`. Both must outlive this.
  CommandLine(std::span<const Command> commands, Options& options);

  /// Throws what CLI11 and the conversions of Options throw.
  void parse(std::vector<std::string> arguments);

  /// Throws UsageError for a word where a command should be.
  void require_known_commands() const;

  /// Gives what the command's own flags leave out: what stands before the command, then each of `sources`. What the
  /// sources gave comes back. Throws UsageError.
  std::vector<AppliedSetting> fill_from(std::span<const SettingSource> sources);

  /// The command that was named; null when there is none, or only a family.
  const Command* command() const;
  /// `rules diff`; the family's name when no command of it was named, empty when nothing was.
  std::string command_name() const;
  std::string help() const;

  /// What files and variables can set, of all commands.
  SettableFlags settable_flags() const;
  /// For completion, which asks the options what they take: nothing must run after that.
  CLI::App& app() { return root_; }

 private:
  void declare(const Command& command, Options& options);
  CLI::App* family(const std::string& name, Options& options);
  void describe_help(CLI::App& app) const;
  std::optional<Setting> before_command(const std::string& flag) const;
  const CLI::App* innermost() const;
  CLI::App* innermost();
  void require_no_extras(const CLI::App& app) const;

  std::span<const Command> commands_;
  Language language_;
  CLI::App root_;
  std::map<const CLI::App*, const Command*> by_app_;
};

}  // namespace nceplan::cli
