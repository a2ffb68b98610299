// What a run is set to beside its command line: `NCEPLAN_*` variables, then the project's file, then the user's.
// The command line wins over all of them, and each of them over those behind it (docs/configuration.md).
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli11.hpp"
#include "config_file.hpp"
#include "nceplan/base/diagnostic.hpp"
#include "nceplan/i18n/language.hpp"

namespace nceplan::cli {

/// The flags of each command that files and variables may set, without dashes. A family's name is no command.
using SettableFlags = std::map<std::string, std::vector<std::string>>;

/// Flags that only make sense on a command line, or that decide which files are read.
bool is_settable(std::string_view flag);

/// What one source says of a flag.
struct Setting {
  std::vector<std::string> values;  ///< one, or any number for a flag that is repeatable or takes a list
  std::string place;                ///< for people: `NCEPLAN_DUE`, `nceplan.toml:3:1`
  std::string folder;               ///< relative file names start here; empty: the current one
};

/// The setting of a command's flag.
using SettingSource = std::function<std::optional<Setting>(const std::string& command, const std::string& flag)>;

/// The files of a run and everything that is wrong with them.
struct Configuration {
  std::vector<ConfigFile> files;  ///< the first one wins
  Diagnostics problems;
};

/// Reads the file that `--config` or NCEPLAN_CONFIG names; else `nceplan.toml` or `.nceplan.toml` of the current folder
/// or the nearest one above it, and the user's file. None with --no-config. Never throws for what is in the files.
Configuration read_configuration(std::span<const std::string> arguments);

/// Where the user's own file is looked for: $XDG_CONFIG_HOME/nceplan/nceplan.toml, ~/.config/nceplan/nceplan.toml, or
/// %APPDATA%\nceplan\nceplan.toml. Empty when the environment names no such folder.
std::string user_config_path();

/// Whether any file or variable was found that may set something.
bool has_settings(const Configuration& configuration);

/// Adds what does not fit the flags that exist: unknown commands and keys (`config_key_unknown`), and variables that
/// are nearly one of ours (`variable_unknown`, a warning).
void check_settings(Configuration& configuration, const SettableFlags& flags);

/// The variables, then the files.
std::vector<SettingSource> setting_sources(const Configuration& configuration);

/// A setting that took effect, or could have.
struct AppliedSetting {
  std::string key;  ///< `due`, or `plan.due` for one command alone
  std::string value;
  std::string place;
  std::string overridden_by;  ///< the place that wins; empty when this one does
};

/// Gives each option that the command line left out the value of the first source that has one. Throws UsageError with
/// the source's place for a value that the option does not take.
std::vector<AppliedSetting> apply_settings(CLI::App& app, const std::string& command,
                                           std::span<const SettingSource> sources);

/// All settings there are, for whichever command, the winning ones first.
std::vector<AppliedSetting> all_settings(const Configuration& configuration, const SettableFlags& flags);

/// The value of a flag, without dashes, before anything is parsed; of several the last one.
std::optional<std::string> argument_before_parsing(std::span<const std::string> arguments, std::string_view flag);

/// The language of this run, needed before anything can be said: --lang, else NCEPLAN_LANG, else the files', else the
/// locale's.
Language language_of_run(std::span<const std::string> arguments, const Configuration& configuration);

}  // namespace nceplan::cli
