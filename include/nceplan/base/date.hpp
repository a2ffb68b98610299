// Calendar days and term arithmetic. This header is the only place that decides month ends (rule R3).
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace nceplan {

/// A calendar day in UTC, proleptic Gregorian, stored as days since 1970-01-01. Every value is a real day.
class Date {
 public:
  constexpr Date() = default;

  static constexpr Date from_days(std::int32_t days_since_epoch) {
    Date date;
    date.days_ = days_since_epoch;
    return date;
  }

  /// The day, or nothing when the calendar does not have it (31 April, year outside 0..9999).
  static std::optional<Date> from_ymd(int year, unsigned month, unsigned day);

  constexpr std::int32_t days() const { return days_; }

  friend constexpr auto operator<=>(const Date&, const Date&) = default;
  friend constexpr Date operator+(Date date, int days) { return from_days(date.days_ + days); }
  friend constexpr Date operator-(Date date, int days) { return from_days(date.days_ - days); }
  /// Days from `from` to `to`; negative when `to` is earlier.
  friend constexpr int operator-(Date to, Date from) { return to.days_ - from.days_; }

 private:
  std::int32_t days_ = 0;
};

/// A `Date` or nothing, in four bytes: subscriptions hold several of them, a million times over.
class OptionalDate {
 public:
  constexpr OptionalDate() = default;
  constexpr OptionalDate(Date date) : days_(date.days()) {}  // NOLINT(google-explicit-constructor): as std::optional
  constexpr OptionalDate(std::nullopt_t) {}                  // NOLINT(google-explicit-constructor): as std::optional

  constexpr bool has_value() const { return days_ != none; }
  constexpr explicit operator bool() const { return has_value(); }
  /// Precondition: has_value().
  constexpr Date operator*() const { return Date::from_days(days_); }
  constexpr Date value_or(Date fallback) const { return has_value() ? **this : fallback; }

  friend constexpr bool operator==(const OptionalDate&, const OptionalDate&) = default;

 private:
  static constexpr std::int32_t none = std::numeric_limits<std::int32_t>::min();
  std::int32_t days_ = none;
};

struct YearMonthDay {
  int year = 1970;
  unsigned month = 1;  ///< 1..12
  unsigned day = 1;    ///< 1..31
  friend bool operator==(const YearMonthDay&, const YearMonthDay&) = default;
};

/// The Euclidean affine functions of Neri and Schneider (2022, DOI 10.1002/spe.3172): every planned row asks for
/// several dates, and this takes a third of the time that the date library takes (docs/benchmarks.md).
/// Days before the year 0 or behind 9999, to which only arithmetic leads, count as the first or the last day within.
inline YearMonthDay year_month_day(Date date) {
  constexpr std::int32_t earliest = -719528;        // 0000-01-01
  constexpr std::int32_t latest = 2932896;          // 9999-12-31
  constexpr std::uint32_t epoch = 719468 + 146097;  // 1970-01-01, counted from 1 March of the year -400
  const std::uint32_t n1 = 4 * (static_cast<std::uint32_t>(std::clamp(date.days(), earliest, latest)) + epoch) + 3;
  const std::uint32_t century = n1 / 146097;
  const std::uint32_t n2 = n1 % 146097 | 3;
  const std::uint64_t p2 = std::uint64_t{2939745} * n2;
  const auto year_of_century = static_cast<std::uint32_t>(p2 >> 32);
  const std::uint32_t day_of_year = static_cast<std::uint32_t>(p2) / 2939745 / 4;
  const std::uint32_t n3 = 2141 * day_of_year + 197913;
  const bool next_year = day_of_year >= 306;  // January and February end the year that began in March
  return {static_cast<int>(100 * century + year_of_century) - 400 + (next_year ? 1 : 0),
          (n3 >> 16) - (next_year ? 12U : 0U), (n3 & 0xffff) / 2141 + 1};
}

/// `anchor` plus `months`, keeping the anchor's day of month and clamping it to the target month's last day (R3):
/// 31 January + 1 = 28 February, 29 February 2024 + 12 = 28 February 2025. Count every step from the anchor,
/// never from an already clamped date. `months` may be negative.
Date add_months(Date anchor, int months);

/// The first of the month after the one that `date` lies in.
Date first_of_next_month(Date date);

/// Parses exactly `YYYY-MM-DD`; nothing for any other text or an impossible day.
std::optional<Date> parse_iso_date(std::string_view text);

/// Writes `YYYY-MM-DD` to `out`, exactly 10 characters without a terminator. Years are 0..9999.
void write_iso_date(Date date, char* out);

/// `YYYY-MM-DD`.
std::string to_iso(Date date);

/// `dd.mm.yyyy`, as German readers expect it.
std::string to_german(Date date);

/// A UTC instant, to the second; for completion times in evidence files.
struct Instant {
  std::int64_t seconds = 0;  ///< since 1970-01-01T00:00:00Z

  /// The UTC calendar day the instant lies in.
  Date date() const;
  /// Second of that day, 0..86399.
  int second_of_day() const;
  friend constexpr auto operator<=>(const Instant&, const Instant&) = default;
};

/// Parses `YYYY-MM-DDThh:mm[:ss[.fraction]]` with `T` or a blank, and `Z`, `+hh:mm`, `-hh:mm` or no zone, which is UTC
/// (ISO 8601; fractions are dropped). Nothing for any other text, or a year outside 1..9998.
std::optional<Instant> parse_iso_instant(std::string_view text);

/// `YYYY-MM-DDThh:mm:ssZ`. Precondition: a year 0..9999.
std::string to_iso(Instant instant);

}  // namespace nceplan
