#include "nceplan/model/batch_reason.hpp"

#include <array>

namespace nceplan {
namespace {

constexpr std::array<std::string_view, batch_reason_count> codes = {
    "",
    "",
    "already_nce",
    "takeover",
    "scheduled",
    "window_open",
    "window_closed",
    "not_selected",
    "not_in_schedule",
    "day_passed",
    "too_early",
    "too_late",
    "full_term_only",
    "no_working_day",
    "capacity",
    "customer_id_missing",
    "subscription_id_missing",
    "term_end_missing",
    "seats_missing",
    "billing_plan_missing",
    "combination_unsupported",
    "end_date_unsupported",
    "seat_cap",
    "base_missing",
    "bundle_too_large",
    "bundle_incomplete",
};

}  // namespace

std::string_view to_code(BatchReason reason) { return codes[static_cast<std::size_t>(reason)]; }

std::string_view to_code(StayReason reason) {
  return reason.reason == BatchReason::as_planned ? to_code(reason.plan) : to_code(reason.reason);
}

}  // namespace nceplan
