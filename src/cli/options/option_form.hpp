// What a declared option takes, asked of its declaration and of its own parser, so that completion, settings and checks
// never need a second list.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/cli11.hpp"

namespace nceplan::cli {

/// An edition is one of the bundled ones, or a file.
/// `none` is a switch; a `=VALUE` that may be left out is `optional`.
enum class ValueKind : std::uint8_t { none, optional, text, choice, file, folder, edition };

struct OptionForm {
  ValueKind kind = ValueKind::text;
  bool repeatable = false;           ///< each value counts, not only the last one
  std::vector<std::string> choices;  ///< the words that are accepted; of KEY=VALUE the keys
  bool is_list = false;              ///< several choices, separated by commas
  bool is_pair = false;              ///< KEY=VALUE
};

/// The choices are what the option's own error lists for a word that nothing accepts. An option without such an error
/// is left with that word as its value: ask only an app that is not going to run.
OptionForm form_of_unused(CLI::Option& option);

/// The same without `choices`, `is_list` and `is_pair`, from the declaration alone. `choice` counts as `text` here.
OptionForm form_of(const CLI::Option& option);

}  // namespace nceplan::cli
