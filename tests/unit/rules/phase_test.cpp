#include "nceplan/rules/phase.hpp"

#include "nceplan/rules/self_migration.hpp"
#include "nceplan/rules/window.hpp"
#include "support/catch.hpp"
#include "support/editions.hpp"

using namespace nceplan;
using test::day;

namespace {

/// A covered subscription that Microsoft migrates on 2024-06-01 and the partner can migrate from 2024-01-01 on.
PlanEntry open_entry() {
  PlanEntry entry;
  entry.migration.date = day("2024-06-01");
  entry.migration.by = MigratedBy::microsoft;
  entry.window = window_of(*entry.migration.date, test::edition_2023_07());
  entry.self_migration.from = day("2024-01-01");
  entry.self_migration.until = self_migrate_until(*entry.migration.date);
  return entry;
}

std::string phase_on(std::string_view as_of, const PlanEntry& entry) {
  const PhaseDecision decision = decide_phase(entry, day(as_of));
  const std::string phase(to_code(decision.phase));
  return decision.reason == PhaseReason::none ? phase : phase + " " + std::string(to_code(decision.reason));
}

}  // namespace

TEST_CASE("the phase changes on the day of each boundary", "[rules][R11]") {
  struct PhaseCase {
    std::string as_of;
    std::string expected;
  };
  const auto [as_of, expected] = GENERATE(values<PhaseCase>({
      {"2023-12-31", "waiting not_yet_open"},
      {"2024-01-01", "open"},
      {"2024-04-29", "open"},      // 31 days before the last free day, 2024-05-30
      {"2024-04-30", "due_soon"},  // 30 days
      {"2024-05-30", "due_soon"},
      {"2024-05-31", "due_soon"},
      {"2024-06-01", "window_open"},
      {"2024-06-07", "window_open"},
      {"2024-06-08", "window_open"},
      {"2024-06-09", "window_closed"},
  }));
  CAPTURE(as_of);
  CHECK(phase_on(as_of, open_entry()) == expected);
}

TEST_CASE("every reason not to be covered is the phase's reason", "[rules][R8][R11]") {
  const auto coverage = GENERATE(Coverage::trial, Coverage::suspended, Coverage::inactive, Coverage::no_renewal,
                                 Coverage::auto_renew_off, Coverage::no_nce_equivalent, Coverage::base_not_covered);
  PlanEntry entry = open_entry();
  entry.coverage = coverage;
  CHECK(phase_on("2024-06-01", entry) == "not_covered " + std::string(to_code(coverage)));
}

TEST_CASE("every blocker keeps an entry waiting until the window opens", "[rules][R7][R11]") {
  const auto blocker = GENERATE(Blocker::ineligible, Blocker::promotion, Blocker::unlisted, Blocker::not_in_matrix,
                                Blocker::manual_only, Blocker::bundle);
  PlanEntry entry = open_entry();
  entry.self_migration.blocker = blocker;
  entry.self_migration.from = std::nullopt;
  CHECK(phase_on("2024-05-31", entry) == "waiting " + std::string(to_code(blocker)));
  CHECK(phase_on("2024-06-01", entry) == "window_open");
}

TEST_CASE("an entry without a date waits for the announcement", "[rules][R11]") {
  CHECK(phase_on("2024-06-01", PlanEntry{}) == "waiting date_not_announced");
  PlanEntry no_self_service = open_entry();
  no_self_service.self_migration.from = std::nullopt;
  CHECK(phase_on("2024-05-31", no_self_service) == "waiting date_not_announced");
}

TEST_CASE("a partner's schedule holds until its day", "[rules][R8][R11]") {
  PlanEntry entry = open_entry();
  entry.migration.by = MigratedBy::partner_schedule;
  entry.self_migration = {};
  CHECK(phase_on("2023-01-01", entry) == "scheduled");
  CHECK(phase_on("2024-05-31", entry) == "scheduled");
  CHECK(phase_on("2024-06-01", entry) == "window_open");
  CHECK(phase_on("2024-06-09", entry) == "window_closed");
}

TEST_CASE("the day on which self-service opens after the last free day counts as due soon", "[rules][R11]") {
  PlanEntry entry = open_entry();
  entry.self_migration.from = day("2024-05-31");
  CHECK(phase_on("2024-05-30", entry) == "waiting not_yet_open");
  CHECK(phase_on("2024-05-31", entry) == "due_soon");
}
