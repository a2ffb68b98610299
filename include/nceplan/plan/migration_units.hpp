// What the partner can still migrate: bundles and single subscriptions, each with its window of days (R7, R9).
#pragma once

#include <functional>
#include <vector>

#include "nceplan/base/date.hpp"
#include "nceplan/model/batch_reason.hpp"
#include "nceplan/plan/plan.hpp"

namespace nceplan {

/// One migration: a base with the add-ons that move along, or a subscription alone.
struct MigrationUnit {
  std::vector<RowIndex> rows;  ///< the base first, then its add-ons in input order
  std::uint32_t customer = 0;  ///< Plan::customer_group
  Date from;                   ///< self_migrate_from; may lie before the as-of date
  Date until;                  ///< self_migrate_until, inclusive; may lie before `from`
  Date migration;              ///< when Microsoft would migrate it
  Date next_renewal;           ///< the first renewal behind the as-of date; at the latest `migration`

  RowIndex root() const { return rows.front(); }
};

/// A planned row that is in no unit, or dropped out of one, and why.
struct StayingRow {
  RowIndex row = 0;
  StayReason reason;
  friend bool operator==(const StayingRow&, const StayingRow&) = default;
};

struct MigrationUnits {
  std::vector<MigrationUnit> units;  ///< in input order of their bases
  std::vector<StayingRow> staying;   ///< all other planned rows, in input order
};

/// Sorts every planned row into a unit or among those that stay. A unit has a known `from`, no blocker, and Microsoft
/// has not begun; it may not be open yet. An add-on whose auto-renew is off moves with its base; one that is not
/// covered for another reason of its own stays. `is_chosen` is asked for bases and single subscriptions: bundles are
/// never split.
MigrationUnits migration_units(const Plan& plan, const std::function<bool(RowIndex)>& is_chosen);

}  // namespace nceplan
