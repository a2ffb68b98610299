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
RenewalDecision decide_renewal(OptionalDate term_end, OptionalDate own_renewal, EndDateMeaning meaning);

}  // namespace nceplan
