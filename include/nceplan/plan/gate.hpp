// The conditions of `--fail-on`: which entries make a run end with exit code 2.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "nceplan/base/date.hpp"
#include "nceplan/base/result.hpp"
#include "nceplan/model/plan_entry.hpp"

namespace nceplan {

enum class GateKind : std::uint8_t {
  window_open,    ///< phase window_open
  window_closed,  ///< phase window_closed
  due,            ///< the primary action is due in at most `days` days, or overdue
  unlisted,       ///< blocked because the offer matrix does not list a multi-year offer
  not_covered     ///< phase not_covered
};

struct GateCondition {
  GateKind kind{};
  int days = 0;  ///< of GateKind::due
  friend bool operator==(const GateCondition&, const GateCondition&) = default;
};

/// Reads `window-open,window-closed,due:30d,unlisted,not-covered`: any of them, in any order, `due:30` like `due:30d`.
/// An empty list has no conditions. The error is the piece that is none of them.
Result<std::vector<GateCondition>, std::string> parse_gate(std::string_view list);

/// The condition as `--fail-on` takes it, for example `due:30d`.
std::string to_text(const GateCondition& condition);

bool matches(const GateCondition& condition, const PlanEntry& entry, Date as_of);
/// Whether any condition matches.
bool matches_any(std::span<const GateCondition> conditions, const PlanEntry& entry, Date as_of);
/// Whether an entry makes the run fail: a condition matches, and no waiver is in force.
bool fails_gate(std::span<const GateCondition> conditions, const PlanEntry& entry, Date as_of);

}  // namespace nceplan
