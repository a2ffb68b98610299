// The dates of planned rows (R3 to R10) and the count (R14).
#include "support/reference_plan.hpp"

#include <algorithm>

#include "nceplan/base/text.hpp"
#include "support/reference_actions.hpp"
#include "support/reference_judge.hpp"

namespace nceplan::test::reference {
namespace {

OptionalDate later(OptionalDate a, OptionalDate b) {
  if (!a) return b;
  return b && *b > *a ? b : a;
}

}  // namespace

/// R8 of the row alone.
Coverage Judge::standing(std::size_t row) const {
  return schedules_[row].date ? Coverage::covered : facts_[row].own_coverage;
}

/// R8 and R9: its own reason, else that its base is not covered.
Coverage Judge::coverage_of(std::size_t row) {
  if (standing(row) != Coverage::covered || schedules_[row].date) return standing(row);
  return standing(root(row)) == Coverage::covered ? Coverage::covered : Coverage::base_not_covered;
}

/// R4 and R5 of the row alone.
MigrationDecision Judge::microsoft_migration(std::size_t row) const {
  MigrationDecision migration;
  const OptionalDate from = options_.edition.schedule(facts_[row].offer.category).microsoft_led_from;
  const OptionalDate renewal = facts_[row].renewal.renewal;
  if (!from || !renewal) return migration;
  int k = 0;
  while (add_months(*renewal, k * facts_[row].offer.term.months) < *from) ++k;
  migration.date = add_months(*renewal, k * facts_[row].offer.term.months);
  migration.terms_renewed = k;
  migration.by = MigratedBy::microsoft;
  migration.target_term = options_.edition.outcome_of(facts_[row].offer.term);
  return migration;
}

/// R4, R5, R8, R9. A bundle moves together; a member that the partner scheduled alone goes alone.
MigrationDecision Judge::migration_of(std::size_t row) {
  const std::size_t base = root(row);
  const bool base_covered = standing(base) == Coverage::covered;
  const bool follows = follows_another(row) && base_covered && (!schedules_[row].date || schedules_[base].date);
  if (follows) verdicts_.rows[row].entry.notes.add(Note::follows_base);
  const std::size_t decides = follows ? base : row;
  MigrationDecision migration;
  if (schedules_[decides].date) {
    const Term own = schedules_[row].target_term;
    const Term of_base = schedules_[decides].target_term;
    migration.date = schedules_[decides].date;
    migration.by = MigratedBy::partner_schedule;
    migration.target_term = own.known() ? own : of_base.known() ? of_base : facts_[decides].offer.term;
  } else {
    migration = microsoft_migration(decides);
    if (migration.date) migration.target_term = options_.edition.outcome_of(facts_[row].offer.term);
  }
  return migration;
}

void Judge::decide_dates(std::size_t row) {
  if (!planned(row)) return;
  PlanEntry& entry = verdicts_.rows[row].entry;
  entry.offer = facts_[row].offer;
  entry.renewal = facts_[row].renewal;
  if (on_nce_[row]) return;
  entry.coverage = coverage_of(row);
  if (entry.coverage == Coverage::covered) {
    entry.migration = migration_of(row);
    if (entry.migration.date) {  // R6
      const Date start = *entry.migration.date;
      const int length = options_.edition.window_days;
      entry.window = {.start = start, .last_full_day = start + length - 1, .end = start + length};
      if (day(options_.as_of) == start + length) entry.notes.add(Note::window_closing);
      if (day(options_.as_of) > start + 3) entry.notes.add(Note::still_legacy);
    }
    if (entry.migration.by != MigratedBy::partner_schedule) decide_self_migration(row);
  }
  if (entry.coverage == Coverage::auto_renew_off) decide_self_migration(row);
}

/// R7: start + 1 month for a base or an add-on planned alone, + 30 days for an add-on.
OptionalDate Judge::first_month_of(std::size_t row) {
  const OptionalDate start = facts_[row].start;
  if (!start) return {};
  return follows_another(row) ? *start + 30 : add_months(*start, 1);
}

/// R7.
void Judge::decide_self_migration(std::size_t row) {
  PlanEntry& entry = verdicts_.rows[row].entry;
  SelfMigrationDecision& self = entry.self_migration;
  bool known = true;
  bool another_is_blocked = false;
  OptionalDate latest;
  for (std::size_t member = 0; member < rows_.size(); ++member) {
    if (!planned(member) || on_nce_[member] || root(member) != root(row) || schedules_[member].date) continue;
    const Coverage own = facts_[member].own_coverage;
    if (own != Coverage::covered && own != Coverage::auto_renew_off) continue;
    if (facts_[member].own_blocker != Blocker::none) another_is_blocked = true;
    if (!facts_[member].service_from) known = false;
    latest = later(latest, later(facts_[member].service_from, first_month_of(member)));
  }
  self.blocker = facts_[row].own_blocker;
  if (self.blocker == Blocker::none && another_is_blocked) self.blocker = Blocker::bundle;
  if (self.blocker == Blocker::ineligible) {
    self.ineligibility_code = static_cast<std::int8_t>(facts_[row].ineligibility_code);
  }
  if (self.blocker == Blocker::none && known) self.from = latest;
  if (entry.coverage == Coverage::auto_renew_off) {
    self.until = *entry.renewal.term_end - 1;
  } else if (entry.migration.date) {
    self.until = *entry.migration.date - 2;
    self.preorder_from = *entry.migration.date - options_.edition.preorder_days;
  }
}

/// R10: seats of a customer's covered subscriptions of one offer.
void Judge::pool_seats() {
  const auto takes_part = [this](std::size_t row) {
    return planned(row) && !on_nce_[row] && facts_[row].shares_seats && rows_[row].seats > 0 &&
           verdicts_.rows[row].entry.coverage == Coverage::covered;
  };
  const auto pool_of = [this](std::size_t row) {
    const Row& r = rows_[row];
    return customer_key(r) + '\n' + (r.offer_id.empty() ? "name " + fold(r.product) : "id " + lower(r.offer_id));
  };
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (!takes_part(i)) continue;
    for (std::size_t k = 0; k < rows_.size(); ++k) {
      if (takes_part(k) && pool_of(k) == pool_of(i)) seat_sums_[i] += rows_[k].seats;
    }
    if (seat_sums_[i] <= 300) continue;
    verdicts_.rows[i].entry.notes.add(Note::seat_cap);
    verdicts_.rows[i].entry.seat_sum = static_cast<std::uint32_t>(seat_sums_[i]);
  }
}

