// How arguments and flags are declared: their heading in the help, their value's placeholder, and what is done with
// the value.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/cli11.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/i18n/cli_texts.hpp"
#include "options.hpp"

namespace nceplan::cli {

/// Declares the flags of one topic; `group` is its heading in the help.
class Topic {
 public:
  /// Gets the flag as the user knows it, and the value.
  using Accept = std::function<void(const std::string& flag, std::string_view value)>;

  Topic(CLI::App& app, const Options& options, CliText group);

  /// `names` as CLI11 takes them (`-f,--format`). Of several values the last one counts.
  void value(const std::string& names, std::string_view placeholder, CliText help, const Accept& accept);

  /// A flag that may be repeated; `accept` sees each value in turn.
  void values(const std::string& names, std::string_view placeholder, CliText help, const Accept& accept);

  /// A flag that takes a value only behind `=`: a word that follows it is an argument of its own. `form` is what the
  /// help shows behind the flag. `accept` gets "true" for the flag alone.
  void optional_value(const std::string& name, const std::string& form, CliText help, const Accept& accept);

  void flag(const std::string& names, CliText help, const std::function<void()>& accept);

  /// -f, which takes one of `formats`; the help lists them.
  void format(CliText help, std::span<const std::string_view> formats, const Accept& accept);

 private:
  void finish(CLI::Option& option, std::string_view placeholder, CliText help);

  CLI::App& app_;
  Language language_;
  std::string group_;
};

/// An argument of one word, which `take` gets; `type` is what completion takes it for, empty for any text.
void add_argument(CLI::App& app, std::string_view name, std::string_view description,
                  const std::function<void(const std::string&)>& take, std::string_view type = {});
/// An argument that any number of words can stand for; they are appended to `all`, which must outlive `app`.
void add_arguments(CLI::App& app, std::string_view name, std::string_view description, std::vector<std::string>& all);

}  // namespace nceplan::cli
