#include "nceplan/base/formula_guard.hpp"

#include <algorithm>
#include <array>

namespace nceplan {

bool needs_formula_guard(std::string_view text) {
  static constexpr std::array<std::string_view, 10> starts = {
      "=", "+", "-", "@", "\t", "\r", "\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d", "\xef\xbc\xa0"};
  const std::size_t behind_guards = std::min(text.find_first_not_of(formula_guard), text.size());
  text.remove_prefix(behind_guards);
  return std::any_of(starts.begin(), starts.end(),
                     [text](std::string_view start) { return text.substr(0, start.size()) == start; });
}

std::string_view without_formula_guard(std::string_view text) {
  if (text.empty() || text.front() != formula_guard || !needs_formula_guard(text)) return text;
  return text.substr(1);
}

}  // namespace nceplan