void Judge::finish(std::size_t row) {
  if (!planned(row)) return;
  PlanEntry& entry = verdicts_.rows[row].entry;
  const Row& facts = rows_[row];
  if (entry.offer.term_basis == TermBasis::assumed) entry.notes.add(Note::term_assumed);
  if (!facts.auto_renew) entry.notes.add(Note::auto_renew_assumed);
  if (facts.id.empty()) entry.notes.add(Note::id_assumed);
  if (orphan_[row]) entry.notes.add(Note::parent_missing);
  if (has(facts, RowFlag::status_unknown)) entry.notes.add(Note::status_assumed);
  const bool elsewhere =
      !options_.own_provider.empty() && !facts.provider.empty() && fold(facts.provider) != fold(options_.own_provider);
  entry.takeover = has(facts, RowFlag::takeover) || elsewhere;
  bool has_addons = false;
  bool is_member = false;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    has_addons |= i != row && planned(i) && root(i) == row;
    is_member |= i != row && planned(i) && root(i) == root(row);
  }
  if (is_member && !on_nce_[row] && entry.self_migration.blocker == Blocker::none) {
    const bool ineligible = !facts.ineligible_because.empty() || has(facts, RowFlag::ineligible);
    if (ineligible) entry.notes.add(Note::ineligible);
    if (has(facts, RowFlag::promotion)) entry.notes.add(Note::promotion);
  }
  decide_phase_and_actions(entry, {.as_of = day(options_.as_of),
                                   .preorder_days = options_.edition.preorder_days,
                                   .already_nce = on_nce_[row],
                                   .base_with_addons = has_addons});
}

/// R14.
void Judge::count() {
  verdicts_.counts.read = rows_.size();
  for (const Verdict& verdict : verdicts_.rows) {
    if (verdict.fate == RowFate::planned) ++verdicts_.counts.planned;
    if (verdict.fate == RowFate::already_nce) ++verdicts_.counts.already_nce;
    if (verdict.fate == RowFate::other) ++verdicts_.counts.other;
    if (verdict.fate == RowFate::rejected) ++verdicts_.counts.rejected;
    if (verdict.fate == RowFate::merged) ++verdicts_.counts.merged;
  }
}

Verdicts judge(const std::vector<Row>& rows, const PlanOptions& options) { return Judge(rows, options).judge(); }

}  // namespace nceplan::test::reference
