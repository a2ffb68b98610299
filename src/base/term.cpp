#include "nceplan/base/term.hpp"

#include <charconv>

namespace nceplan {

std::optional<Term> parse_iso_term(std::string_view text) {
  constexpr unsigned longest = 1200;
  if (text.size() < 3 || (text.front() != 'P' && text.front() != 'p')) return std::nullopt;
  const char unit = text.back();
  unsigned factor = 0;
  if (unit == 'M' || unit == 'm') factor = 1;
  if (unit == 'Y' || unit == 'y') factor = 12;
  if (factor == 0) return std::nullopt;

  unsigned count = 0;
  const char* const end = text.data() + text.size() - 1;
  const auto [stopped, error] = std::from_chars(text.data() + 1, end, count);
  if (error != std::errc{} || stopped != end || count == 0 || count > longest / factor) return std::nullopt;
  return Term{static_cast<std::uint16_t>(count * factor)};
}

std::string to_iso(Term term) {
  if (!term.known()) return {};
  if (term.months % 12 == 0) return 'P' + std::to_string(term.months / 12) + 'Y';
  return 'P' + std::to_string(term.months) + 'M';
}

}  // namespace nceplan
