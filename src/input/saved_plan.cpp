#include "saved_plan.hpp"

#include <charconv>

#include "nceplan/base/text.hpp"
#include "nceplan/input/values.hpp"

namespace nceplan {
namespace {

std::string_view cell(const RawRow& raw, Field field) { return trim(raw[field]); }

bool says_yes(std::string_view text) { return !text.empty() && parse_boolean(text).value_or(false); }

SavedRow verdict_of(const RawRow& raw, const SavedDates& dates) {
  SavedRow verdict;
  verdict.phase = phase_from_code(cell(raw, Field::saved_phase));
  verdict.reason = phase_reason_from_code(cell(raw, Field::saved_reason)).value_or(PhaseReason::none);
  verdict.migration_date = dates.migration_date;
  verdict.migration_state = migration_state_from_code(cell(raw, Field::saved_migration_state));
  verdict.completed_at = parse_iso_instant(cell(raw, Field::saved_completed_at));
  const std::string_view days = cell(raw, Field::saved_days_left);
  const auto [end, error] = std::from_chars(days.data(), days.data() + days.size(), verdict.days_left);
  if (!days.empty() && error == std::errc{} && end == days.data() + days.size()) verdict.act_by = dates.act_by;
  return verdict;
}

/// Also what no other column says.
void read_notes(const RawRow& raw, Subscription& row) {
  for (const std::string_view code : split(raw[Field::saved_notes], ';')) {
    const std::optional<Note> note = note_from_code(code);
    if (note == Note::term_assumed) row.facts.set(Term{});
    if (note == Note::auto_renew_assumed) row.facts.clear(RowFlag::auto_renew_known);
    if (note == Note::id_assumed) row.set(RowFlag::id_assumed);
    if (note == Note::status_assumed) row.set(RowFlag::status_unknown);
    if (note == Note::ineligible) row.set(RowFlag::ineligible);
    if (note == Note::promotion) row.set(RowFlag::promotion);
  }
}

}  // namespace

SavedRow read_saved_plan(const RawRow& raw, const SavedDates& dates, Subscription& row, SubscriptionDetails& details) {
  read_notes(raw, row);
  const SavedRow verdict = verdict_of(raw, dates);
  if (verdict.reason == PhaseReason::trial) row.set(RowFlag::trial);
  if (verdict.phase == Phase::already_nce) row.set(RowFlag::migrated);
  const std::optional<PhaseReason> blocker = phase_reason_from_code(cell(raw, Field::saved_blocker));
  if (blocker == PhaseReason::ineligible) row.set(RowFlag::ineligible);
  if (blocker == PhaseReason::promotion) row.set(RowFlag::promotion);
  if (equals_ignoring_case(cell(raw, Field::saved_migrated_by), to_code(MigratedBy::partner_schedule))) {
    row.set(RowFlag::partner_scheduled);
    details.target_date = dates.migration_date;
  }
  if (says_yes(cell(raw, Field::saved_takeover))) row.set(RowFlag::takeover);
  return verdict;
}

}  // namespace nceplan
