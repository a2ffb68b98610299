#include "nceplan/plan/gate.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "nceplan/base/text.hpp"

namespace nceplan {
namespace {

constexpr std::array<std::pair<std::string_view, GateKind>, 4> plain_conditions = {{
    {"window-open", GateKind::window_open},
    {"window-closed", GateKind::window_closed},
    {"unlisted", GateKind::unlisted},
    {"not-covered", GateKind::not_covered},
}};
constexpr std::string_view due_prefix = "due:";

std::optional<GateCondition> parse_due(std::string_view days) {
  if (!days.empty() && (days.back() == 'd' || days.back() == 'D')) days.remove_suffix(1);
  GateCondition condition{.kind = GateKind::due};
  const char* const end = days.data() + days.size();
  const auto [stopped, error] = std::from_chars(days.data(), end, condition.days);
  if (error != std::errc{} || stopped != end || condition.days < 0) return std::nullopt;
  return condition;
}

std::optional<GateCondition> parse_condition(std::string_view text) {
  if (equals_ignoring_case(text.substr(0, due_prefix.size()), due_prefix)) {
    return parse_due(text.substr(due_prefix.size()));
  }
  for (const auto& [name, kind] : plain_conditions) {
    if (equals_ignoring_case(text, name)) return GateCondition{.kind = kind};
  }
  return std::nullopt;
}

}  // namespace

Result<std::vector<GateCondition>, std::string> parse_gate(std::string_view list) {
  std::vector<GateCondition> conditions;
  for (const std::string_view text : split(list, ',')) {
    const std::optional<GateCondition> condition = parse_condition(text);
    if (!condition) return failure(std::string(text));
    conditions.push_back(*condition);
  }
  return conditions;
}

std::string to_text(const GateCondition& condition) {
  if (condition.kind == GateKind::due) return std::string(due_prefix) + std::to_string(condition.days) + 'd';
  for (const auto& [name, kind] : plain_conditions) {
    if (kind == condition.kind) return std::string(name);
  }
  return {};
}

bool matches(const GateCondition& condition, const PlanEntry& entry, Date as_of) {
  switch (condition.kind) {
    case GateKind::window_open:
      return entry.phase == Phase::window_open;
    case GateKind::window_closed:
      return entry.phase == Phase::window_closed;
    case GateKind::due: {
      const Action primary = entry.primary();
      return primary.due && days_left(primary, as_of) <= condition.days;
    }
    case GateKind::unlisted:
      return entry.self_migration.blocker == Blocker::unlisted;
    case GateKind::not_covered:
      return entry.phase == Phase::not_covered;
  }
  return false;
}

bool matches_any(std::span<const GateCondition> conditions, const PlanEntry& entry, Date as_of) {
  return std::any_of(conditions.begin(), conditions.end(),
                     [&](const GateCondition& condition) { return matches(condition, entry, as_of); });
}

bool fails_gate(std::span<const GateCondition> conditions, const PlanEntry& entry, Date as_of) {
  return !entry.waived_until && matches_any(conditions, entry, as_of);
}

}  // namespace nceplan
