// The closed vocabularies of a plan. Each value has one stable snake_case code, used in every machine format.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "nceplan/base/enum_set.hpp"

namespace nceplan {

/// What a row is (R1).
enum class RowKind : std::uint8_t { legacy, nce, other };

/// Whom an offer is priced for (R2).
enum class Segment : std::uint8_t { commercial, education, nonprofit, government, gcc };

/// What decided the segment (R2).
enum class SegmentBasis : std::uint8_t { matrix, catalog, catalog_name, name, assumed };

/// Schedule group of an offer (R2, R13).
enum class Category : std::uint8_t { commercial, public_sector, multi_year };

enum class Status : std::uint8_t { active, suspended, deleted, expired, disabled, pending };

enum class BillingPlan : std::uint8_t { unknown, monthly, annual, biennial, triennial, one_time, none };

enum class MigratedBy : std::uint8_t { microsoft, partner_schedule, none };

/// What evidence says of a migration that the partner ordered (R8).
enum class MigrationState : std::uint8_t { completed, processing, failed, scheduled, cancelled };

/// Where an entry stands on the as-of date (R11).
enum class Phase : std::uint8_t {
  already_nce,
  not_covered,
  waiting,
  window_closed,
  window_open,
  scheduled,
  due_soon,
  open
};

/// Why Microsoft does not migrate a subscription, in order of precedence (R8).
enum class Coverage : std::uint8_t {
  covered,
  trial,
  suspended,
  inactive,
  no_renewal,
  auto_renew_off,
  no_nce_equivalent,
  base_not_covered
};

/// Why the partner cannot migrate it now, in order of precedence (R7).
enum class Blocker : std::uint8_t { none, ineligible, promotion, unlisted, not_in_matrix, manual_only, bundle };

/// The `reason` column: why an entry is not covered or waits (R8, R11).
enum class PhaseReason : std::uint8_t {
  none,
  trial,
  suspended,
  inactive,
  no_renewal,
  auto_renew_off,
  no_nce_equivalent,
  base_not_covered,
  ineligible,
  promotion,
  unlisted,
  not_in_matrix,
  manual_only,
  bundle,
  date_not_announced,
  not_yet_open
};

/// What to do (R12).
enum class ActionCode : std::uint8_t {
  none,
  decide_trial,
  reactivate_or_release,
  decide_auto_renew,
  migrate_before_end,
  choose_replacement,
  check_offer_matrix,
  order_manually,
  clear_blocker,
  prepare_migration,
  plan_window,
  contact_customer,
  migrate_yourself,
  preorder,
  migrate_full_term,
  adjust_in_window,
  plan_next_term,
  offer_takeover,
  keep_monthly,
  verify_qualification,
  resolve_bundle,
  split_seats,
  await_migration,        ///< the partner's migration is running
  clear_failed_migration  ///< the partner's migration failed
};

/// Something a reader of the entry must know.
enum class Note : std::uint8_t {
  term_assumed,        ///< neither row, catalog nor name gives a term (R3)
  auto_renew_assumed,  ///< the export has no auto-renew flag (R3)
  id_assumed,          ///< the export has no subscription id (R3)
  follows_base,        ///< dates are the base's (R9)
  seat_cap,            ///< the customer holds more than 300 seats of the offer (R10)
  still_legacy,        ///< more than three days past its migration date (R6)
  window_closing,      ///< as of is the window's last, partial day (R6)
  parent_missing,      ///< the base is not in the export; planned alone (R9)
  status_assumed,      ///< an unknown status, planned as active (R8)
  // What the export says of a member that has no blocker of its own to show, but blocks its bundle (R7, R9).
  ineligible,
  promotion,
  count_  ///< number of notes, not a note
};
inline constexpr std::size_t note_count = static_cast<std::size_t>(Note::count_);

using NoteSet = EnumSet<Note, std::uint16_t>;
static_assert(note_count <= NoteSet::capacity);

std::string_view to_code(RowKind value);
std::string_view to_code(Segment value);
std::string_view to_code(SegmentBasis value);  ///< `catalog-name` is written with a hyphen
std::string_view to_code(Category value);
std::string_view to_code(Status value);
std::string_view to_code(BillingPlan value);  ///< empty for unknown
std::string_view to_code(MigratedBy value);
std::string_view to_code(MigrationState value);
std::string_view to_code(Phase value);
std::string_view to_code(Coverage value);  ///< empty for covered
std::string_view to_code(Blocker value);   ///< empty for none
std::string_view to_code(PhaseReason value);
std::string_view to_code(ActionCode value);
std::string_view to_code(Note value);

PhaseReason phase_reason(Coverage coverage);
PhaseReason phase_reason(Blocker blocker);

/// The value with that code, ignoring ASCII case.
std::optional<Segment> segment_from_code(std::string_view code);
std::optional<MigrationState> migration_state_from_code(std::string_view code);
std::optional<Phase> phase_from_code(std::string_view code);
std::optional<PhaseReason> phase_reason_from_code(std::string_view code);
std::optional<Note> note_from_code(std::string_view code);

}  // namespace nceplan
