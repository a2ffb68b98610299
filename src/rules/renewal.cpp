#include "nceplan/rules/renewal.hpp"

namespace nceplan {
namespace {

// The year 9000 and later: the export's way to say "never".
constexpr Date never = Date::from_days(2567655);

bool means_never(OptionalDate date) { return date && *date >= never; }

}  // namespace

RenewalDecision decide_renewal(OptionalDate term_end, OptionalDate own_renewal, EndDateMeaning meaning) {
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
