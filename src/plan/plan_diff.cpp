#include "nceplan/plan/plan_diff.hpp"

#include <algorithm>
#include <array>

#include "id_table.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/base/text_map.hpp"
#include "row_matcher.hpp"

namespace nceplan {
namespace {

const Subscription& subscription_of(const Plan& plan, RowIndex row) { return plan.portfolio().row(row); }

std::string_view customer_name(const Plan& plan, RowIndex row) {
  return plan.portfolio().text(plan.portfolio().customer(subscription_of(plan, row).customer).name);
}

/// Two texts that both sides have and that differ, whatever their case.
bool renamed(std::string_view before, std::string_view after) {
  return !before.empty() && !after.empty() && fold(before) != fold(after);
}

bool product_differs(const Plan& before, RowIndex old_row, const Plan& after, RowIndex new_row) {
  const Product& a = before.portfolio().product(subscription_of(before, old_row).product);
  const Product& b = after.portfolio().product(subscription_of(after, new_row).product);
  const std::string_view old_offer = before.portfolio().text(a.offer_id);
  const std::string_view new_offer = after.portfolio().text(b.offer_id);
  if (!old_offer.empty() && !new_offer.empty()) return !equals_ignoring_case(old_offer, new_offer);
  return renamed(before.portfolio().text(a.name), after.portfolio().text(b.name));
}

bool knows_auto_renew(const Subscription& row) { return row.has(RowFlag::auto_renew_known); }

/// What the exports say of the subscription itself.
void compare_facts(const Plan& before, RowIndex old_row, const Plan& after, RowIndex new_row, ChangeSet& kinds) {
  const Subscription& a = subscription_of(before, old_row);
  const Subscription& b = subscription_of(after, new_row);
  const PlanEntry old_entry = before.entry(old_row);
  const PlanEntry new_entry = after.entry(new_row);
  if (old_entry.renewal.renewal != new_entry.renewal.renewal) kinds.add(ChangeKind::renewal_moved);
  if (a.seats >= 0 && b.seats >= 0 && a.seats != b.seats) kinds.add(ChangeKind::seats_changed);
  const bool terms_known =
      old_entry.offer.term_basis != TermBasis::assumed && new_entry.offer.term_basis != TermBasis::assumed;
  if (terms_known && old_entry.offer.term != new_entry.offer.term) kinds.add(ChangeKind::term_changed);
  const bool renewals_known = knows_auto_renew(a) && knows_auto_renew(b);
  if (renewals_known && a.has(RowFlag::auto_renew) != b.has(RowFlag::auto_renew)) {
    kinds.add(ChangeKind::auto_renew_changed);
  }
  const bool statuses_known = !a.has(RowFlag::status_unknown) && !b.has(RowFlag::status_unknown);
  if (statuses_known && a.status() != b.status()) kinds.add(ChangeKind::status_changed);
  if (product_differs(before, old_row, after, new_row)) kinds.add(ChangeKind::product_changed);
  if (renamed(customer_name(before, old_row), customer_name(after, new_row))) kinds.add(ChangeKind::customer_renamed);
}

/// What the plans say of it.
void compare_verdicts(const Plan& before, RowIndex old_row, const Plan& after, RowIndex new_row, ChangeSet& kinds) {
  const Verdict a = verdict_of(before, old_row);
  const Verdict b = verdict_of(after, new_row);
  const bool was_legacy = a.phase != Phase::already_nce;
  const bool is_legacy = b.phase != Phase::already_nce;
  if (was_legacy != is_legacy) {
    kinds.add(was_legacy ? ChangeKind::migrated : ChangeKind::back_in_legacy);
    return;
  }
  if (a.urgent != b.urgent) kinds.add(b.urgent ? ChangeKind::became_urgent : ChangeKind::no_longer_urgent);
  if (a.phase != b.phase || a.reason != b.reason) kinds.add(ChangeKind::phase_changed);
  const bool with_renewal = a.migration_date == before.entry(old_row).renewal.renewal &&
                            b.migration_date == after.entry(new_row).renewal.renewal;
  if (a.migration_date != b.migration_date && !with_renewal) kinds.add(ChangeKind::migration_moved);
}

/// By the id of a legacy subscription: what replaced it in NCE.
struct Successor {
  std::optional<RowIndex> row;
  std::string nce_subscription_id;
};
using Successors = TextMap<Successor>;

std::string id_text(const Plan& plan, Id id) { return to_lower_ascii(plan.portfolio().to_string(id)); }

Successors successors_in(const Plan& plan) {
  Successors successors;
  for (const MigrationEvidence& statement : plan.all_evidence().statements) {
    if (statement.state != MigrationState::completed) continue;
    successors[to_lower_ascii(trim(statement.subscription_id))] = {std::nullopt, statement.nce_subscription_id};
  }
  for (const RowBlock& block : plan.portfolio().blocks) {
    for (std::size_t i = 0; i < block.rows.size(); ++i) {
      const RowIndex row = block.first_row + static_cast<RowIndex>(i);
      if (plan.fate(row) != RowFate::already_nce) continue;
      const Subscription& subscription = block.rows[i];
      const Successor found{row, plan.portfolio().to_string(subscription.id)};
      if (!subscription.id.empty()) successors.try_emplace(id_text(plan, subscription.id), found);
      const Id legacy = Portfolio::details(block, subscription).related_id;
      if (!legacy.empty()) successors[id_text(plan, legacy)] = found;
    }
  }
  return successors;
}

const Successor* successor_of(const Successors& successors, const Plan& plan, RowIndex row) {
  const Subscription& subscription = subscription_of(plan, row);
  if (!has_own_id(subscription)) return nullptr;
  const auto found = successors.find(id_text(plan, subscription.id));
  return found == successors.end() ? nullptr : &found->second;
}

class PlanComparison {
 public:
  PlanComparison(const Plan& before, const Plan& after) : before_(before), after_(after) {}

