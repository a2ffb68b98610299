#include "nceplan/base/date.hpp"

#include <date/date.h>

#include <algorithm>
#include <array>

#include "calendar_day.hpp"

namespace nceplan {
namespace {

constexpr int first_year = 0;
constexpr int last_year = 9999;

// Arithmetic may lead out of the years that can be written, such as 9999-12-31 plus a month; the nearest day stands in.
constexpr std::int32_t earliest_day = date::sys_days{date::year{first_year} / 1 / 1}.time_since_epoch().count();
constexpr std::int32_t latest_day = date::sys_days{date::year{last_year} / 12 / 31}.time_since_epoch().count();

date::year_month_day to_civil(Date date) {
  return date::year_month_day{date::sys_days{date::days{std::clamp(date.days(), earliest_day, latest_day)}}};
}

Date from_civil(date::year_month_day civil) {
  return Date::from_days(static_cast<std::int32_t>(date::sys_days{civil}.time_since_epoch().count()));
}

// Exports are full of dates of these years; looking a month up is much cheaper than the general arithmetic.
constexpr int common_first_year = 2000;
constexpr int common_last_year = 2063;
constexpr std::size_t common_month_count = std::size_t{12} * (common_last_year - common_first_year + 1);

struct CommonMonth {
  std::int32_t first_day = 0;  ///< since 1970-01-01
  unsigned length = 0;
};

constexpr std::array<CommonMonth, common_month_count> common_months() {
  std::array<CommonMonth, common_month_count> months{};
  for (std::size_t i = 0; i < months.size(); ++i) {
    const auto month = date::year{common_first_year + static_cast<int>(i / 12)} / static_cast<int>(i % 12 + 1);
    const date::sys_days first{month / 1};
    const date::sys_days last{month / date::last};
    months[i] = {static_cast<std::int32_t>(first.time_since_epoch().count()),
                 static_cast<unsigned>((last - first).count() + 1)};
  }
  return months;
}

/// The month of that number since January of the year 0, or null when it is not a common one.
const CommonMonth* common_month(int month) {
  static constexpr auto months = common_months();
  const auto at = static_cast<std::size_t>(month - common_first_year * 12);
  return at < months.size() ? &months[at] : nullptr;
}

void write_two_digits(unsigned value, char* out) {
  out[0] = static_cast<char>('0' + value / 10);
  out[1] = static_cast<char>('0' + value % 10);
}

bool parse_digits(std::string_view text, int& value) {
  value = 0;
  return std::all_of(text.begin(), text.end(), [&](char c) {
    value = value * 10 + (c - '0');
    return c >= '0' && c <= '9';
  });
}

}  // namespace

OptionalDate calendar_day(int year, unsigned month, unsigned day) {
  const bool has_month = month >= 1 && month <= 12 && year >= first_year && year <= last_year;
  const CommonMonth* const common = has_month ? common_month(year * 12 + static_cast<int>(month) - 1) : nullptr;
  if (common != nullptr) {
    if (day < 1 || day > common->length) return std::nullopt;
    return Date::from_days(common->first_day + static_cast<std::int32_t>(day) - 1);
  }
  if (!has_month || day < 1 || day > 31) return std::nullopt;  // the library keeps eight bits of each
  const date::year_month_day civil{date::year{year}, date::month{month}, date::day{day}};
  if (!civil.ok()) return std::nullopt;
  return from_civil(civil);
}

std::optional<Date> Date::from_ymd(int year, unsigned month, unsigned day) {
  const OptionalDate date = calendar_day(year, month, day);
  return date ? std::optional(*date) : std::nullopt;
}

Date add_months(Date anchor, int months) {
  const YearMonthDay civil = year_month_day(anchor);
  const int month = civil.year * 12 + static_cast<int>(civil.month) - 1 + months;  // since January of the year 0
  if (const CommonMonth* const common = common_month(month)) {
    return Date::from_days(common->first_day + static_cast<std::int32_t>(std::min(civil.day, common->length)) - 1);
  }
  const auto moved = to_civil(anchor) + date::months{months};
  if (moved.ok()) return from_civil(moved);
  return from_civil(moved.year() / moved.month() / date::last);
}

Date first_of_next_month(Date date) {
  const auto civil = to_civil(date);
  return from_civil((civil.year() / civil.month() / 1) + date::months{1});
}

std::optional<Date> parse_iso_date(std::string_view text) {
  int year = 0;
  int month = 0;
  int day = 0;
  const bool shaped = text.size() == 10 && text[4] == '-' && text[7] == '-' && parse_digits(text.substr(0, 4), year) &&
                      parse_digits(text.substr(5, 2), month) && parse_digits(text.substr(8, 2), day);
  if (!shaped) return std::nullopt;
  return Date::from_ymd(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

void write_iso_date(Date date, char* out) {
  const auto civil = year_month_day(date);
  const auto year = static_cast<unsigned>(civil.year);
  write_two_digits(year / 100, out);
  write_two_digits(year % 100, out + 2);
  out[4] = '-';
  write_two_digits(civil.month, out + 5);
  out[7] = '-';
  write_two_digits(civil.day, out + 8);
}

std::string to_iso(Date date) {
  std::string text(10, '\0');
  write_iso_date(date, text.data());
  return text;
}

std::string to_german(Date date) {
  const std::string iso = to_iso(date);
  return iso.substr(8, 2) + '.' + iso.substr(5, 2) + '.' + iso.substr(0, 4);
}

Date Instant::date() const {
  constexpr std::int64_t day = 86400;
  const std::int64_t days = seconds >= 0 ? seconds / day : -((-seconds + day - 1) / day);
  return Date::from_days(static_cast<std::int32_t>(days));
}

}  // namespace nceplan
