// What became of each subscription from one plan to a later one (`nceplan diff`).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nceplan/base/date.hpp"
#include "nceplan/base/enum_set.hpp"
#include "nceplan/model/change_kind.hpp"
#include "nceplan/model/codes.hpp"
#include "nceplan/plan/plan.hpp"

namespace nceplan {

using ChangeSet = EnumSet<ChangeKind, std::uint32_t>;
static_assert(change_kind_count <= ChangeSet::capacity);

/// How the rows of the two plans were found to be one subscription.
enum class MatchedBy : std::uint8_t {
  none,       ///< not found: new or gone
  id,         ///< subscription id
  successor,  ///< an NCE row, or evidence, names the legacy subscription that it replaced
  product     ///< customer and product, for rows without an id
};
std::string_view to_code(MatchedBy basis);

struct SubscriptionChange {
  std::optional<RowIndex> before;  ///< row of the earlier plan; an NCE row only when `matched_by` is successor
  std::optional<RowIndex> after;   ///< row of the later plan, likewise
  ChangeSet kinds;
  MatchedBy matched_by = MatchedBy::none;
  std::string nce_subscription_id;  ///< of the NCE subscription that replaced it, or that it was; may be empty
};

struct PlanDiff {
  std::vector<SubscriptionChange> changes;  ///< in the order of the later plan; behind them those that it lacks
  std::uint64_t unchanged = 0;
  std::uint64_t unidentified = 0;  ///< rows without an id that are listed as new or gone and may be one subscription
};

/// What a plan says of a row: what a saved plan holds, else what the rules say (R11, R12).
struct Verdict {
  Phase phase = Phase::waiting;
  PhaseReason reason = PhaseReason::none;
  OptionalDate migration_date;
  OptionalDate act_by;
  bool urgent = false;

  friend bool operator==(const Verdict&, const Verdict&) = default;
};
/// Precondition: plan.is_planned(row).
Verdict verdict_of(const Plan& plan, RowIndex row);

/// The day of the plan's verdicts: that of a saved plan as far as it can be told, else the as-of date.
struct VerdictDay {
  bool saved = false;
  OptionalDate day;  ///< none for a saved plan without anything to do
};
VerdictDay verdict_day(const Plan& plan);

/// Compares the planned subscriptions of two plans. Rows are one subscription when their ids are equal; else when an
/// NCE row or evidence of the other side says that it replaced the legacy one; else, where one of them has no id, by
/// customer (id, else name) and product, those first that agree on most. Only what both sides know is compared.
/// Changing places mirrors the result; a plan compared with itself has no changes.
PlanDiff diff_plans(const Plan& before, const Plan& after);

}  // namespace nceplan
