// Phase and actions of an entry (R11, R12), for reference_plan.
#pragma once

#include "support/planned.hpp"

namespace nceplan::test::reference {

struct Situation {
  Date as_of;
  int preorder_days = 60;
  bool already_nce = false;
  bool base_with_addons = false;
};

/// Sets phase, reason and actions from the dates that `entry` has.
void decide_phase_and_actions(PlanEntry& entry, const Situation& situation);

}  // namespace nceplan::test::reference
