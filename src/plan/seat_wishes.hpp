// Which wishes for seats can be granted: a customer pools 300 seats of a Business offer (R10;
// PC/migrate-subscriptions-to-new-commerce "Migration of SMB SKUs").
#pragma once

#include <unordered_set>

#include "nceplan/plan/batch.hpp"

namespace nceplan {

class SeatWishes {
 public:
  /// Reports wishes that lift a pool over its cap, and wishes for ids that the plan does not have.
  SeatWishes(const Plan& plan, const BatchRequest& request, Diagnostics& diagnostics);

  bool is_refused(RowIndex row) const { return refused_.count(row) != 0; }

 private:
  std::unordered_set<RowIndex> refused_;
};

}  // namespace nceplan
