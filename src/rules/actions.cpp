#include "nceplan/rules/actions.hpp"

#include <algorithm>

#include "nceplan/rules/migration.hpp"

namespace nceplan {
namespace {

Date next_renewal_in_nce(const MigrationDecision& migration, Date as_of) {
  return first_renewal_from(*migration.date, migration.target_term, as_of + 1).date;
}

void add_for_not_covered(ActionList& actions, const PlanEntry& entry, Date as_of) {
  const OptionalDate term_end = entry.renewal.term_end;
  if (!term_end || as_of > *term_end) return;
  switch (entry.coverage) {
    case Coverage::trial:
      actions.add({ActionCode::decide_trial, {}, term_end});
      break;
    case Coverage::suspended:
      actions.add({ActionCode::reactivate_or_release, {}, term_end});
      break;
    case Coverage::auto_renew_off:
      actions.add({ActionCode::decide_auto_renew, {}, term_end});
      if (entry.self_migration.blocker == Blocker::none) {
        actions.add({ActionCode::migrate_before_end, {}, entry.self_migration.until});
      }
      break;
    case Coverage::no_nce_equivalent:
      actions.add({ActionCode::choose_replacement, {}, *entry.renewal.renewal - 1});
      break;
    case Coverage::covered:
    case Coverage::inactive:
    case Coverage::no_renewal:
    case Coverage::base_not_covered:
      break;
  }
}

void add_for_waiting(ActionList& actions, const PlanEntry& entry, Date as_of) {
  if (!entry.migration.date) return;
  const SelfMigrationDecision& self = entry.self_migration;
  switch (self.blocker) {
    case Blocker::unlisted:
    case Blocker::not_in_matrix: {
      const Date next_matrix = first_of_next_month(as_of);
      actions.add({ActionCode::check_offer_matrix, {}, std::min(next_matrix, *entry.migration.date - 1)});
      return;
    }
    case Blocker::manual_only:
      actions.add({ActionCode::order_manually, {}, self.until});
      return;
    case Blocker::ineligible:
    case Blocker::promotion:
    case Blocker::bundle:
      actions.add({ActionCode::clear_blocker, {}, self.until});
      return;
    case Blocker::none:
      break;
  }
  if (!self.from || *self.from > *self.until) {
    actions.add({ActionCode::plan_window, {}, entry.window.last_full_day});
  } else {
    actions.add({ActionCode::prepare_migration, self.from, self.until});
  }
}

void add_for_open(ActionList& actions, const PlanEntry& entry, Date as_of) {
  const SelfMigrationDecision& self = entry.self_migration;
  if (as_of < *self.preorder_from) actions.add({ActionCode::contact_customer, {}, self.preorder_from});
  if (as_of > *self.until) {
    actions.add({ActionCode::migrate_full_term, {}, *entry.migration.date - 1});
    return;
  }
  actions.add({ActionCode::migrate_yourself, self.from, self.until});
  actions.add({ActionCode::preorder, self.preorder_from, self.until});
}

void add_for_window_open(ActionList& actions, const WindowDecision& window, Date as_of) {
  const bool last_day = OptionalDate(as_of) == window.end;
  actions.add({ActionCode::adjust_in_window, {}, last_day ? window.end : window.last_full_day});
}

/// The window of a migration that evidence shows to be completed.
void add_after_completion(ActionList& actions, const PlanEntry& entry, Date as_of) {
  const WindowDecision& window = entry.window;
  if (window.end && as_of >= *window.start && as_of <= *window.end) add_for_window_open(actions, window, as_of);
}

void add_for_window_closed(ActionList& actions, const PlanEntry& entry, const ActionContext& context) {
  const Date next = next_renewal_in_nce(entry.migration, context.as_of);
  actions.add({ActionCode::plan_next_term, next - context.preorder_days, next - 1});
}

void add_main(ActionList& actions, const PlanEntry& entry, const ActionContext& context) {
  switch (entry.phase) {
    case Phase::not_covered:
      add_for_not_covered(actions, entry, context.as_of);
      break;
    case Phase::waiting:
      add_for_waiting(actions, entry, context.as_of);
      break;
    case Phase::due_soon:
    case Phase::open:
      add_for_open(actions, entry, context.as_of);
      break;
    case Phase::window_open:
      add_for_window_open(actions, entry.window, context.as_of);
      break;
    case Phase::window_closed:
      add_for_window_closed(actions, entry, context);
      break;
    case Phase::already_nce:
      add_after_completion(actions, entry, context.as_of);
      break;
    case Phase::scheduled:
      break;
  }
}

/// Whether the partner's own migration can still make a difference.
bool can_move_yet(const PlanEntry& entry, Date as_of) {
  if (entry.phase == Phase::waiting || entry.phase == Phase::open || entry.phase == Phase::due_soon) return true;
  return entry.coverage == Coverage::auto_renew_off && as_of <= *entry.renewal.term_end;
}

/// The last day on which the partner can migrate, be it with a new full term; none when no date is announced.
OptionalDate last_day_to_move(const PlanEntry& entry, Date as_of) {
  const OptionalDate until = entry.self_migration.until;
  if (until && as_of <= *until) return until;
  if (entry.coverage == Coverage::auto_renew_off) return entry.renewal.term_end;
  return entry.migration.date ? OptionalDate(*entry.migration.date - 1) : until;
}

/// R8: looked at again within 72 hours, the longest that a migration takes (R6).
Action await_migration(const PlanEntry& entry, Date as_of) {
  constexpr int longest_migration = 3;
  const OptionalDate last = last_day_to_move(entry, as_of);
  const Date look = as_of + longest_migration;
  return {ActionCode::await_migration, {}, last ? std::max(as_of, std::min(look, *last)) : look};
}

bool must_qualify(Segment segment) {
  return segment == Segment::education || segment == Segment::nonprofit || segment == Segment::gcc;
}

/// What goes along with a main action.
void add_accompanying(ActionList& actions, const PlanEntry& entry, const ActionContext& context) {
  const OptionalDate until = entry.self_migration.until;
  const bool before_window =
      entry.phase == Phase::waiting || entry.phase == Phase::open || entry.phase == Phase::due_soon;
  const bool loses_monthly = entry.offer.term == one_month && entry.migration.by == MigratedBy::microsoft &&
                             entry.migration.target_term != one_month;
  if (loses_monthly && before_window) actions.add({ActionCode::keep_monthly, {}, until});
  if (loses_monthly && entry.phase == Phase::window_open) {
    actions.add({ActionCode::keep_monthly, {}, entry.window.last_full_day});
  }
  if (before_window && must_qualify(entry.offer.segment)) {
    actions.add({ActionCode::verify_qualification, {}, until});
  }
  if (context.base_with_addons && entry.self_migration.blocker == Blocker::bundle) {
    actions.add({ActionCode::resolve_bundle, {}, until});
  }
  if (entry.notes.has(Note::seat_cap) && until) actions.add({ActionCode::split_seats, {}, until});
}

/// The next day after `as_of` on which a term of the subscription runs out.
OptionalDate next_renewal(const PlanEntry& entry, Date as_of) {
  const MigrationDecision& migration = entry.migration;
  if (migration.date && *migration.date <= as_of) return next_renewal_in_nce(migration, as_of);
  if (!entry.renewal.renewal) return migration.date;
  const Date in_legacy = first_renewal_from(*entry.renewal.renewal, entry.offer.term, as_of + 1).date;
  return migration.date ? std::min(in_legacy, *migration.date) : in_legacy;
}

}  // namespace

ActionList actions_for(const PlanEntry& entry, const ActionContext& context) {
  ActionList actions;
  if (entry.migration_state == MigrationState::processing && can_move_yet(entry, context.as_of)) {
    actions.add(await_migration(entry, context.as_of));
    return actions;
  }
  if (entry.migration_state == MigrationState::failed && can_move_yet(entry, context.as_of)) {
    actions.add({ActionCode::clear_failed_migration, {}, last_day_to_move(entry, context.as_of)});
  }
  add_main(actions, entry, context);
  if (!actions.empty()) add_accompanying(actions, entry, context);
  return actions;
}

ActionList takeover_actions(const PlanEntry& entry, const ActionContext& context) {
  ActionList actions;
  const OptionalDate next = next_renewal(entry, context.as_of);
  if (next) actions.add({ActionCode::offer_takeover, *next - context.preorder_days, *next - 1});
  return actions;
}

}  // namespace nceplan
