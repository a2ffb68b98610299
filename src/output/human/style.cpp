#include "style.hpp"

#include <array>

namespace nceplan {

std::string styled(std::string_view text, Style style, bool color) {
  static constexpr std::array<std::string_view, 5> begins = {"", "\x1b[1m", "\x1b[2m", "\x1b[1;31m", "\x1b[33m"};
  if (!color || style == Style::plain || text.empty()) return std::string(text);
  std::string result(begins[static_cast<std::size_t>(style)]);
  return result.append(text).append("\x1b[0m");
}

}  // namespace nceplan
