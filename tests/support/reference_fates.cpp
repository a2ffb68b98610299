// Which rows are planned, as what, and with whom (R1, R8, R9, R14).
#include <algorithm>
#include <map>
#include <set>

#include "nceplan/base/text.hpp"
#include "support/reference_judge.hpp"

namespace nceplan::test::reference {

std::string customer_key(const Row& row) {
  return row.customer_id.empty() ? "name " + fold(row.customer) : "id " + lower(row.customer_id);
}

/// R1.
void Judge::tell_fates() {
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    verdicts_.rows[i].root = i;
    if (rows_[i].kind == RowKind::nce) verdicts_.rows[i].fate = RowFate::already_nce;
    if (rows_[i].kind == RowKind::other) verdicts_.rows[i].fate = RowFate::other;
  }
}

/// Equal in all planned fields (R14): in everything but the day of the charge.
bool Judge::same_facts(const Row& a, const Row& b) const {
  std::set<RowFlag> a_flags(a.flags.begin(), a.flags.end());
  std::set<RowFlag> b_flags(b.flags.begin(), b.flags.end());
  return customer_key(a) == customer_key(b) && a.product == b.product && a.offer_id == b.offer_id && a.kind == b.kind &&
         a.ends == b.ends && a.renews == b.renews && a.created == b.created && a.started == b.started &&
         a.term == b.term && a.seats == b.seats && a.status == b.status && a.auto_renew == b.auto_renew &&
         a_flags == b_flags && lower(a.base) == lower(b.base) && lower(a.migrated_from) == lower(b.migrated_from) &&
         a.ineligible_because == b.ineligible_because && a.provider == b.provider && a.target_date == b.target_date &&
         a.target_term == b.target_term;
}

/// R14: one row per subscription id remains.
void Judge::merge_duplicates() {
  std::map<std::string, std::size_t> kept;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (rows_[i].id.empty()) continue;
    const auto [before, first] = kept.emplace(lower(rows_[i].id), i);
    if (first) continue;
    const Row& old = rows_[before->second];
    bool replaces = false;
    if (!old.charge_start.empty() && !rows_[i].charge_start.empty()) {
      replaces = day(rows_[i].charge_start) >= day(old.charge_start);
    } else if (!same_facts(old, rows_[i])) {
      replaces = true;
      ++verdicts_.conflicts;
    }
    verdicts_.rows[replaces ? before->second : i].fate = RowFate::merged;
    if (replaces) before->second = i;
  }
}

std::optional<std::size_t> Judge::planned_row_of(const std::string& id) const {
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (!id.empty() && lower(rows_[i].id) == lower(id) && planned(i)) return i;
  }
  return std::nullopt;
}

const MigrationEvidence* Judge::evidence_of(std::size_t row) const {
  const MigrationEvidence* best = nullptr;
  const auto weight = [](const MigrationEvidence& e) {
    return e.state == MigrationState::completed ? 2 : e.state == MigrationState::scheduled ? 1 : 0;
  };
  for (const MigrationEvidence& evidence : options_.evidence.statements) {
    if (rows_[row].id.empty() || lower(evidence.subscription_id) != lower(rows_[row].id)) continue;
    if (best == nullptr || weight(evidence) >= weight(*best)) best = &evidence;
  }
  return best;
}

/// R1: named by an NCE row, or proven, to be in New Commerce.
void Judge::mark_migrated() {
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (verdicts_.rows[i].fate == RowFate::already_nce) {
      const auto legacy = planned_row_of(rows_[i].migrated_from);
      if (legacy) on_nce_[*legacy] = true;
    }
    if (!planned(i)) continue;
    const MigrationEvidence* const evidence = evidence_of(i);
    if (has(rows_[i], RowFlag::migrated)) on_nce_[i] = true;
    if (evidence != nullptr && evidence->state == MigrationState::completed) on_nce_[i] = true;
  }
}

/// R8: a schedule of the partner outranks every reason but `inactive`.
void Judge::note_schedules() {
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const bool inactive = rows_[i].status != Status::active && rows_[i].status != Status::suspended;
    if (!planned(i) || inactive) continue;
    const MigrationEvidence* const evidence = evidence_of(i);
    const OptionalDate renewal = facts_[i].renewal.renewal;
    if (evidence != nullptr && evidence->state == MigrationState::scheduled) {
      schedules_[i] = {evidence->target_date ? evidence->target_date : renewal, evidence->target_term};
    } else if (has(rows_[i], RowFlag::partner_scheduled)) {
      const OptionalDate target = maybe_day(rows_[i].target_date);
      const Term term = rows_[i].target_term.empty() ? Term{} : *parse_iso_term(rows_[i].target_term);
      schedules_[i] = {target ? target : renewal, term};
    }
  }
}

/// R9: from add-on to base until there is none; a circle rejects its rows.
void Judge::find_roots() {
  std::vector<std::optional<std::size_t>> base(rows_.size());
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (!planned(i) || on_nce_[i] || rows_[i].base.empty()) continue;
    base[i] = planned_row_of(rows_[i].base);
    if (!base[i]) orphan_[i] = true;
    if (base[i] && on_nce_[*base[i]]) base[i] = std::nullopt;  // R1: planned as if it stood alone
  }
  std::vector<bool> in_circle(rows_.size());
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    std::optional<std::size_t> at = base[i];
    for (std::size_t steps = 0; at && *at != i && steps < rows_.size(); ++steps) at = base[*at];
    in_circle[i] = at == i;
  }
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (in_circle[i]) {
      verdicts_.rows[i].fate = RowFate::rejected;
      ++verdicts_.cycles;
    } else {
      // The base of a row below a circle is rejected, so that it is not in the plan.
      if (base[i] && in_circle[*base[i]]) orphan_[i] = true;
      std::size_t at = i;
      while (base[at] && !in_circle[*base[at]]) at = *base[at];
      root(i) = at;
    }
  }
  verdicts_.orphans = static_cast<std::size_t>(std::count(orphan_.begin(), orphan_.end(), true));
}

}  // namespace nceplan::test::reference
