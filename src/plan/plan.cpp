#include "nceplan/plan/plan.hpp"

#include <algorithm>
#include <cassert>

#include "base/fetch.hpp"
#include "nceplan/rules/actions.hpp"
#include "nceplan/rules/ineligibility.hpp"
#include "nceplan/rules/migration.hpp"
#include "nceplan/rules/offer_decision.hpp"
#include "nceplan/rules/phase.hpp"
#include "nceplan/rules/self_migration.hpp"
#include "nceplan/rules/window.hpp"

namespace nceplan {
namespace {

OptionalDate microsoft_migration_date(Term term, Date renewal, OptionalDate microsoft_led_from) {
  return microsoft_led_from ? OptionalDate(first_renewal_from(renewal, term, *microsoft_led_from).date) : std::nullopt;
}

OptionalDate self_from_alone(const SelfMigrationDecision& self) {
  return self.self_service_from ? later_of(self.self_service_from, self.first_month) : std::nullopt;
}

OptionalDate first_month(const RowView& view) {
  const OptionalDate start = start_of(Portfolio::dates(view.block, view.subscription));
  if (!start) return {};
  return first_month_of(start, view.followed() == nullptr ? BundleRole::base : BundleRole::addon);
}

/// The second of the pair that starts with `row`, or null. `sorted` ascends by row, each once.
template <typename Value>
const Value* find_row(const std::vector<std::pair<RowIndex, Value>>& sorted, RowIndex row) {
  const auto found =
      std::lower_bound(sorted.begin(), sorted.end(), row,
                       [](const std::pair<RowIndex, Value>& entry, RowIndex wanted) { return entry.first < wanted; });
  return found == sorted.end() || found->first != row ? nullptr : &found->second;
}

}  // namespace

Standing Plan::stand(const RowView& view) const {
  const Subscription& subscription = view.subscription;
  Standing standing{.offer = decide_offer(subscription, view.facts),
                    .renewal = decide_renewal(subscription.term_end, Portfolio::dates(view.block, subscription).renewal,
                                              context_.end_date),
                    .schedule = {}};
  if (view.state.has(RowMark::scheduled)) standing.schedule = schedule_of_row(view, standing.renewal.renewal);
  if (!standing.schedule.date) standing.coverage = view.state.own_coverage();
  return standing;
}

PlanEntry Plan::entry(const RowBlock& block, RowIndex row, EntryDepth depth) const {
  assert(is_planned(row));
  const RowView view = view_of(block, row);
  if (view.subscription.details != 0) fetch_ahead(Portfolio::details(block, view.subscription), 8);
  const Standing standing = stand(view);

  PlanEntry entry;
  entry.offer = standing.offer;
  entry.renewal = standing.renewal;
  entry.notes = notes_of(view, standing.offer);
  entry.takeover = is_takeover(view);
  if (const Waiver* const waiver = this->waiver(row)) entry.waived_until = waiver->until;
  if (depth == EntryDepth::offer) return entry;
  if (view.state.has(RowMark::on_nce)) {
    entry.phase = Phase::already_nce;
  } else {
    decide_dates(entry, view, standing);
    if (depth == EntryDepth::dates) return entry;
    const PhaseDecision decision = decide_phase(entry, context_.as_of);
    entry.phase = decision.phase;
    entry.reason = decision.reason;
  }
  if (view.state.has(RowMark::evidence) || view.subscription.details != 0) add_migration_state(entry, block, row);
  if (depth != EntryDepth::actions) return entry;
  if (view.state.has(RowMark::over_seat_cap)) entry.seat_sum = *find_row(seat_sums_, row);

  const ActionContext context{.as_of = context_.as_of,
                              .preorder_days = context_.edition->preorder_days,
                              .base_with_addons = view.bundle != nullptr && view.followed() == nullptr};
  entry.actions = entry.takeover ? takeover_actions(entry, context) : actions_for(entry, context);
  return entry;
}

void Plan::fetch(RowIndex row) const {
  NCEPLAN_FETCH(&states_[row]);
  if (!bundles_.of_row.empty()) NCEPLAN_FETCH(&bundles_.of_row[row]);
}

void Plan::fetch_bundle(RowIndex row) const { NCEPLAN_FETCH(bundles_.of(row)); }

RowView Plan::view_of(const RowBlock& block, RowIndex row) const {
  const Subscription& subscription = block.rows[row - block.first_row];
  fetch_ahead(subscription, 24);  // rows are looked at one after the other
  return {.block = block,
          .row = row,
          .subscription = subscription,
          .facts = offer_facts(subscription.product),
          .state = states_[row],
          .bundle = bundles_.of(row)};
}

Standing Plan::standing_of(const RowView& view) const { return stand(view); }

PartnerSchedule Plan::schedule_of_row(const RowView& view, OptionalDate renewal) const {
  const Status status = view.subscription.status();
  const MigrationEvidence* const proof = evidence(view.row);
  if (proof != nullptr && proof->state == MigrationState::scheduled) {
    return schedule_of(status, proof->target_date, renewal, proof->target_term);
  }
  const SubscriptionDetails& details = Portfolio::details(view.block, view.subscription);
  return schedule_of(status, details.target_date, renewal, details.target_term);
}

Coverage Plan::coverage_of(const Standing& standing, const Bundle* base) {
  const bool decides = base != nullptr && !standing.schedule.date && standing.coverage == Coverage::covered;
  return decides && base->root_coverage != Coverage::covered ? Coverage::base_not_covered : standing.coverage;
}

bool Plan::base_decides(const Standing& standing, const Bundle* base) {
  if (base == nullptr || base->root_coverage != Coverage::covered) return false;
  return !standing.schedule.date || base->migration.by == MigratedBy::partner_schedule;
}

MigrationDecision Plan::migration_of(const Standing& standing, const Bundle* base, const Edition& edition) {
  if (base == nullptr && standing.schedule.date) {
    MigrationDecision migration;
    migration.date = standing.schedule.date;
    migration.by = MigratedBy::partner_schedule;
    const Term scheduled = standing.schedule.target_term;
    commit(migration, scheduled.known() ? scheduled : standing.offer.term);
    return migration;
  }
  if (base == nullptr) return microsoft_migration(standing.offer, standing.renewal.renewal, edition);

  MigrationDecision migration = base->migration;
  if (migration.by != MigratedBy::partner_schedule) {
    commit(migration, edition.outcome_of(standing.offer.term));
  } else if (standing.schedule.target_term.known()) {
    commit(migration, standing.schedule.target_term);
  }
  return migration;
}

void Plan::decide_dates(PlanEntry& entry, const RowView& view, const Standing& standing) const {
  const Bundle* const base = view.followed();
  entry.coverage = coverage_of(standing, base);
  if (entry.coverage == Coverage::covered) {
    const bool follows = base_decides(standing, base);
    if (follows) entry.notes.add(Note::follows_base);
    entry.migration = migration_of(standing, follows ? base : nullptr, *context_.edition);
    if (entry.migration.date) {
      entry.window = window_of(*entry.migration.date, *context_.edition);
      add_window_notes(entry.notes, *entry.migration.date, entry.window, context_.as_of);
    }
  }
  const bool own_way = entry.coverage == Coverage::auto_renew_off ||
                       (entry.coverage == Coverage::covered && entry.migration.by != MigratedBy::partner_schedule);
  if (own_way) decide_self_migration(entry, view);
  if (view.bundle != nullptr && entry.self_migration.blocker == Blocker::none) {
    if (view.subscription.has(RowFlag::ineligible)) entry.notes.add(Note::ineligible);
    if (view.subscription.has(RowFlag::promotion)) entry.notes.add(Note::promotion);
  }
}

MemberFacts Plan::member_facts(const RowView& view, const Standing& standing) const {
  MemberFacts member;
  member.counts = counts_in_bundle(standing.coverage) && !standing.schedule.date;
  if (!member.counts) return member;
  const OptionalDate service = self_service_of(standing.offer.category, view.facts, *context_.edition).from;
  member.blocker = own_blocker(view.subscription, view.facts, standing.offer.category);
  member.service_known = service.has_value();
  member.opens = later_of(service, first_month(view));
  return member;
}

MemberFacts Plan::member_facts(RowIndex row) const {
  const RowView view = view_of(portfolio_->block_of(row), row);
  return member_facts(view, standing_of(view));
}

void Plan::decide_self_migration(PlanEntry& entry, const RowView& view) const {
  const Bundle* const bundle = view.bundle;
  const SelfService service = self_service_of(entry.offer.category, view.facts, *context_.edition);

  SelfMigrationDecision& self = entry.self_migration;
  self.self_service_from = service.from;
  self.basis = service.basis;
  self.first_month = first_month(view);
  self.blocker = own_blocker(view.subscription, view.facts, entry.offer.category);
  if (self.blocker == Blocker::none && bundle != nullptr && bundle->blocked) self.blocker = Blocker::bundle;
  if (self.blocker == Blocker::ineligible) {
    const auto code =
        ineligibility_codes_.find(Portfolio::details(view.block, view.subscription).ineligibility_reason.bits);
    if (code != ineligibility_codes_.end()) self.ineligibility_code = code->second;
  }
  if (self.blocker == Blocker::none) self.from = bundle != nullptr ? bundle->self_from : self_from_alone(self);
  if (entry.migration.date) {
    self.until = self_migrate_until(*entry.migration.date);
    self.preorder_from = *entry.migration.date - context_.edition->preorder_days;
  } else if (entry.coverage == Coverage::auto_renew_off) {
    self.until = self_migrate_until_before_end(*entry.renewal.term_end);
  }
}

NoteSet Plan::notes_of(const RowView& view, const OfferDecision& offer) {
  const Subscription& row = view.subscription;
  NoteSet notes;
  if (offer.term_basis == TermBasis::assumed) notes.add(Note::term_assumed);
  if (!row.has(RowFlag::auto_renew_known)) notes.add(Note::auto_renew_assumed);
  if (row.has(RowFlag::id_assumed)) notes.add(Note::id_assumed);
  if (row.has(RowFlag::status_unknown)) notes.add(Note::status_assumed);
  if (view.state.has(RowMark::parent_missing)) notes.add(Note::parent_missing);
  if (view.state.has(RowMark::over_seat_cap)) notes.add(Note::seat_cap);
  return notes;
}

bool Plan::is_takeover(const RowView& view) const {
  if (view.subscription.has(RowFlag::takeover)) return true;
  if (foreign_providers_.empty() || view.subscription.details == 0) return false;
  const auto provider = foreign_providers_.find(Portfolio::details(view.block, view.subscription).provider.bits);
  return provider != foreign_providers_.end() && provider->second;
}

std::optional<DateMove> Plan::date_move(const Edition& other, const RowBlock& block, RowIndex row) const {
  const RowView view = view_of(block, row);
  const Standing standing = standing_of(view);
  if (standing.schedule.date || standing.coverage != Coverage::covered || view.state.has(RowMark::on_nce)) return {};
  const Bundle* const base = view.followed();
  if (base != nullptr) return date_move(other, portfolio_->block_of(base->root), base->root);

  const OptionalDate own_from = context_.edition->schedule(standing.offer.category).microsoft_led_from;
  const OptionalDate other_from = other.schedule(standing.offer.category).microsoft_led_from;
  const OptionalDate renewal = standing.renewal.renewal;
  if (own_from == other_from || !renewal) return {};
  if (own_from && other_from && *renewal >= std::max(*own_from, *other_from)) return {};
  const DateMove move{.from = microsoft_migration_date(standing.offer.term, *renewal, own_from),
                      .to = microsoft_migration_date(standing.offer.term, *renewal, other_from)};
  return move.from == move.to ? std::nullopt : std::optional(move);
}

RowIndex Plan::root(RowIndex row) const {
  const Bundle* const bundle = bundles_.of(row);
  return bundle == nullptr ? row : bundle->root;
}

std::vector<RowIndex> Plan::bundle_members(RowIndex row) const {
  const Bundle* const bundle = bundles_.of(row);
  if (bundle == nullptr) return {row};
  const auto members = bundles_.members_of(*bundle);
  return {members.begin(), members.end()};
}

std::string Plan::successor_id(RowIndex row) const {
  if (const RowIndex* const successor = find_row(successors_, row)) {
    return portfolio_->subscription_id(portfolio_->block_of(*successor), portfolio_->row(*successor));
  }
  const MigrationEvidence* const proof = evidence(row);
  return proof == nullptr ? std::string() : proof->nce_subscription_id;
}

const Waiver* Plan::waiver(RowIndex row) const {
  if (waived_.empty()) return nullptr;
  const std::uint32_t* const waiver = find_row(waived_, row);
  return waiver == nullptr ? nullptr : &(*context_.waivers)[*waiver];
}

const MigrationEvidence* Plan::evidence(RowIndex row) const {
  if (!states_[row].has(RowMark::evidence)) return nullptr;
  return &evidence_.statements[*find_row(evidence_of_, row)];
}

}  // namespace nceplan
