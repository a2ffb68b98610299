// Segment, category and term of one subscription (R2, R3).
#pragma once

#include "nceplan/model/plan_entry.hpp"
#include "nceplan/model/subscription.hpp"
#include "nceplan/rules/offer_facts.hpp"

namespace nceplan {

/// The term is the row's, else the catalog's, else the one in the name, else one year. A term that a saved plan had
/// assumed is decided anew. Multi-year: a term of more than twelve months, or a name that says so.
inline OfferDecision decide_offer(const Subscription& row, const OfferFacts& facts) {
  OfferDecision decision;
  decision.segment = facts.segment;
  decision.segment_basis = facts.segment_basis;
  if (row.term().known()) {
    decision.term = row.term();
    decision.term_basis = TermBasis::row;
  } else if (facts.catalog_term.known()) {
    decision.term = facts.catalog_term;
    decision.term_basis = TermBasis::catalog;
  } else if (facts.name_term.known()) {
    decision.term = facts.name_term;
    decision.term_basis = TermBasis::name;
  } else {
    decision.term = one_year;
    decision.term_basis = TermBasis::assumed;
  }
  if (facts.multi_year_name || decision.term.months > one_year.months) {
    decision.category = Category::multi_year;
  } else {
    decision.category = facts.segment == Segment::commercial ? Category::commercial : Category::public_sector;
  }
  return decision;
}

}  // namespace nceplan
