#include "nceplan/model/codes.hpp"

#include <array>

#include "nceplan/base/text.hpp"

namespace nceplan {
namespace {

using Names = std::string_view;

constexpr std::array<Names, 3> row_kinds = {"legacy", "nce", "other"};
constexpr std::array<Names, 5> segments = {"commercial", "education", "nonprofit", "government", "gcc"};
constexpr std::array<Names, 5> segment_bases = {"matrix", "catalog", "catalog-name", "name", "assumed"};
constexpr std::array<Names, 3> categories = {"commercial", "public_sector", "multi_year"};
constexpr std::array<Names, 6> statuses = {"active", "suspended", "deleted", "expired", "disabled", "pending"};
constexpr std::array<Names, 7> billing_plans = {"", "monthly", "annual", "biennial", "triennial", "one_time", "none"};
constexpr std::array<Names, 3> migrators = {"microsoft", "partner_schedule", "none"};
constexpr std::array<Names, 5> migration_states = {"completed", "processing", "failed", "scheduled", "cancelled"};
constexpr std::array<Names, 8> phases = {"already_nce", "not_covered", "waiting",  "window_closed",
                                         "window_open", "scheduled",   "due_soon", "open"};
constexpr std::array<Names, 16> reasons = {"",
                                           "trial",
                                           "suspended",
                                           "inactive",
                                           "no_renewal",
                                           "auto_renew_off",
                                           "no_nce_equivalent",
                                           "base_not_covered",
                                           "ineligible",
                                           "promotion",
                                           "unlisted",
                                           "not_in_matrix",
                                           "manual_only",
                                           "bundle",
                                           "date_not_announced",
                                           "not_yet_open"};
constexpr std::array<Names, 24> actions = {"",
                                           "decide_trial",
                                           "reactivate_or_release",
                                           "decide_auto_renew",
                                           "migrate_before_end",
                                           "choose_replacement",
                                           "check_offer_matrix",
                                           "order_manually",
                                           "clear_blocker",
                                           "prepare_migration",
                                           "plan_window",
                                           "contact_customer",
                                           "migrate_yourself",
                                           "preorder",
                                           "migrate_full_term",
                                           "adjust_in_window",
                                           "plan_next_term",
                                           "offer_takeover",
                                           "keep_monthly",
                                           "verify_qualification",
                                           "resolve_bundle",
                                           "split_seats",
                                           "await_migration",
                                           "clear_failed_migration"};
constexpr std::array<Names, note_count> notes = {
    "term_assumed",   "auto_renew_assumed", "id_assumed",     "follows_base", "seat_cap", "still_legacy",
    "window_closing", "parent_missing",     "status_assumed", "ineligible",   "promotion"};

constexpr auto coverage_offset = static_cast<std::uint8_t>(PhaseReason::trial) - 1;
constexpr auto blocker_offset = static_cast<std::uint8_t>(PhaseReason::ineligible) - 1;

template <typename Enum, std::size_t size>
Names name_of(const std::array<Names, size>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

template <typename Enum, std::size_t size>
std::optional<Enum> value_of(const std::array<Names, size>& names, Names code) {
  for (std::size_t i = 0; i < size; ++i) {
    if (!code.empty() && equals_ignoring_case(names[i], code)) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_code(RowKind value) { return name_of(row_kinds, value); }
std::string_view to_code(Segment value) { return name_of(segments, value); }
std::string_view to_code(SegmentBasis value) { return name_of(segment_bases, value); }
std::string_view to_code(Category value) { return name_of(categories, value); }
std::string_view to_code(Status value) { return name_of(statuses, value); }
std::string_view to_code(BillingPlan value) { return name_of(billing_plans, value); }
std::string_view to_code(MigratedBy value) { return name_of(migrators, value); }
std::string_view to_code(MigrationState value) { return name_of(migration_states, value); }
std::string_view to_code(Phase value) { return name_of(phases, value); }
std::string_view to_code(Coverage value) { return to_code(phase_reason(value)); }
std::string_view to_code(Blocker value) { return to_code(phase_reason(value)); }
std::string_view to_code(PhaseReason value) { return name_of(reasons, value); }
std::string_view to_code(ActionCode value) { return name_of(actions, value); }

std::string_view to_code(Note value) { return name_of(notes, value); }

PhaseReason phase_reason(Coverage coverage) {
  if (coverage == Coverage::covered) return PhaseReason::none;
  return static_cast<PhaseReason>(static_cast<std::uint8_t>(coverage) + coverage_offset);
}

PhaseReason phase_reason(Blocker blocker) {
  if (blocker == Blocker::none) return PhaseReason::none;
  return static_cast<PhaseReason>(static_cast<std::uint8_t>(blocker) + blocker_offset);
}

std::optional<Segment> segment_from_code(std::string_view code) { return value_of<Segment>(segments, code); }
std::optional<MigrationState> migration_state_from_code(std::string_view code) {
  return value_of<MigrationState>(migration_states, code);
}
std::optional<Phase> phase_from_code(std::string_view code) { return value_of<Phase>(phases, code); }
std::optional<PhaseReason> phase_reason_from_code(std::string_view code) {
  return value_of<PhaseReason>(reasons, code);
}

std::optional<Note> note_from_code(std::string_view code) { return value_of<Note>(notes, code); }

}  // namespace nceplan
