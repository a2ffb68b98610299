// The reasons of an entry, in rule order. States what `Plan::entry` holds; decides nothing.
#include <utility>

#include "nceplan/plan/plan.hpp"
#include "nceplan/rules/self_migration.hpp"

namespace nceplan {
namespace {

/// What a statement may carry; what it does not use stays empty.
struct Values {
  std::array<OptionalDate, 3> dates{};
  std::int64_t number = 0;
  Term term{};
  std::string a{};
  std::string b{};
};

}  // namespace

/// Collects the statements about one row.
class ReasonWriter {
 public:
  ReasonWriter(const Plan& plan, RowIndex row)
      : plan_(plan),
        row_index_(row),
        block_(plan.portfolio().block_of(row)),
        row_(block_.rows[row - block_.first_row]),
        entry_(plan.entry(block_, row)) {}

  Reasons write() && {
    kind();
    offer();
    renewal();
    if (entry_.phase != Phase::already_nce) {
      migration();
      window();
      self_migration();
      coverage();
      bundle();
      seats();
    } else {
      exact_window();
    }
    phase_and_actions();
    return std::move(reasons_);
  }

 private:
  void say(std::uint8_t rule, Statement statement, Values values = {}) {
    reasons_.push_back({.rule = rule,
                        .statement = statement,
                        .dates = values.dates,
                        .number = values.number,
                        .term = values.term,
                        .a = std::move(values.a),
                        .b = std::move(values.b)});
  }

  std::string id_of(RowIndex row) const {
    const RowBlock& block = plan_.portfolio().block_of(row);
    return plan_.portfolio().subscription_id(block, block.rows[row - block.first_row]);
  }

  void kind();
  void offer();
  void renewal();
  void migration();
  void window();
  void self_migration();
  void self_service();
  void latest_member();
  void coverage();
  void partner_migration();
  void exact_window();
  void bundle();
  void blocked_member();
  void seats();
  void phase_and_actions();

