// Why a subscription is in no batch file, or has no day in a schedule.
#pragma once

#include <cstdint>
#include <string_view>

#include "nceplan/model/codes.hpp"

namespace nceplan {

enum class BatchReason : std::uint8_t {
  none,
  as_planned,  ///< the plan's own reason says it: not covered, or waiting
  already_nce,
  takeover,     ///< held at another provider
  scheduled,    ///< the partner has scheduled it already
  window_open,  ///< Microsoft has migrated it, or is about to
  window_closed,
  not_selected,  ///< by --where or --due
  not_in_schedule,
  day_passed,      ///< its day in the schedule lies before the as-of date
  too_early,       ///< the day lies before self_migrate_from
  too_late,        ///< the day lies behind self_migrate_until
  full_term_only,  ///< in the last 24 hours only a new full term is accepted
  no_working_day,  ///< of a schedule: no day of the window is one
  capacity,        ///< of a schedule: the days of the window are full
  customer_id_missing,
  subscription_id_missing,
  term_end_missing,
  seats_missing,
  billing_plan_missing,
  combination_unsupported,  ///< no such term with such a billing plan
  end_date_unsupported,     ///< no end date can be asked for as --align-end wants it
  seat_cap,
  base_missing,       ///< an add-on without its base, which command 7 of the batch tool passes over
  bundle_too_large,   ///< more than one file holds
  bundle_incomplete,  ///< another member of the bundle cannot be written
  count_              ///< number of reasons, not a reason
};

inline constexpr std::size_t batch_reason_count = static_cast<std::size_t>(BatchReason::count_);

/// snake_case; empty for none and as_planned.
std::string_view to_code(BatchReason reason);

/// A reason with what the plan says, for `as_planned`.
struct StayReason {
  BatchReason reason = BatchReason::none;
  PhaseReason plan = PhaseReason::none;
  friend bool operator==(const StayReason&, const StayReason&) = default;
};

/// The reason's own code, or the plan's.
std::string_view to_code(StayReason reason);

}  // namespace nceplan
