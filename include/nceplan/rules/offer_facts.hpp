// What R1, R2, R7 and R10 say of a product, whoever holds it; computed once per product.
#pragma once

#include <cstdint>
#include <string_view>

#include "nceplan/base/date.hpp"
#include "nceplan/base/term.hpp"
#include "nceplan/model/codes.hpp"
#include "nceplan/model/offer_catalog.hpp"

namespace nceplan {

/// Where an offer stands in the user's offer matrix (R7, R8).
enum class MatrixStanding : std::uint8_t {
  no_matrix,     ///< none was given, or a price list that does not say what can be migrated
  absent,        ///< the matrix does not have the offer
  enabled,       ///< listed: migration is enabled
  manual_only,   ///< an NCE product, but migration not enabled
  no_equivalent  ///< neither migration nor an NCE product
};

struct OfferFacts {
  RowKind kind = RowKind::legacy;
  Segment segment = Segment::commercial;
  SegmentBasis segment_basis = SegmentBasis::assumed;
  Term catalog_term;             ///< unknown when the catalog has none
  Term name_term;                ///< the term the name states, unknown when it states none (R2)
  bool multi_year_name = false;  ///< the name says that the offer runs for several years
  bool trial = false;            ///< catalog, matrix or name
  bool promotion = false;        ///< the name says so
  bool seat_capped = false;      ///< pools 300 seats per customer (R10)
  MatrixStanding matrix = MatrixStanding::no_matrix;
  OptionalDate listed_on;  ///< the matrix's own column
  std::uint32_t pool = 0;  ///< equal for products whose seats are pooled: same offer id, else same name (R10)

  friend bool operator==(const OfferFacts&, const OfferFacts&) = default;
};

/// What an export says of an offer. Texts are trimmed and may be empty.
struct OfferTexts {
  std::string_view offer_id;
  std::string_view name;
};

/// All facts but `kind` and `pool`, which a portfolio decides. `matrix` may be null.
OfferFacts offer_facts_of(const OfferTexts& offer, const OfferCatalog& catalog, const OfferMatrix* matrix);

}  // namespace nceplan
