// Which rows of two plans are one subscription.
#pragma once

#include <string>
#include <vector>

#include "nceplan/plan/plan_diff.hpp"

namespace nceplan {

struct MatchedRows {
  RowIndex before = 0;
  RowIndex after = 0;
  MatchedBy basis = MatchedBy::id;
};

struct Matching {
  std::vector<MatchedRows> pairs;
  std::vector<RowIndex> only_before;  ///< ascending
  std::vector<RowIndex> only_after;   ///< ascending
};

/// Pairs the planned rows of both plans by id.
Matching match_by_id(const Plan& before, const Plan& after);

/// Pairs what `matching` has left over by customer and product, where at least one of the two has no id of its own.
void match_by_product(const Plan& before, const Plan& after, Matching& matching);

/// Rows without an id that are left over on one side, with others of their customer and product left on the other.
std::uint64_t count_unidentified(const Plan& before, const Plan& after, const Matching& matching);

}  // namespace nceplan
