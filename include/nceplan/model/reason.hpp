// The reasons of an entry: one statement per decision, with rule number and the values that went in. Never prose; i18n
// words them, `explain` prints them.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "nceplan/base/date.hpp"
#include "nceplan/base/term.hpp"

namespace nceplan {

/// What is stated. The comment says which values of `Reason` it uses: d0..d2 dates, n number, t term, a and b texts.
enum class Statement : std::uint8_t {
  row_is_legacy,                ///< R1
  migrated_already,             ///< R1: a = id of the NCE subscription, may be empty
  segment_decided,              ///< R2: a = segment code, b = basis code
  category_decided,             ///< R2: a = category code
  term_given,                   ///< R3: t
  term_from_catalog,            ///< R3: t
  term_from_name,               ///< R3: t
  term_assumed,                 ///< R3: t
  auto_renew_assumed,           ///< R3
  renewal_after_term_end,       ///< R3: d0 term end, d1 renewal
  renewal_is_term_end,          ///< R3: d0 = both (--end-date exclusive)
  renewal_given,                ///< R3: d0 renewal, d1 term end
  never_renews,                 ///< R3: d0 term end
  not_covered,                  ///< R8: a = reason code, d0 term end
  microsoft_date_unknown,       ///< R4: a = category code
  migrates_at_renewal,          ///< R4: d0 microsoft_led_from, d1 renewal = migration
  migrates_after_renewals,      ///< R4: d0 microsoft_led_from, d1 renewal, d2 migration, n = k, t = term
  follows_base,                 ///< R9: a = id of the base, d0 migration
  parent_not_in_export,         ///< R9: a = id of the base
  yields_term,                  ///< R5: t = target term, d0 migration, d1 committed until
  window,                       ///< R6: d0 start, d1 last full day, d2 end
  window_closing_today,         ///< R6: d0 end
  still_legacy,                 ///< R6: d0 migration, n = days since
  self_service_announced,       ///< R7: a = category code, d0
  self_service_listed,          ///< R7: d0 = listed on
  self_service_unknown,         ///< R7: a = category code
  first_month,                  ///< R7: d0 start, d1 start + 1 month
  first_thirty_days,            ///< R7: d0 start, d1 start + 30 days
  bundle_decides_self_from,     ///< R7, R9: a = id of the member that is latest, d0
  self_migrate_from,            ///< R7: d0
  self_migrate_until,           ///< R7: d0 migration, d1 until
  self_migrate_until_term_end,  ///< R7, auto-renew off: d0 term end, d1 until
  preorder_from,                ///< R7: d0 migration, d1 preorder from, n = days ahead
  blocked,                      ///< R7: a = blocker code
  ineligible,                   ///< R7: n = code or -1, a = reason as the export has it
  bundle_blocked_by,            ///< R9: a = id of the blocked member, b = its blocker code
  partner_scheduled,            ///< R8: d0 = target date, t = scheduled term
  migrated_says_evidence,       ///< R1: a = id of the NCE subscription, may be empty, b = file:line
  completed_at,                 ///< R6: d0 day, n = second of that day, a = file:line or empty
  window_exact,                 ///< R6: d0 day on which it closes, n = second of that day, d1 last full day
  migration_running,            ///< R8: b = file:line or empty
  migration_failed,             ///< R8: a = the tool's error, may be empty, b = file:line or empty
  migration_cancelled,          ///< R8: b = file:line or empty
  schedule_says_evidence,       ///< R8: b = file:line
  seats_over_cap,               ///< R10: n = sum
  phase_decided,                ///< R11: a = phase code, b = reason code, d0 = as of
  action,                       ///< R12: a = action code, d0 from, d1 due
  takeover                      ///< R12
};

struct Reason {
  std::uint8_t rule = 0;  ///< 1..14
  Statement statement{};
  std::array<OptionalDate, 3> dates{};
  std::int64_t number = 0;
  Term term;
  std::string a;
  std::string b;

  friend bool operator==(const Reason&, const Reason&) = default;
};

using Reasons = std::vector<Reason>;

}  // namespace nceplan
