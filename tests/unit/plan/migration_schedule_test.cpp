// Schedules of whole plans: bundles, windows, slots, and what is said of the rest.
#include "nceplan/plan/migration_schedule.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/planned.hpp"

using namespace nceplan;
using namespace nceplan::test;

namespace {

MigrationSchedule scheduled(const std::vector<Row>& rows, unsigned per_day = 40, std::vector<Holiday> holidays = {}) {
  const Planned planned(rows);
  MigrationUnits units = migration_units(planned.plan(), [](RowIndex) { return true; });
  return make_schedule(std::move(units.units),
                       {.first = planned.plan().context().as_of, .per_day = per_day, .holidays = std::move(holidays)});
}

/// `day(rows)` of what is placed, in order, then `reason` of the rest.
std::string written(const MigrationSchedule& schedule) {
  std::string text;
  for (const ScheduledUnit& one : schedule.placed) {
    text += fmt::format("{}({}) ", to_iso(*one.day).substr(5), one.unit.rows.size());
  }
  for (const ScheduledUnit& one : schedule.unplaced) text += std::string(to_code(one.reason)) + ' ';
  return text;
}

}  // namespace

TEST_CASE("a bundle is one migration and stays together", "[schedule]") {
  const MigrationSchedule schedule = scheduled({{.id = "a", .ends = "2024-02-29"},
                                                {.id = "b", .ends = "2024-02-29", .base = "a"},
                                                {.id = "c", .customer = "Fabrikam", .ends = "2024-02-29"}},
                                               1);
  CHECK(written(schedule) == "01-16(2) 01-17(1) ");
  CHECK(schedule.busiest == 1);
  CHECK(schedule.customers_on_one_day == 2);
}

TEST_CASE("what cannot be placed has its reason, and the capacity that would do", "[schedule]") {
  const MigrationSchedule schedule = scheduled({{.id = "a", .customer = "A", .ends = "2024-01-17"},
                                                {.id = "b", .customer = "B", .ends = "2024-01-17"},
                                                {.id = "c", .customer = "C", .ends = "2024-01-17"},
                                                {.id = "late", .ends = "2024-01-16"}},
                                               1);
  CHECK(written(schedule) == "01-16(1) full_term_only capacity capacity ");
  CHECK(schedule.sufficient_per_day == 3);
}

TEST_CASE("weekends and holidays are left out, and a window of them only has no day", "[schedule]") {
  // Tuesday to Saturday; due on Sunday the 21st, with the holidays of the 16th to 19th there is none left.
  const std::vector<Holiday> holidays = {{day("2024-01-16"), day("2024-01-19")}};
  CHECK(written(scheduled({{.id = "a", .ends = "2024-01-22"}}, 40, holidays)) == "no_working_day ");
  CHECK(written(scheduled({{.id = "a", .ends = "2024-01-23"}}, 40, holidays)) == "01-22(1) ");
}

TEST_CASE("more than a hundred a day are sent in slots", "[schedule]") {
  std::vector<Row> rows;
  for (int i = 0; i < 250; ++i) rows.push_back({.id = fmt::format("s{}", i), .ends = "2024-02-29"});
  const MigrationSchedule schedule = scheduled(rows, 1000);
  CHECK(schedule.busiest == 250);
  CHECK(schedule.placed[99].slot == 1);
  CHECK(schedule.placed[100].slot == 2);
  CHECK(schedule.placed[249].slot == 3);
}

TEST_CASE("an end of the term in a far year costs no time", "[schedule]") {
  CHECK(written(scheduled({{.id = "a", .ends = "8999-06-30"}, {.id = "b", .ends = "2024-02-29"}}, 1)).size() == 18);
}

TEST_CASE("an empty plan has an empty schedule", "[schedule]") {
  const MigrationSchedule schedule = scheduled({});
  CHECK(written(schedule).empty());
  CHECK(schedule.sufficient_per_day == 0);
}