  PlanDiff compare() {
    Matching matching = match_by_id(before_, after_);
    take_successors(matching);
    match_by_product(before_, after_, matching);
    diff_.unidentified = count_unidentified(before_, after_, matching);
    for (const MatchedRows& pair : matching.pairs) compare_pair(pair);
    for (const RowIndex row : matching.only_after) add_single({}, row, ChangeKind::added);
    for (const RowIndex row : matching.only_before) add_single(row, {}, ChangeKind::gone);
    sort();
    return std::move(diff_);
  }

 private:
  /// Legacy subscriptions that only one side has, because the other one has them in NCE.
  void take_successors(Matching& matching) {
    const Successors later = successors_in(after_);
    const Successors earlier = successors_in(before_);
    const auto take = [this](std::vector<RowIndex>& rows, const Plan& plan, const Successors& others, bool migrated) {
      rows.erase(std::remove_if(rows.begin(), rows.end(),
                                [&](RowIndex row) {
                                  const Successor* const found = successor_of(others, plan, row);
                                  if (found == nullptr) return false;
                                  add_successor(row, *found, migrated, plan);
                                  return true;
                                }),
                 rows.end());
    };
    take(matching.only_before, before_, later, true);
    take(matching.only_after, after_, earlier, false);
  }

  /// A row that was on NCE already, by what one side says of it, has not changed.
  void add_successor(RowIndex row, const Successor& successor, bool migrated, const Plan& plan) {
    if (verdict_of(plan, row).phase == Phase::already_nce) {
      ++diff_.unchanged;
      return;
    }
    SubscriptionChange change;
    change.before = migrated ? std::optional(row) : successor.row;
    change.after = migrated ? successor.row : std::optional(row);
    change.kinds.add(migrated ? ChangeKind::migrated : ChangeKind::back_in_legacy);
    change.matched_by = MatchedBy::successor;
    change.nce_subscription_id = successor.nce_subscription_id;
    diff_.changes.push_back(std::move(change));
  }

  void compare_pair(const MatchedRows& pair) {
    ChangeSet kinds;
    compare_verdicts(before_, pair.before, after_, pair.after, kinds);
    compare_facts(before_, pair.before, after_, pair.after, kinds);
    if (kinds.empty()) {
      ++diff_.unchanged;
      return;
    }
    SubscriptionChange change{pair.before, pair.after, kinds, pair.basis, {}};
    if (kinds.has(ChangeKind::migrated)) change.nce_subscription_id = after_.nce_subscription_id(pair.after);
    if (kinds.has(ChangeKind::back_in_legacy)) change.nce_subscription_id = before_.nce_subscription_id(pair.before);
    diff_.changes.push_back(std::move(change));
  }

  void add_single(std::optional<RowIndex> before, std::optional<RowIndex> after, ChangeKind kind) {
    SubscriptionChange change;
    change.before = before;
    change.after = after;
    change.kinds.add(kind);
    diff_.changes.push_back(std::move(change));
  }

  void sort() {
    std::sort(diff_.changes.begin(), diff_.changes.end(), [](const SubscriptionChange& a, const SubscriptionChange& b) {
      if (a.after.has_value() != b.after.has_value()) return a.after.has_value();
      return a.after ? *a.after < *b.after : *a.before < *b.before;
    });
  }

  const Plan& before_;
  const Plan& after_;
  PlanDiff diff_;
};

}  // namespace

std::string_view to_code(MatchedBy basis) {
  static constexpr std::array<std::string_view, 4> names = {"", "id", "successor", "product"};
  return names[static_cast<std::size_t>(basis)];
}

Verdict verdict_of(const Plan& plan, RowIndex row) {
  const RowBlock& block = plan.portfolio().block_of(row);
  const SavedRow* const saved = Portfolio::saved(block, block.rows[row - block.first_row]);
  Verdict verdict;
  if (saved != nullptr && saved->phase) {
    verdict.phase = *saved->phase;
    verdict.reason = saved->reason;
    verdict.migration_date = saved->migration_date;
    verdict.act_by = saved->act_by;
    verdict.urgent = verdict.phase == Phase::window_open || (saved->act_by && saved->days_left <= urgent_days);
    return verdict;
  }
  const PlanEntry entry = plan.entry(block, row);
  verdict.phase = entry.phase;
  verdict.reason = entry.reason;
  verdict.migration_date = entry.migration.date;
  verdict.act_by = entry.primary().due;
  verdict.urgent = is_urgent(entry, plan.context().as_of);
  return verdict;
}

VerdictDay verdict_day(const Plan& plan) {
  VerdictDay result{.saved = false, .day = plan.context().as_of};
  for (const RowBlock& block : plan.portfolio().blocks) {
    for (const SavedRow& saved : block.saved) {
      if (!saved.phase) continue;
      if (!result.saved) result = {.saved = true, .day = std::nullopt};
      if (saved.act_by) return {.saved = true, .day = *saved.act_by - saved.days_left};
    }
  }
  return result;
}

PlanDiff diff_plans(const Plan& before, const Plan& after) { return PlanComparison(before, after).compare(); }

}  // namespace nceplan
