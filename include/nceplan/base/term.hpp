// ISO 8601 durations as subscriptions use them: whole months and years (rule R3).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nceplan {

/// A commitment term in whole months; zero months means "not known".
struct Term {
  std::uint16_t months = 0;

  constexpr bool known() const { return months != 0; }
  friend constexpr bool operator==(const Term&, const Term&) = default;
};

inline constexpr Term one_month{1};
inline constexpr Term one_year{12};
inline constexpr Term three_years{36};

/// `PnM` or `PnY` with n >= 1, in either case; at most 100 years. Nothing for any other text.
std::optional<Term> parse_iso_term(std::string_view text);

/// `P1Y` for whole years, else `P18M`; empty for an unknown term.
std::string to_iso(Term term);

}  // namespace nceplan
