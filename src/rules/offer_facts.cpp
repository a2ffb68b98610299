#include "nceplan/rules/offer_facts.hpp"

#include <algorithm>

#include "nceplan/rules/name_markers.hpp"
#include "nceplan/rules/seat_cap.hpp"

namespace nceplan {
namespace {

constexpr int longest_single_year = 12;

using CatalogOffers = std::vector<const CatalogOffer*>;

std::optional<Segment> segment_in_matrix(const OfferTexts& offer, const OfferMatrix* matrix) {
  if (matrix == nullptr) return std::nullopt;
  const MatrixOffer* const by_id = matrix->by_id(offer.offer_id);
  if (by_id != nullptr && by_id->segment) return by_id->segment;
  const MatrixOffer* const by_name = matrix->by_name(offer.name);
  return by_name == nullptr ? std::nullopt : by_name->segment;
}

/// The segment of all offers of one name, if those that have one agree.
std::optional<Segment> common_segment(const CatalogOffers& offers) {
  if (offers.empty()) return std::nullopt;
  const std::optional<Segment> segment = offers.front()->segment;
  const bool agree = std::all_of(offers.begin(), offers.end(), [&segment](const CatalogOffer* offer) {
    return !offer->segment || offer->segment == segment;
  });
  return agree ? segment : std::nullopt;
}

void decide_segment(OfferFacts& facts, std::optional<Segment> segment, SegmentBasis basis) {
  if (!segment || facts.segment_basis != SegmentBasis::assumed) return;
  facts.segment = *segment;
  facts.segment_basis = basis;
}

void apply(OfferFacts& facts, const CatalogOffer& offer) {
  facts.catalog_term = offer.term;
  facts.trial = facts.trial || offer.is_trial.value_or(false);
  facts.seat_capped = facts.seat_capped || offer.max_seats == pooled_seats;
}

void apply(OfferFacts& facts, const NameMarkers& name) {
  facts.name_term = name.term;
  facts.multi_year_name = name.term.months > longest_single_year;
  facts.trial = facts.trial || name.trial;
  facts.promotion = name.promotion;
  facts.seat_capped = facts.seat_capped || name.seat_capped;
}

void apply(OfferFacts& facts, const OfferTexts& offer, const OfferMatrix& matrix) {
  const MatrixOffer* const found = matrix.find(offer.offer_id, offer.name);
  facts.trial = facts.trial || (found != nullptr && found->is_trial);
  if (!matrix.says_what_migrates()) return;
  if (found == nullptr) {
    facts.matrix = MatrixStanding::absent;
  } else if (found->migration_enabled.value_or(false)) {
    facts.matrix = MatrixStanding::enabled;
    facts.listed_on = found->listed_on;
  } else {
    facts.matrix = found->nce_product.empty() ? MatrixStanding::no_equivalent : MatrixStanding::manual_only;
  }
}

}  // namespace

OfferFacts offer_facts_of(const OfferTexts& offer, const OfferCatalog& catalog, const OfferMatrix* matrix) {
  const CatalogOffer* const by_id = catalog.by_id(offer.offer_id);
  const CatalogOffers by_name = offer.name.empty() ? CatalogOffers{} : catalog.by_name(offer.name);
  const NameMarkers name = name_markers_of(offer.name);

  OfferFacts facts;
  decide_segment(facts, segment_in_matrix(offer, matrix), SegmentBasis::matrix);
  decide_segment(facts, by_id == nullptr ? std::nullopt : by_id->segment, SegmentBasis::catalog);
  decide_segment(facts, common_segment(by_name), SegmentBasis::catalog_name);
  decide_segment(facts, name.segment, SegmentBasis::name);

  if (by_id != nullptr) {
    apply(facts, *by_id);
  } else if (!by_name.empty()) {
    apply(facts, *by_name.front());
  }
  apply(facts, name);
  if (matrix != nullptr) apply(facts, offer, *matrix);
  return facts;
}

}  // namespace nceplan
