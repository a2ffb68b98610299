// Cells without the spaces around them.
#pragma once

#include <string_view>

#include "nceplan/base/text.hpp"

namespace nceplan {

/// Most cells need no trimming; looking at both ends first keeps the common case short.
inline std::string_view trimmed(std::string_view text) {
  if (text.empty()) return text;
  const auto first = static_cast<unsigned char>(text.front());
  const auto last = static_cast<unsigned char>(text.back());
  const bool plain = first > ' ' && last > ' ' && first < 0x80 && last < 0x80;
  return plain ? text : trim(text);
}

}  // namespace nceplan
