// Fills the placeholders of texts. The templates are ours; what fills them is data and never read as a template.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>

#include "nceplan/i18n/fixed_text.hpp"

namespace nceplan {

template <typename... Args>
std::string format_text(Text id, Language language, const Args&... args) {
  return fmt::format(fmt::runtime(text(id, language)), args...);
}

/// `one` for 1, else `many` with the count as `{0}`.
inline std::string counted(Text one, Text many, std::uint64_t count, Language language) {
  return count == 1 ? std::string(text(one, language)) : format_text(many, language, count);
}

}  // namespace nceplan
