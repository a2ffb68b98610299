#include "support/reference_row.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "nceplan/base/text.hpp"
#include "support/reference_names.hpp"

namespace nceplan::test::reference {
namespace {

bool same_name(const std::string& a, const std::string& b) { return !a.empty() && fold(a) == fold(b); }

/// The matrix row of that id, or of that name; one with migration enabled if there are several.
const MatrixOffer* in_matrix(const Row& row, const OfferMatrix& matrix, bool by_id) {
  const MatrixOffer* found = nullptr;
  for (const MatrixOffer& offer : matrix.offers()) {
    const bool same = by_id ? !row.offer_id.empty() && lower(offer.offer_id) == lower(row.offer_id)
                            : same_name(offer.offer_name, row.product);
    if (!same) continue;
    if (found == nullptr || (offer.migration_enabled == true && found->migration_enabled != true)) found = &offer;
  }
  return found;
}

std::vector<const CatalogOffer*> in_catalog(const Row& row, const std::vector<CatalogOffer>& catalog, bool by_id) {
  std::vector<const CatalogOffer*> found;
  for (const bool with_segment : {true, false}) {
    for (const CatalogOffer& offer : catalog) {
      const bool same = by_id ? !row.offer_id.empty() && lower(offer.offer_id) == lower(row.offer_id)
                              : same_name(offer.offer_name, row.product);
      if (same && offer.segment.has_value() == with_segment) found.push_back(&offer);
    }
  }
  return found;
}

/// What catalog and matrix know of the row's offer.
struct Known {
  const MatrixOffer* matrix_by_id = nullptr;
  const MatrixOffer* matrix_by_name = nullptr;
  std::vector<const CatalogOffer*> catalog_by_id;
  std::vector<const CatalogOffer*> catalog_by_name;
  NameFacts name;

