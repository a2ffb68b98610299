#include "nceplan/plan/migration_units.hpp"

#include <algorithm>

#include "nceplan/rules/migration.hpp"

namespace nceplan {
namespace {

constexpr StayReason stays(BatchReason reason) { return {reason, PhaseReason::none}; }

/// Why the partner has nothing to migrate here, whatever the day; none when there is something.
StayReason reason_to_stay(const PlanEntry& entry) {
  if (entry.takeover) return stays(BatchReason::takeover);
  switch (entry.phase) {
    case Phase::already_nce:
      return stays(BatchReason::already_nce);
    case Phase::scheduled:
      return stays(BatchReason::scheduled);
    case Phase::window_open:
      return stays(BatchReason::window_open);
    case Phase::window_closed:
      return stays(BatchReason::window_closed);
    case Phase::not_covered:
      return {BatchReason::as_planned, entry.reason};
    case Phase::waiting:
      if (entry.reason != PhaseReason::not_yet_open) return {BatchReason::as_planned, entry.reason};
      break;
    case Phase::open:
    case Phase::due_soon:
      break;
  }
  return {};
}

/// The same for an add-on whose base moves.
StayReason addon_reason_to_stay(const PlanEntry& entry) {
  if (!entry.takeover && entry.coverage == Coverage::auto_renew_off && entry.phase == Phase::not_covered) return {};
  return reason_to_stay(entry);
}

class UnitSorter {
 public:
  UnitSorter(const Plan& plan, const std::function<bool(RowIndex)>& is_chosen) : plan_(plan), is_chosen_(is_chosen) {}

  MigrationUnits sorted() {
    for (const RowBlock& block : plan_.portfolio().blocks) {
      for (std::size_t i = 0; i < block.rows.size(); ++i) {
        const auto row = static_cast<RowIndex>(block.first_row + i);
        if (plan_.is_planned(row) && plan_.root(row) == row) add_bundle(row);
      }
    }
    const auto in_input_order = [](const StayingRow& a, const StayingRow& b) { return a.row < b.row; };
    std::sort(units_.staying.begin(), units_.staying.end(), in_input_order);
    return std::move(units_);
  }

 private:
  void add_bundle(RowIndex root) {
    const PlanEntry entry = plan_.entry(root);
    const std::vector<RowIndex> members = plan_.bundle_members(root);
    StayReason reason = reason_to_stay(entry);
    if (reason == StayReason{} && !is_chosen_(root)) reason = stays(BatchReason::not_selected);
    if (reason != StayReason{}) {
      units_.staying.push_back({root, reason});
      for (std::size_t i = 1; i < members.size(); ++i) add_staying_addon(members[i], reason);
      return;
    }
    units_.units.push_back(unit_of(root, entry));
    for (std::size_t i = 1; i < members.size(); ++i) {
      const StayReason own = addon_reason_to_stay(plan_.entry(members[i]));
      if (own == StayReason{}) {
        units_.units.back().rows.push_back(members[i]);
      } else {
        units_.staying.push_back({members[i], own});
      }
    }
  }

  /// An add-on has its base's reason unless it has one of its own.
  void add_staying_addon(RowIndex row, StayReason reason_of_base) {
    const StayReason own = reason_to_stay(plan_.entry(row));
    units_.staying.push_back({row, own == StayReason{} ? reason_of_base : own});
  }

  MigrationUnit unit_of(RowIndex root, const PlanEntry& entry) const {
    MigrationUnit unit;
    unit.rows = {root};
    unit.customer = plan_.customer_group(plan_.portfolio().row(root));
    unit.from = *entry.self_migration.from;
    unit.until = *entry.self_migration.until;
    unit.migration = *entry.migration.date;
    unit.next_renewal = unit.migration;
    if (entry.renewal.renewal) {
      const Date next = first_renewal_from(*entry.renewal.renewal, entry.offer.term, plan_.context().as_of + 1).date;
      unit.next_renewal = std::min(next, unit.migration);
    }
    return unit;
  }

  const Plan& plan_;
  const std::function<bool(RowIndex)>& is_chosen_;
  MigrationUnits units_;
};

}  // namespace

MigrationUnits migration_units(const Plan& plan, const std::function<bool(RowIndex)>& is_chosen) {
  return UnitSorter(plan, is_chosen).sorted();
}

}  // namespace nceplan
