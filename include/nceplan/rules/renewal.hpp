// When a term ends and renews (R3).
#pragma once

#include <cstdint>

#include "nceplan/base/date.hpp"
#include "nceplan/model/plan_entry.hpp"

namespace nceplan {

/// How the export means its end dates (R3).
enum class EndDateMeaning : std::uint8_t {
  inclusive,  ///< the last day of the term; the renewal is the day after
  exclusive   ///< the renewal day itself
};

/// The renewal is `own_renewal`, the export's own, else it follows from `term_end`; a missing term end is the day
/// before the renewal. A date in the year 9000 or later means that the subscription does not renew: no renewal date.
/// With neither date there is neither.
inline RenewalDecision decide_renewal(OptionalDate term_end, OptionalDate own_renewal, EndDateMeaning meaning) {
  constexpr Date never = Date::from_days(2567655);  // 9000-01-01
  const auto means_never = [never](OptionalDate date) { return date && *date >= never; };
  if (!term_end && own_renewal) term_end = *own_renewal - 1;
  if (!term_end) return {};
  if (means_never(term_end) || means_never(own_renewal)) {
    return {.term_end = term_end, .renewal = {}, .basis = RenewalBasis::does_not_renew};
  }
  if (own_renewal) return {.term_end = term_end, .renewal = own_renewal, .basis = RenewalBasis::own_date};
  if (meaning == EndDateMeaning::exclusive) {
    return {.term_end = term_end, .renewal = term_end, .basis = RenewalBasis::term_end_itself};
  }
  return {.term_end = term_end, .renewal = *term_end + 1, .basis = RenewalBasis::day_after_term_end};
}

}  // namespace nceplan