  const MatrixOffer* matrix() const { return matrix_by_id != nullptr ? matrix_by_id : matrix_by_name; }
  const CatalogOffer* catalog() const {
    if (!catalog_by_id.empty()) return catalog_by_id.front();
    return catalog_by_name.empty() ? nullptr : catalog_by_name.front();
  }
};

Known known_of(const Row& row, const PlanOptions& options) {
  Known known;
  if (options.matrix) {
    known.matrix_by_id = in_matrix(row, *options.matrix, true);
    known.matrix_by_name = in_matrix(row, *options.matrix, false);
  }
  known.catalog_by_id = in_catalog(row, options.catalog, true);
  known.catalog_by_name = in_catalog(row, options.catalog, false);
  known.name = facts_of_name(row.product);
  return known;
}

/// R2: matrix, catalog by id, catalog by name if its offers agree, markers in the name, commercial.
std::pair<Segment, SegmentBasis> segment_of(const Known& known) {
  for (const MatrixOffer* offer : {known.matrix_by_id, known.matrix_by_name}) {
    if (offer != nullptr && offer->segment) return {*offer->segment, SegmentBasis::matrix};
  }
  if (!known.catalog_by_id.empty() && known.catalog_by_id.front()->segment) {
    return {*known.catalog_by_id.front()->segment, SegmentBasis::catalog};
  }
  std::optional<Segment> by_name;
  bool agree = true;
  for (const CatalogOffer* offer : known.catalog_by_name) {
    if (!offer->segment) continue;
    if (by_name && *by_name != *offer->segment) agree = false;
    by_name = offer->segment;
  }
  if (by_name && agree) return {*by_name, SegmentBasis::catalog_name};
  if (known.name.segment) return {*known.name.segment, SegmentBasis::name};
  return {Segment::commercial, SegmentBasis::assumed};
}

/// R3: the row's term, the catalog's, the name's, one year.
std::pair<Term, TermBasis> term_of(const Row& row, const Known& known) {
  if (!row.term.empty()) return {*parse_iso_term(row.term), TermBasis::row};
  if (known.catalog() != nullptr && known.catalog()->term.known()) return {known.catalog()->term, TermBasis::catalog};
  if (known.name.term.known()) return {known.name.term, TermBasis::name};
  return {Term{12}, TermBasis::assumed};
}

/// R2: multi-year by term or by name, else by segment.
Category category_of(Segment segment, Term term, const Known& known) {
  if (term.months > 12 || known.name.term.months > 12) return Category::multi_year;
  return segment == Segment::commercial ? Category::commercial : Category::public_sector;
}

void decide_renewal(RowFacts& facts, const Row& row, EndDateMeaning end_date) {
  OptionalDate end = maybe_day(row.ends);
  OptionalDate renewal = maybe_day(row.renews);
  if (!renewal && end) renewal = end_date == EndDateMeaning::exclusive ? *end : *end + 1;
  if (!end && renewal) end = *renewal - 1;
  const Date year_9000 = day("9000-01-01");
  const OptionalDate own = maybe_day(row.renews);
  facts.never_renews = (end && *end >= year_9000) || (own && *own >= year_9000);
  facts.renewal.term_end = end;
  facts.renewal.renewal = facts.never_renews ? OptionalDate() : renewal;
}

Listing listing_of(const Known& known, const PlanOptions& options) {
  // A price list, which never says what can be migrated, tells segments only.
  if (!options.matrix) return Listing::no_matrix;
  const auto& offers = options.matrix->offers();
  if (std::none_of(offers.begin(), offers.end(),
                   [](const MatrixOffer& o) { return o.migration_enabled.has_value(); })) {
    return Listing::no_matrix;
  }
  const MatrixOffer* const offer = known.matrix();
  if (offer == nullptr) return Listing::missing;
  if (offer->migration_enabled == true) return Listing::enabled;
  return offer->nce_product.empty() ? Listing::no_equivalent : Listing::manual_only;
}

/// R8, first that holds; the base and the partner's schedule come later.
Coverage own_coverage(const Row& row, const RowFacts& facts, const Known& known) {
  const bool catalog_trial = known.catalog() != nullptr && known.catalog()->is_trial == true;
  const bool matrix_trial = known.matrix() != nullptr && known.matrix()->is_trial;
  if (has(row, RowFlag::trial) || catalog_trial || matrix_trial || known.name.trial) return Coverage::trial;
  if (row.status == Status::suspended) return Coverage::suspended;
  if (row.status != Status::active) return Coverage::inactive;
  if (facts.never_renews) return Coverage::no_renewal;
  if (row.auto_renew == false) return Coverage::auto_renew_off;
  if (facts.listing == Listing::no_equivalent) return Coverage::no_nce_equivalent;
  return Coverage::covered;
}

/// R7, first that holds.
Blocker own_blocker(const Row& row, const RowFacts& facts, const Known& known) {
  if (!row.ineligible_because.empty() || has(row, RowFlag::ineligible)) return Blocker::ineligible;
  if (known.name.promotion || has(row, RowFlag::promotion)) return Blocker::promotion;
  if (facts.offer.category == Category::multi_year) {
    return facts.listing == Listing::enabled ? Blocker::none : Blocker::unlisted;
  }
  if (facts.listing == Listing::missing || facts.listing == Listing::no_equivalent) return Blocker::not_in_matrix;
  return facts.listing == Listing::manual_only ? Blocker::manual_only : Blocker::none;
}

/// The sentences of R7's table, as docs/rules.md has them.
int ineligibility_code_of(const std::string& reason) {
  static const std::array<std::string, 13> sentences = {"not active",
                                                        "being processed",
                                                        "too close to the term end",
                                                        "promotion",
                                                        "add-ons present",
                                                        "no NCE product",
                                                        "combination of term and billing",
                                                        "active for less than a month",
                                                        "trade status",
                                                        "invalid partner id",
                                                        "last 24 hours need a full term",
                                                        "invalid custom end date",
                                                        "custom end date must align"};
  const auto found = std::find(sentences.begin(), sentences.end(), reason);
  return found == sentences.end() ? -1 : static_cast<int>(found - sentences.begin());
}

/// R7: when self-service opens for the row's category.
OptionalDate service_from(const RowFacts& facts, const Edition& edition) {
  const CategorySchedule& schedule = edition.schedule(facts.offer.category);
  if (!schedule.self_service_when_listed) return schedule.self_service_from;
  if (facts.listing != Listing::enabled) return {};
  return facts.listed_on ? facts.listed_on : OptionalDate(edition.announced);
}

}  // namespace

bool has(const Row& row, RowFlag flag) { return std::count(row.flags.begin(), row.flags.end(), flag) > 0; }

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

RowFacts facts_of(const Row& row, const PlanOptions& options) {
  const Known known = known_of(row, options);
  RowFacts facts;
  std::tie(facts.offer.segment, facts.offer.segment_basis) = segment_of(known);
  std::tie(facts.offer.term, facts.offer.term_basis) = term_of(row, known);
  facts.offer.category = category_of(facts.offer.segment, facts.offer.term, known);
  decide_renewal(facts, row, options.end_date);
  facts.listing = listing_of(known, options);
  if (facts.listing == Listing::enabled) facts.listed_on = known.matrix()->listed_on;
  facts.shares_seats = known.name.shares_seats || (known.catalog() != nullptr && known.catalog()->max_seats == 300U);
  facts.own_coverage = own_coverage(row, facts, known);
  facts.own_blocker = own_blocker(row, facts, known);
  if (facts.own_blocker == Blocker::ineligible)
    facts.ineligibility_code = ineligibility_code_of(row.ineligible_because);
  facts.service_from = service_from(facts, options.edition);
  facts.start = maybe_day(row.created.empty() ? row.started : row.created);
  return facts;
}

}  // namespace nceplan::test::reference
