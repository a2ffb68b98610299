// Where a subscription stands on a date (R11).
#pragma once

#include "nceplan/base/date.hpp"
#include "nceplan/model/codes.hpp"
#include "nceplan/model/plan_entry.hpp"

namespace nceplan {

struct PhaseDecision {
  Phase phase = Phase::waiting;
  PhaseReason reason = PhaseReason::none;
  friend bool operator==(const PhaseDecision&, const PhaseDecision&) = default;
};

/// The phase before the window opens, where Microsoft migrates.
inline PhaseDecision phase_before_window(const SelfMigrationDecision& self, Date as_of) {
  if (self.blocker != Blocker::none) return {.phase = Phase::waiting, .reason = phase_reason(self.blocker)};
  if (!self.from) return {.phase = Phase::waiting, .reason = PhaseReason::date_not_announced};
  if (*self.from > as_of) return {.phase = Phase::waiting, .reason = PhaseReason::not_yet_open};
  return {.phase = *self.until - as_of <= due_soon_days ? Phase::due_soon : Phase::open};
}

/// The phase of an entry that has its coverage, migration, window and self-migration, and is not on NCE already.
inline PhaseDecision decide_phase(const PlanEntry& entry, Date as_of) {
  if (entry.coverage != Coverage::covered) {
    return {.phase = Phase::not_covered, .reason = phase_reason(entry.coverage)};
  }
  if (!entry.migration.date) return {.phase = Phase::waiting, .reason = PhaseReason::date_not_announced};
  if (as_of > *entry.window.end) return {.phase = Phase::window_closed};
  if (as_of >= *entry.window.start) return {.phase = Phase::window_open};
  if (entry.migration.by == MigratedBy::partner_schedule) return {.phase = Phase::scheduled};
  return phase_before_window(entry.self_migration, as_of);
}

}  // namespace nceplan
