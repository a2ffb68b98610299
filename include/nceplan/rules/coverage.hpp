// Which subscriptions Microsoft's migration passes over (R8).
#pragma once

#include "nceplan/model/codes.hpp"
#include "nceplan/model/plan_entry.hpp"
#include "nceplan/model/subscription.hpp"
#include "nceplan/rules/offer_facts.hpp"

namespace nceplan {

/// Deleted, expired, disabled or pending.
bool is_inactive(Status status);

/// The subscription's own reason not to be covered, or `covered`. Never `base_not_covered`, which its bundle decides.
Coverage own_coverage(const Subscription& row, const OfferFacts& facts, const RenewalDecision& renewal);

/// What the partner has scheduled with Microsoft. It outranks every reason but an inactive status.
struct PartnerSchedule {
  OptionalDate date;  ///< none: nothing is scheduled
  Term target_term;   ///< may be unknown
};

/// A schedule for `target_date`, else for the renewal. Nothing is scheduled for an inactive subscription, nor when
/// there is neither date.
PartnerSchedule schedule_of(Status status, OptionalDate target_date, OptionalDate renewal, Term target_term);

/// Members that are not covered for a reason of their own do not count in their bundle (R7), `auto_renew_off` excepted.
constexpr bool counts_in_bundle(Coverage own) {
  return own == Coverage::covered || own == Coverage::auto_renew_off || own == Coverage::base_not_covered;
}

}  // namespace nceplan
