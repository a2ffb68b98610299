#include "nceplan/base/date.hpp"

#include <date/date.h>

#include "support/catch.hpp"

using namespace nceplan;

namespace {

Date day(std::string_view iso) { return *parse_iso_date(iso); }

}  // namespace

TEST_CASE("a month added keeps the anchor's day and clamps to the month's end") {
  struct Case {
    const char* anchor;
    int months;
    const char* expected;
  };
  const Case cases[] = {
      {"2023-01-31", 1, "2023-02-28"},  {"2023-01-31", 2, "2023-03-31"},   {"2024-01-31", 1, "2024-02-29"},
      {"2024-02-29", 12, "2025-02-28"}, {"2024-02-29", 48, "2028-02-29"},  {"2023-12-31", 1, "2024-01-31"},
      {"2023-08-31", 1, "2023-09-30"},  {"2024-03-31", -1, "2024-02-29"},  {"2024-01-15", 0, "2024-01-15"},
      {"2023-11-30", 3, "2024-02-29"},  {"2000-02-29", 1200, "2100-02-28"}};
  for (const Case& c : cases) {
    CAPTURE(c.anchor, c.months);
    CHECK(to_iso(add_months(day(c.anchor), c.months)) == c.expected);
  }
}

TEST_CASE("every day of the calendar has the year, month and day that the date library gives it") {
  const Date first = *Date::from_ymd(0, 1, 1);
  const Date last = *Date::from_ymd(9999, 12, 31);
  std::size_t different = 0;
  for (Date date = first; date <= last; date = date + 1) {
    const date::year_month_day civil{date::sys_days{date::days{date.days()}}};
    const YearMonthDay ours = year_month_day(date);
    if (ours.year != static_cast<int>(civil.year()) || ours.month != static_cast<unsigned>(civil.month()) ||
        ours.day != static_cast<unsigned>(civil.day())) {
      ++different;
    }
  }
  CHECK(different == 0);
}

TEST_CASE("months are added as the date library adds them, then clamped") {
  std::size_t different = 0;
  for (Date anchor = day("1995-01-01"); anchor <= day("2070-12-31"); anchor = anchor + 1) {
    for (const int months : {-12, -1, 0, 1, 12, 36, 72}) {
      const auto moved = date::year_month_day{date::sys_days{date::days{anchor.days()}}} + date::months{months};
      const date::sys_days expected{moved.ok() ? moved : moved.year() / moved.month() / date::last};
      if (add_months(anchor, months).days() != expected.time_since_epoch().count()) ++different;
    }
  }
  CHECK(different == 0);
}

TEST_CASE("only real days are dates") {
  CHECK(Date::from_ymd(2024, 2, 29));
  CHECK_FALSE(Date::from_ymd(2023, 2, 29));
  CHECK_FALSE(Date::from_ymd(2100, 2, 29));
  CHECK_FALSE(Date::from_ymd(2024, 4, 31));
  CHECK_FALSE(Date::from_ymd(2024, 13, 1));
  CHECK_FALSE(Date::from_ymd(2024, 0, 1));
  CHECK_FALSE(Date::from_ymd(2024, 257, 1));
  CHECK_FALSE(Date::from_ymd(2024, 1, 257));
  CHECK_FALSE(Date::from_ymd(2024, 1, 0));
  CHECK_FALSE(Date::from_ymd(-1, 1, 1));
  CHECK_FALSE(Date::from_ymd(10000, 1, 1));
  CHECK(Date::from_ymd(0, 1, 1));
  CHECK(Date::from_ymd(9999, 12, 31));
}

TEST_CASE("ISO dates are read and written to the letter") {
  for (const char* text : {"0000-01-01", "1969-12-31", "1970-01-01", "2024-02-29", "9999-12-31"}) {
    CHECK(to_iso(day(text)) == text);
  }
  for (const char* text : {"2024-2-29", "2024-02-30", "2024/02/01", "2024-02-01 ", "", "20240201", "2024-0a-01"}) {
    CHECK_FALSE(parse_iso_date(text));
  }
  CHECK(to_german(day("2024-01-06")) == "06.01.2024");
}

TEST_CASE("days are counted and the next month begins on its first") {
  CHECK(day("2024-03-01") - day("2024-02-28") == 2);
  CHECK(day("2023-12-31") + 1 == day("2024-01-01"));
  CHECK(first_of_next_month(day("2023-12-31")) == day("2024-01-01"));
  CHECK(first_of_next_month(day("2024-02-01")) == day("2024-03-01"));
}

TEST_CASE("every day of four centuries survives the way through year, month and day") {
  for (std::int32_t days = -100000; days < 50000; ++days) {
    const Date date = Date::from_days(days);
    const YearMonthDay civil = year_month_day(date);
    REQUIRE(Date::from_ymd(civil.year, civil.month, civil.day) == date);
  }
}

TEST_CASE("an optional date without a value compares and falls back") {
  const OptionalDate none;
  CHECK_FALSE(none);
  CHECK(none.value_or(day("2024-01-01")) == day("2024-01-01"));
  CHECK(OptionalDate(day("2024-01-01")) == OptionalDate(day("2024-01-01")));
  CHECK_FALSE(OptionalDate(day("2024-01-01")) == none);
}

TEST_CASE("an instant lies in the UTC day that contains it") {
  CHECK(Instant{0}.date() == day("1970-01-01"));
  CHECK(Instant{86399}.date() == day("1970-01-01"));
  CHECK(Instant{86400}.date() == day("1970-01-02"));
  CHECK(Instant{-1}.date() == day("1969-12-31"));
  CHECK(Instant{-86400}.date() == day("1969-12-31"));
  CHECK(Instant{-86401}.date() == day("1969-12-30"));
}

TEST_CASE("a day that arithmetic leads to outside of the years 0 to 9999 is written as the nearest within") {
  CHECK(to_iso(day("9999-12-31") + 1) == "9999-12-31");
  CHECK(to_iso(add_months(day("9999-12-31"), 1)) == "9999-12-31");
  CHECK(to_iso(add_months(day("9999-12-31"), 1200)) == "9999-12-31");
  CHECK(to_iso(day("0000-01-01") - 1) == "0000-01-01");
  CHECK(to_iso(day("0000-01-01") - 60) == "0000-01-01");
  CHECK(to_german(day("9999-12-31") + 30) == "31.12.9999");
  CHECK(year_month_day(day("0000-01-01") - 1) == YearMonthDay{0, 1, 1});
}