  const Plan& plan_;
  RowIndex row_index_;
  const RowBlock& block_;
  const Subscription& row_;
  PlanEntry entry_;
  Reasons reasons_;
};

void ReasonWriter::kind() {
  say(1, Statement::row_is_legacy);
  if (entry_.phase != Phase::already_nce) return;
  const MigrationEvidence* const proof = plan_.evidence(row_index_);
  if (proof != nullptr && proof->state == MigrationState::completed) {
    say(1, Statement::migrated_says_evidence, {.a = plan_.successor_id(row_index_), .b = plan_.place_of(*proof)});
  } else {
    say(1, Statement::migrated_already, {.a = plan_.successor_id(row_index_)});
  }
}

void ReasonWriter::offer() {
  say(2, Statement::segment_decided,
      {.a = std::string(to_code(entry_.offer.segment)), .b = std::string(to_code(entry_.offer.segment_basis))});
  say(2, Statement::category_decided, {.a = std::string(to_code(entry_.offer.category))});
  constexpr std::array statements = {Statement::term_given, Statement::term_from_catalog, Statement::term_from_name,
                                     Statement::term_assumed};
  say(3, statements[static_cast<std::size_t>(entry_.offer.term_basis)], {.term = entry_.offer.term});
}

void ReasonWriter::renewal() {
  if (entry_.notes.has(Note::auto_renew_assumed)) say(3, Statement::auto_renew_assumed);
  const RenewalDecision& renewal = entry_.renewal;
  switch (renewal.basis) {
    case RenewalBasis::none:
      break;
    case RenewalBasis::own_date:
      say(3, Statement::renewal_given, {.dates = {renewal.renewal, renewal.term_end}});
      break;
    case RenewalBasis::day_after_term_end:
      say(3, Statement::renewal_after_term_end, {.dates = {renewal.term_end, renewal.renewal}});
      break;
    case RenewalBasis::term_end_itself:
      say(3, Statement::renewal_is_term_end, {.dates = {renewal.renewal}});
      break;
    case RenewalBasis::does_not_renew:
      say(3, Statement::never_renews, {.dates = {renewal.term_end}});
      break;
  }
}

void ReasonWriter::migration() {
  if (entry_.coverage != Coverage::covered) return;
  const MigrationDecision& migration = entry_.migration;
  const bool own_date = migration.by == MigratedBy::microsoft && !entry_.notes.has(Note::follows_base);
  if (!migration.date) {
    const RowIndex root = plan_.root(row_index_);
    const Category category = root == row_index_ ? entry_.offer.category : plan_.entry(root).offer.category;
    say(4, Statement::microsoft_date_unknown, {.a = std::string(to_code(category))});
  } else if (own_date && migration.terms_renewed == 0) {
    say(4, Statement::migrates_at_renewal, {.dates = {migration.microsoft_led_from, migration.date}});
  } else if (own_date) {
    say(4, Statement::migrates_after_renewals,
        {.dates = {migration.microsoft_led_from, entry_.renewal.renewal, migration.date},
         .number = migration.terms_renewed,
         .term = entry_.offer.term});
  }
  if (migration.date) {
    say(5, Statement::yields_term,
        {.dates = {migration.date, migration.committed_until()}, .term = migration.target_term});
  }
}

void ReasonWriter::window() {
  const WindowDecision& window = entry_.window;
  if (!window.start) return;
  say(6, Statement::window, {.dates = {window.start, window.last_full_day, window.end}});
  if (entry_.notes.has(Note::window_closing)) say(6, Statement::window_closing_today, {.dates = {window.end}});
  if (entry_.notes.has(Note::still_legacy)) {
    say(6, Statement::still_legacy,
        {.dates = {entry_.migration.date}, .number = plan_.context().as_of - *entry_.migration.date});
  }
}

void ReasonWriter::self_service() {
  const SelfMigrationDecision& self = entry_.self_migration;
  const std::string category(to_code(entry_.offer.category));
  switch (self.basis) {
    case SelfServiceBasis::none:
      say(7, Statement::self_service_unknown, {.a = category});
      break;
    case SelfServiceBasis::listed_on:
      say(7, Statement::self_service_listed, {.dates = {self.self_service_from}});
      break;
    case SelfServiceBasis::announced:
    case SelfServiceBasis::edition_announced:
      say(7, Statement::self_service_announced, {.dates = {self.self_service_from}, .a = category});
      break;
  }
  if (!self.first_month) return;
  const bool addon = plan_.root(row_index_) != row_index_;
  say(7, addon ? Statement::first_thirty_days : Statement::first_month,
      {.dates = {start_of(Portfolio::dates(block_, row_)), self.first_month}});
}

void ReasonWriter::self_migration() {
  const bool own_way = entry_.coverage == Coverage::auto_renew_off ||
                       (entry_.coverage == Coverage::covered && entry_.migration.by != MigratedBy::partner_schedule);
  if (!own_way) return;
  const SelfMigrationDecision& self = entry_.self_migration;
  self_service();
  if (self.blocker == Blocker::ineligible) {
    const TextId reason = Portfolio::details(block_, row_).ineligibility_reason;
    say(7, Statement::ineligible,
        {.number = self.ineligibility_code, .a = std::string(plan_.portfolio().text(reason))});
  } else if (self.blocker != Blocker::none) {
    say(7, Statement::blocked, {.a = std::string(to_code(self.blocker))});
  }
  latest_member();
  if (self.from) say(7, Statement::self_migrate_from, {.dates = {self.from}});
  if (entry_.coverage == Coverage::auto_renew_off) {
    say(7, Statement::self_migrate_until_term_end, {.dates = {entry_.renewal.term_end, self.until}});
  } else if (self.until) {
    say(7, Statement::self_migrate_until, {.dates = {entry_.migration.date, self.until}});
    say(7, Statement::preorder_from,
        {.dates = {entry_.migration.date, self.preorder_from}, .number = *entry_.migration.date - *self.preorder_from});
  }
}

/// Names another member whose own earliest day is the bundle's.
void ReasonWriter::latest_member() {
  const OptionalDate from = entry_.self_migration.from;
  const OptionalDate own = later_of(entry_.self_migration.self_service_from, entry_.self_migration.first_month);
  if (!from || own == from) return;
  for (const RowIndex member : plan_.bundle_members(row_index_)) {
    if (member == row_index_ || plan_.member_facts(member).opens != from) continue;
    return say(7, Statement::bundle_decides_self_from, {.dates = {from}, .a = id_of(member)});
  }
}

void ReasonWriter::coverage() {
  if (entry_.coverage != Coverage::covered) {
    say(8, Statement::not_covered, {.dates = {entry_.renewal.term_end}, .a = std::string(to_code(entry_.coverage))});
  } else if (entry_.migration.by == MigratedBy::partner_schedule) {
    say(8, Statement::partner_scheduled, {.dates = {entry_.migration.date}, .term = entry_.migration.target_term});
  }
  partner_migration();
}

void ReasonWriter::partner_migration() {
  if (!entry_.migration_state) return;
  const MigrationEvidence* const proof = plan_.evidence(row_index_);
  const std::string place = proof == nullptr ? std::string() : plan_.place_of(*proof);
  switch (*entry_.migration_state) {
    case MigrationState::processing:
      return say(8, Statement::migration_running, {.b = place});
    case MigrationState::failed:
      return say(8, Statement::migration_failed, {.a = plan_.migration_error(row_index_), .b = place});
    case MigrationState::cancelled:
      return say(8, Statement::migration_cancelled, {.b = place});
    case MigrationState::scheduled:
      if (!place.empty()) say(8, Statement::schedule_says_evidence, {.b = place});
      return;
    case MigrationState::completed:
      return;
  }
}

/// The window of a completed migration whose instant is known.
void ReasonWriter::exact_window() {
  if (!entry_.completed_at) return;
  const MigrationEvidence* const proof = plan_.evidence(row_index_);
  say(6, Statement::completed_at,
      {.dates = {entry_.completed_at->date()},
       .number = entry_.completed_at->second_of_day(),
       .a = proof == nullptr ? std::string() : plan_.place_of(*proof)});
  say(6, Statement::window_exact,
      {.dates = {entry_.window_closes_at->date(), entry_.window.last_full_day},
       .number = entry_.window_closes_at->second_of_day()});
}

void ReasonWriter::bundle() {
  if (entry_.notes.has(Note::follows_base)) {
    say(9, Statement::follows_base, {.dates = {entry_.migration.date}, .a = id_of(plan_.root(row_index_))});
  }
  if (entry_.notes.has(Note::parent_missing)) {
    say(9, Statement::parent_not_in_export,
        {.a = plan_.portfolio().to_string(Portfolio::details(block_, row_).related_id)});
  }
  if (entry_.self_migration.blocker == Blocker::bundle) blocked_member();
}

void ReasonWriter::blocked_member() {
  for (const RowIndex member : plan_.bundle_members(row_index_)) {
    const Blocker blocker = plan_.member_facts(member).blocker;
    if (blocker == Blocker::none) continue;
    return say(9, Statement::bundle_blocked_by, {.a = id_of(member), .b = std::string(to_code(blocker))});
  }
}

void ReasonWriter::seats() {
  if (entry_.notes.has(Note::seat_cap)) say(10, Statement::seats_over_cap, {.number = entry_.seat_sum});
}

void ReasonWriter::phase_and_actions() {
  say(11, Statement::phase_decided,
      {.dates = {plan_.context().as_of},
       .a = std::string(to_code(entry_.phase)),
       .b = std::string(to_code(entry_.reason))});
  if (entry_.takeover) say(12, Statement::takeover);
  for (const Action& action : entry_.actions) {
    say(12, Statement::action, {.dates = {action.from, action.due}, .a = std::string(to_code(action.code))});
  }
}

Reasons Plan::reasons(RowIndex row) const { return ReasonWriter(*this, row).write(); }

}  // namespace nceplan
