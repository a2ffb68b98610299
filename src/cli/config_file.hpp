// A configuration file: TOML 1.0 whose keys are long flag names. What stands at the top is for every command that has
// the flag; a table (`[plan]`, `[rules.diff]`) is for the command of its name alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "nceplan/base/diagnostic.hpp"

namespace nceplan::cli {

/// One key of a file, not yet checked against the flags that exist.
struct ConfigEntry {
  std::string command;              ///< `plan`, `rules diff`; empty for all commands
  std::string flag;                 ///< without dashes
  std::vector<std::string> values;  ///< as the command line would have them; an array has any number
  Location where;                   ///< of the key
};

struct ConfigFile {
  std::string path;                  ///< as messages name it
  std::vector<ConfigEntry> entries;  ///< in the order of the file
};

/// Problems go to `problems`: `config_invalid` (then the file has no entries) and `config_value_invalid` (a value that
/// no flag can have).
ConfigFile read_config(std::string_view text, const std::string& path, Diagnostics& problems);

}  // namespace nceplan::cli
