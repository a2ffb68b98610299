// What the display name of an offer gives away: segment, term, trial, promotion, seat cap (R2, R7, R8, R10).
#pragma once

#include <optional>
#include <string_view>

#include "nceplan/base/term.hpp"
#include "nceplan/model/codes.hpp"

namespace nceplan {

struct NameMarkers {
  std::optional<Segment> segment;  ///< none when the name has no marker
  Term term;                       ///< `(36 mo)`, `(6 year)`, `... 3-year`; unknown when the name states none
  bool trial = false;              ///< the word Trial or Testversion
  bool promotion = false;          ///< Promo, Promotion, Shift Campaign, Migration Program
  bool seat_capped = false;        ///< one of the Business suites, which pool 300 seats

  friend bool operator==(const NameMarkers&, const NameMarkers&) = default;
};

/// Looks for whole words, ignoring case. Any text is allowed.
NameMarkers name_markers_of(std::string_view name);

}  // namespace nceplan
