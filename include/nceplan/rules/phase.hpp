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

/// The phase of an entry that has its coverage, migration, window and self-migration, and is not on NCE already.
PhaseDecision decide_phase(const PlanEntry& entry, Date as_of);

}  // namespace nceplan
