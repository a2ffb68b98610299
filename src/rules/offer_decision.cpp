#include "nceplan/rules/offer_decision.hpp"

namespace nceplan {
namespace {

Category category_of(const OfferFacts& facts, Term term) {
  if (facts.multi_year_name || term.months > one_year.months) return Category::multi_year;
  return facts.segment == Segment::commercial ? Category::commercial : Category::public_sector;
}

}  // namespace

OfferDecision decide_offer(const Subscription& row, const OfferFacts& facts) {
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
  decision.category = category_of(facts, decision.term);
  return decision;
}

}  // namespace nceplan
