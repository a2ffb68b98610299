#include "nceplan/model/plan_entry.hpp"

namespace nceplan {

bool is_urgent(const PlanEntry& entry, Date as_of) {
  const Action primary = entry.primary();
  return entry.phase == Phase::window_open || (primary.due && days_left(primary, as_of) <= urgent_days);
}

}  // namespace nceplan
