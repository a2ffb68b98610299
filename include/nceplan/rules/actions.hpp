// What to do about a subscription, and by when (R12).
#pragma once

#include "nceplan/base/date.hpp"
#include "nceplan/model/codes.hpp"
#include "nceplan/model/plan_entry.hpp"

namespace nceplan {

struct ActionContext {
  Date as_of;
  int preorder_days = 60;         ///< the edition's: how far ahead an order can be placed
  bool base_with_addons = false;  ///< other members of the bundle follow this one
};

/// The actions of an entry whose phase is decided, the primary one first. For one that is on NCE already only
/// the rest of its window, where its completion is known.
ActionList actions_for(const PlanEntry& entry, const ActionContext& context);

/// The one action for a subscription held at another provider: an offer before its next renewal after `as_of`. None
/// when it never renews.
ActionList takeover_actions(const PlanEntry& entry, const ActionContext& context);

}  // namespace nceplan
