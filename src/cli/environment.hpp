// Environment variables: settings (`NCEPLAN_*`) and the language of the locale.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nceplan/i18n/language.hpp"

namespace nceplan::cli {

/// The variable's value; nothing when it is not set or empty.
std::optional<std::string> environment_variable(const std::string& name);

/// The names of all variables that begin with `prefix` and are not empty, sorted.
std::vector<std::string> variables_with_prefix(std::string_view prefix);

/// The variable that stands in for a flag: `NCEPLAN_AS_OF` for `as-of`.
std::string variable_for(std::string_view flag);

/// The language of LC_ALL, else LC_MESSAGES, else LANG.
Language locale_language();

}  // namespace nceplan::cli
