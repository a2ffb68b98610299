#include "nceplan/plan/gate.hpp"

#include "support/catch.hpp"
#include "support/editions.hpp"

using namespace nceplan;
using test::day;

TEST_CASE("a list of gate conditions is read in any order", "[plan]") {
  const auto parsed = parse_gate(" not-covered, due:30d ,Window-Open,window-closed,unlisted,due:0");
  REQUIRE(parsed);
  CHECK(*parsed == std::vector<GateCondition>{{GateKind::not_covered, 0},
                                              {GateKind::due, 30},
                                              {GateKind::window_open, 0},
                                              {GateKind::window_closed, 0},
                                              {GateKind::unlisted, 0},
                                              {GateKind::due, 0}});
  CHECK(parse_gate("")->empty());
}

TEST_CASE("what is no condition is named", "[plan]") {
  const auto text = GENERATE(values<std::string>(
      {"window", "due", "due:", "due:d", "due:-1d", "due:30w", "due:30dd", "due:99999999999", "window-open;unlisted"}));
  const auto parsed = parse_gate("unlisted," + text);
  REQUIRE_FALSE(parsed);
  CHECK(parsed.error() == text);
}

TEST_CASE("a condition is written as it is read", "[plan]") {
  const auto text =
      GENERATE(values<std::string>({"window-open", "window-closed", "due:0d", "due:30d", "unlisted", "not-covered"}));
  CHECK(to_text(parse_gate(text)->front()) == text);
}

TEST_CASE("a waiver in force keeps a row out of the gate and changes nothing else", "[plan]") {
  const std::vector<GateCondition> gate = {{GateKind::window_open, 0}};
  PlanEntry entry;
  entry.phase = Phase::window_open;
  CHECK(fails_gate(gate, entry, day("2024-01-16")));
  entry.waived_until = day("2024-01-16");
  CHECK_FALSE(fails_gate(gate, entry, day("2024-01-16")));
  CHECK(matches_any(gate, entry, day("2024-01-16")));
}

TEST_CASE("phases and blockers meet their condition and no other", "[plan]") {
  const Date today = day("2024-01-16");
  PlanEntry entry;
  entry.phase = Phase::window_open;
  CHECK(matches({GateKind::window_open, 0}, entry, today));
  CHECK_FALSE(matches({GateKind::window_closed, 0}, entry, today));
  entry.phase = Phase::window_closed;
  CHECK(matches({GateKind::window_closed, 0}, entry, today));
  entry.phase = Phase::not_covered;
  CHECK(matches({GateKind::not_covered, 0}, entry, today));
  CHECK_FALSE(matches({GateKind::unlisted, 0}, entry, today));
  entry.self_migration.blocker = Blocker::unlisted;
  CHECK(matches({GateKind::unlisted, 0}, entry, today));
}

TEST_CASE("due counts the days to the primary action, overdue included", "[plan]") {
  struct DueCase {
    std::string due;
    bool expected;
  };
  const auto [due, expected] = GENERATE(
      values<DueCase>({{"2024-02-14", true}, {"2024-02-15", true}, {"2024-02-16", false}, {"2023-12-01", true}}));
  PlanEntry entry;
  entry.actions.add({ActionCode::clear_blocker, {}, day(due)});
  entry.actions.add({ActionCode::split_seats, {}, day("2024-01-16")});
  const std::vector<GateCondition> gate = {{GateKind::window_open, 0}, {GateKind::due, 30}};
  CAPTURE(due);
  CHECK(matches_any(gate, entry, day("2024-01-16")) == expected);
  CHECK_FALSE(matches_any(gate, PlanEntry{}, day("2024-01-16")));
}
