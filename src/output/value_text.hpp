// How machine formats write values that are no texts: ISO dates, decimal integers, true and false.
#pragma once

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

#include "buffer.hpp"
#include "cell.hpp"
#include "nceplan/base/date.hpp"

namespace nceplan {

/// Room that any cell needs that is not a text: the longest is a GUID.
inline constexpr std::size_t value_room = 40;

/// ISO dates of the years that plans are about, written once. Few enough to stay in the processor's cache.
class CommonDates {
 public:
  /// Thread-safe.
  static const CommonDates& written();

  /// Writes `YYYY-MM-DD`, of other years too, and returns the end.
  char* put(char* out, Date date) const {
    const auto place = static_cast<std::uint32_t>(date.days() - first_day);
    if (place < dates_->size()) {
      std::memcpy(out, (*dates_)[place].data(), iso_length);
    } else {
      write_iso_date(date, out);
    }
    return out + iso_length;
  }

 private:
  CommonDates();

  // Both begin a month.
  static constexpr std::int32_t first_day = 17532;  // 2018-01-01
  static constexpr std::int32_t end_day = 23376;    // 2034-01-01
  static constexpr std::size_t iso_length = 10;

  using Dates = std::array<std::array<char, iso_length>, end_day - first_day>;
  std::unique_ptr<Dates> dates_;
};

inline char* put_date(char* out, Date date) { return CommonDates::written().put(out, date); }

/// The decimal digits of the numbers below 1000, and behind them how many there are.
inline constexpr auto small_numbers = [] {
  std::array<std::array<char, 4>, 1000> numbers{};
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    std::size_t digits = 0;
    for (const std::size_t unit : std::array<std::size_t, 3>{100, 10, 1}) {
      if (i >= unit || unit == 1) numbers[i][digits++] = static_cast<char>('0' + i / unit % 10);
    }
    numbers[i][3] = static_cast<char>(digits);
  }
  return numbers;
}();

/// Writes an integer and returns the end. At most `value_room` bytes, of which one more than it has digits may be
/// written: how many digits a number of seats has changes from row to row, and no branch depends on that.
inline char* put_integer(char* out, std::int64_t number) {
  if (number < 0 || number >= static_cast<std::int64_t>(small_numbers.size())) {
    return std::to_chars(out, out + value_room, number).ptr;
  }
  const std::array<char, 4>& digits = small_numbers[static_cast<std::size_t>(number)];
  std::memcpy(out, digits.data(), digits.size());
  return out + digits.back();
}

/// Writes a date, integer, boolean or plain text; an empty cell writes nothing. At most `value_room` bytes.
inline char* put_value(char* out, const Cell& cell) {
  switch (cell.kind) {
    case Cell::Kind::empty:
      return out;
    case Cell::Kind::text:
      return put(out, cell.text);
    case Cell::Kind::date:
      return put_date(out, cell.date);
    case Cell::Kind::integer:
      return put_integer(out, cell.number);
    case Cell::Kind::boolean:
      return put(out, cell.number != 0 ? std::string_view("true") : std::string_view("false"));
  }
  return out;
}

/// The cell as CSV would write it without quotes; made in `scratch` unless it is a text.
std::string_view machine_text(const Cell& cell, std::array<char, value_room>& scratch);

}  // namespace nceplan
