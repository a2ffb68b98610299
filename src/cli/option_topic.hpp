// How flags are declared: their heading in the help, their value's placeholder, and what is done with the value.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/i18n/cli_texts.hpp"

namespace nceplan::cli {

/// Declares the flags of one topic; `group` is its heading in the help.
class Topic {
 public:
  Topic(CLI::App& app, const Options& options, CliText group)
      : app_(app), language_(options.language), group_(text(group, options.language)) {}

  /// `names` as CLI11 takes them (`-f,--format`). `accept` gets the flag as the user knows it, and the value; of
  /// several values the last one counts.
  template <typename Accept>
  void value(const std::string& names, std::string_view placeholder, CliText help, Accept accept) {
    const std::string flag = names.substr(names.find("--"));
    const std::function<void(const std::string&)> take = [flag, accept](const std::string& given) {
      accept(flag, trim(given));
    };
    finish(app_.add_option_function<std::string>(names, take)->take_last(), placeholder, help);
  }

  /// A flag that may be repeated; `accept` sees each value in turn.
  template <typename Accept>
  void values(const std::string& names, std::string_view placeholder, CliText help, Accept accept) {
    const std::string flag = names.substr(names.find("--"));
    const std::function<void(const std::vector<std::string>&)> take = [flag,
                                                                       accept](const std::vector<std::string>& given) {
      for (const std::string& one : given) accept(flag, trim(one));
    };
    finish(app_.add_option_function(names, take)->allow_extra_args(false), placeholder, help);
  }

  /// A flag that takes a value only behind `=`: a word that follows it is an argument of its own. `form` is what the
  /// help shows behind the flag. `accept` gets "true" for the flag alone.
  template <typename Accept>
  void optional_value(const std::string& name, const std::string& form, CliText help, Accept accept) {
    const CLI::callback_t take = [name, accept](const CLI::results_t& given) {
      accept(name, trim(given.back()));
      return true;
    };
    CLI::Option* option = app_.add_option(name, take)->expected(0)->run_callback_for_default(false);
    option->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    option->type_name(form);
    finish(option, "", help);
  }

  template <typename Accept>
  void flag(const std::string& names, CliText help, Accept accept) {
    const std::function<void(std::int64_t)> take = [accept](std::int64_t count) {
      if (count > 0) accept();
    };
    finish(app_.add_flag_function(names, take), "", help);
  }

 private:
  void finish(CLI::Option* option, std::string_view placeholder, CliText help) {
    option->description(std::string(text(help, language_)))->group(group_);
    if (!placeholder.empty()) option->type_name(std::string(placeholder));
  }

  CLI::App& app_;
  Language language_;
  std::string group_;
};

}  // namespace nceplan::cli
