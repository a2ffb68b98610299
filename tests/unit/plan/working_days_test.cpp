#include "nceplan/plan/working_days.hpp"

#include <string>

#include "support/catch.hpp"

using namespace nceplan;

namespace {

Date day(std::string_view iso) { return *parse_iso_date(iso); }

std::string written(const std::vector<Date>& days) {
  std::string text;
  for (const Date date : days) text += (text.empty() ? "" : " ") + to_iso(date).substr(5);
  return text;
}

}  // namespace

TEST_CASE("weekends are Saturdays and Sundays, also before 1970", "[schedule]") {
  CHECK_FALSE(is_weekend(day("2024-01-19")));
  CHECK(is_weekend(day("2024-01-20")));
  CHECK(is_weekend(day("2024-01-21")));
  CHECK_FALSE(is_weekend(day("2024-01-22")));
  CHECK(is_weekend(day("1969-12-27")));
  CHECK_FALSE(is_weekend(day("1969-12-29")));
}

TEST_CASE("working days leave out weekends, holidays and runs of them", "[schedule]") {
  const std::vector<Holiday> holidays = {{day("2024-01-17"), day("2024-01-18")}};
  CHECK(written(working_days(day("2024-01-15"), day("2024-01-23"), holidays, 100)) == "01-15 01-16 01-19 01-22 01-23");
  CHECK(written(working_days(day("2024-01-15"), day("2024-01-23"), holidays, 2)) == "01-15 01-16");
  CHECK(working_days(day("2024-01-15"), day("2024-01-14"), {}, 100).empty());
}

TEST_CASE("yearly holidays come again, over New Year too, but not before they began", "[schedule]") {
  const std::vector<Holiday> holidays = {{day("2022-12-30"), day("2023-01-02"), true}};
  CHECK(written(working_days(day("2024-12-27"), day("2025-01-03"), holidays, 100)) == "12-27 01-03");
  CHECK(written(working_days(day("2021-12-30"), day("2021-12-31"), holidays, 100)) == "12-30 12-31");
}
