// Fills the placeholders of view texts; as i18n/format_text.hpp.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>

#include "nceplan/i18n/view_texts.hpp"

namespace nceplan {

template <typename... Args>
std::string format_text(ViewText id, Language language, const Args&... args) {
  return fmt::format(fmt::runtime(text(id, language)), args...);
}

/// `one` for 1, else `many` with the count, as `written`, as `{0}`.
inline std::string counted(ViewText one, ViewText many, std::uint64_t count, const std::string& written,
                           Language language) {
  return count == 1 ? std::string(text(one, language)) : format_text(many, language, written);
}

}  // namespace nceplan
