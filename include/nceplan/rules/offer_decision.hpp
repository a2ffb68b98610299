// Segment, category and term of one subscription (R2, R3).
#pragma once

#include "nceplan/model/plan_entry.hpp"
#include "nceplan/model/subscription.hpp"
#include "nceplan/rules/offer_facts.hpp"

namespace nceplan {

/// The term is the row's, else the catalog's, else the one in the name, else one year. A term that a saved plan had
/// assumed is decided anew. Multi-year: a term of more than twelve months, or a name that says so.
OfferDecision decide_offer(const Subscription& row, const OfferFacts& facts);

}  // namespace nceplan
