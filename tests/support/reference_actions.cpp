#include "support/reference_actions.hpp"

#include <algorithm>
#include <vector>

namespace nceplan::test::reference {
namespace {

struct PhaseAndReason {
  Phase phase;
  PhaseReason reason = PhaseReason::none;
};

/// The table of R11, row by row.
PhaseAndReason phase_of(const PlanEntry& entry, const Situation& situation) {
  const Date as_of = situation.as_of;
  const SelfMigrationDecision& self = entry.self_migration;
  if (situation.already_nce) return {Phase::already_nce};
  if (entry.coverage != Coverage::covered) return {Phase::not_covered, phase_reason(entry.coverage)};
  if (!entry.migration.date) return {Phase::waiting, PhaseReason::date_not_announced};
  if (as_of > *entry.window.end) return {Phase::window_closed};
  if (as_of >= *entry.window.start) return {Phase::window_open};
  if (entry.migration.by == MigratedBy::partner_schedule) return {Phase::scheduled};
  if (self.blocker != Blocker::none) return {Phase::waiting, phase_reason(self.blocker)};
  if (!self.from) return {Phase::waiting, PhaseReason::date_not_announced};
  if (*self.from > as_of) return {Phase::waiting, PhaseReason::not_yet_open};
  if (*self.until - as_of <= 30) return {Phase::due_soon};
  return {Phase::open};
}

/// First anchor + k x term after `day`, k = from, from + 1, ...
Date step_after(Date anchor, Term term, Date day, int from) {
  int k = from;
  while (add_months(anchor, k * term.months) <= day) ++k;
  return add_months(anchor, k * term.months);
}

Date first_of_month_after(Date date) {
  Date next = date + 1;
  while (year_month_day(next).day != 1) next = next + 1;
  return next;
}

void not_covered(const PlanEntry& entry, Date as_of, std::vector<Action>& actions) {
  const OptionalDate end = entry.renewal.term_end;
  if (!end || as_of > *end) return;
  if (entry.coverage == Coverage::trial) actions.push_back({ActionCode::decide_trial, {}, end});
  if (entry.coverage == Coverage::suspended) actions.push_back({ActionCode::reactivate_or_release, {}, end});
  if (entry.coverage == Coverage::auto_renew_off) {
    actions.push_back({ActionCode::decide_auto_renew, {}, end});
    if (entry.self_migration.blocker == Blocker::none) {
      actions.push_back({ActionCode::migrate_before_end, {}, entry.self_migration.until});
    }
  }
  if (entry.coverage == Coverage::no_nce_equivalent) {
    actions.push_back({ActionCode::choose_replacement, {}, *entry.renewal.renewal - 1});
  }
}

void waiting(const PlanEntry& entry, Date as_of, std::vector<Action>& actions) {
  if (!entry.migration.date) return;
  const SelfMigrationDecision& self = entry.self_migration;
  if (self.blocker == Blocker::unlisted || self.blocker == Blocker::not_in_matrix) {
    const Date due = std::min(first_of_month_after(as_of), *entry.migration.date - 1);
    actions.push_back({ActionCode::check_offer_matrix, {}, due});
  } else if (self.blocker == Blocker::manual_only) {
    actions.push_back({ActionCode::order_manually, {}, self.until});
  } else if (self.blocker != Blocker::none) {
    actions.push_back({ActionCode::clear_blocker, {}, self.until});
  } else if (!self.from || *self.from > *self.until) {
    actions.push_back({ActionCode::plan_window, {}, entry.window.last_full_day});
  } else {
    actions.push_back({ActionCode::prepare_migration, self.from, self.until});
  }
}

void open(const PlanEntry& entry, Date as_of, std::vector<Action>& actions) {
  const SelfMigrationDecision& self = entry.self_migration;
  if (as_of < *self.preorder_from) actions.push_back({ActionCode::contact_customer, {}, self.preorder_from});
  if (as_of > *self.until) {
    actions.push_back({ActionCode::migrate_full_term, {}, *entry.migration.date - 1});
  } else {
    actions.push_back({ActionCode::migrate_yourself, self.from, self.until});
    actions.push_back({ActionCode::preorder, self.preorder_from, self.until});
  }
}

void in_addition(const PlanEntry& entry, const Situation& situation, std::vector<Action>& actions) {
  const OptionalDate until = entry.self_migration.until;
  const bool before = entry.phase == Phase::waiting || entry.phase == Phase::open || entry.phase == Phase::due_soon;
  const bool becomes_annual = entry.migration.date && entry.offer.term == Term{1} &&
                              entry.migration.by == MigratedBy::microsoft && entry.migration.target_term != Term{1};
  if (becomes_annual && before) actions.push_back({ActionCode::keep_monthly, {}, until});
  if (becomes_annual && entry.phase == Phase::window_open) {
    actions.push_back({ActionCode::keep_monthly, {}, entry.window.last_full_day});
  }
  const Segment segment = entry.offer.segment;
  const bool qualifies = segment == Segment::education || segment == Segment::nonprofit || segment == Segment::gcc;
  if (qualifies && before) actions.push_back({ActionCode::verify_qualification, {}, until});
  if (situation.base_with_addons && entry.self_migration.blocker == Blocker::bundle) {
    actions.push_back({ActionCode::resolve_bundle, {}, until});
  }
  if (entry.notes.has(Note::seat_cap) && until) actions.push_back({ActionCode::split_seats, {}, until});
}

/// The next day on which a term ends: in legacy up to the migration, in New Commerce from then on.
OptionalDate next_renewal(const PlanEntry& entry, Date as_of) {
  const OptionalDate migration = entry.migration.date;
  if (migration && *migration <= as_of) return step_after(*migration, entry.migration.target_term, as_of, 1);
  if (!entry.renewal.renewal) return migration;
  const Date legacy = step_after(*entry.renewal.renewal, entry.offer.term, as_of, 0);
  return migration && *migration < legacy ? *migration : legacy;
}

/// The table of R12.
std::vector<Action> actions_of(const PlanEntry& entry, const Situation& situation) {
  const Date as_of = situation.as_of;
  std::vector<Action> actions;
  if (entry.takeover) {
    const OptionalDate next = next_renewal(entry, as_of);
    if (next) actions.push_back({ActionCode::offer_takeover, *next - situation.preorder_days, *next - 1});
    return actions;
  }
  if (entry.phase == Phase::not_covered) not_covered(entry, as_of, actions);
  if (entry.phase == Phase::waiting) waiting(entry, as_of, actions);
  if (entry.phase == Phase::open || entry.phase == Phase::due_soon) open(entry, as_of, actions);
  if (entry.phase == Phase::window_open) {
    const bool last_day = as_of == *entry.window.end;
    actions.push_back({ActionCode::adjust_in_window, {}, last_day ? entry.window.end : entry.window.last_full_day});
  }
  if (entry.phase == Phase::window_closed) {
    const Date next = step_after(*entry.migration.date, entry.migration.target_term, as_of, 1);
    actions.push_back({ActionCode::plan_next_term, next - situation.preorder_days, next - 1});
  }
  if (!actions.empty()) in_addition(entry, situation, actions);
  return actions;
}

}  // namespace

void decide_phase_and_actions(PlanEntry& entry, const Situation& situation) {
  const PhaseAndReason decided = phase_of(entry, situation);
  entry.phase = decided.phase;
  entry.reason = decided.reason;
  for (const Action& action : actions_of(entry, situation)) entry.actions.add(action);
}

}  // namespace nceplan::test::reference
