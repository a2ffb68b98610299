// What the rules say of one row by itself (R2, R3, R7, R8), for reference_plan.
#pragma once

#include <string>

#include "support/planned.hpp"

namespace nceplan::test::reference {

/// What the user's offer matrix says of an offer (R7, R8).
enum class Listing { no_matrix, missing, enabled, manual_only, no_equivalent };

struct RowFacts {
  OfferDecision offer;
  RenewalDecision renewal;
  bool never_renews = false;
  Listing listing = Listing::no_matrix;
  OptionalDate listed_on;
  bool shares_seats = false;
  Coverage own_coverage = Coverage::covered;  ///< R8, before base and schedule are looked at
  Blocker own_blocker = Blocker::none;        ///< R7, before the bundle is looked at
  int ineligibility_code = -1;
  OptionalDate service_from;  ///< R7: `self_service_from` of its category; none when nobody knows
  OptionalDate start;
};

RowFacts facts_of(const Row& row, const PlanOptions& options);

bool has(const Row& row, RowFlag flag);
std::string lower(std::string text);

}  // namespace nceplan::test::reference
