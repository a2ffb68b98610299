// Environment variables: settings (`NCEPLAN_*`) and the language of the locale.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "nceplan/i18n/language.hpp"

namespace nceplan::cli {

/// The variable's value; nothing when it is not set or empty.
std::optional<std::string> environment_variable(const std::string& name);

/// The variable that stands in for a flag: `NCEPLAN_AS_OF` for `as-of`.
std::string variable_for(std::string_view flag);

/// The language of LC_ALL, else LC_MESSAGES, else LANG.
Language locale_language();

}  // namespace nceplan::cli
