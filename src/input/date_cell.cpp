#include "nceplan/input/date_cell.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/calendar_day.hpp"
#include "date_forms.hpp"

namespace nceplan {
namespace {

constexpr std::int32_t seconds_of_day = 86400;

/// Reads through a cell from left to right.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  bool at_end() const { return at_ == text_.size(); }
  char peek() const { return at_end() ? '\0' : text_[at_]; }
  bool skip(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }
  void skip_spaces() {
    while (peek() == ' ') ++at_;
  }
  bool skip_word(std::string_view lower) {
    if (text_.size() - at_ < lower.size()) return false;
    for (std::size_t i = 0; i < lower.size(); ++i) {
      if ((text_[at_ + i] | 0x20) != lower[i]) return false;
    }
    at_ += lower.size();
    return true;
  }
  /// A number of `least` to `most` digits, or -1.
  int number(std::size_t least, std::size_t most) {
    int value = 0;
    std::size_t digits = 0;
    while (digits < most && peek() >= '0' && peek() <= '9') {
      value = value * 10 + (text_[at_++] - '0');
      ++digits;
    }
    return digits >= least ? value : -1;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

/// Time of day and zone behind a date; `shift` says by how many days UTC differs from the written day.
struct Time {
  bool valid = false;
  int shift = 0;
};

/// Offset from UTC in seconds: `Z`, `UTC`, `+01:00`, `+0100`, `+01`, or nothing.
std::optional<int> parse_zone(Cursor& cursor) {
  cursor.skip_spaces();
  if (cursor.skip_word("utc") || cursor.skip_word("gmt") || cursor.skip_word("z")) return 0;
  const char sign = cursor.peek();
  if (sign != '+' && sign != '-') return 0;
  cursor.skip(sign);
  const int hours = cursor.number(2, 2);
  cursor.skip(':');
  const int minutes = cursor.at_end() ? 0 : cursor.number(2, 2);
  if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) return std::nullopt;
  const int offset = hours * 3600 + minutes * 60;
  return sign == '-' ? -offset : offset;
}

/// `h:mm[:ss[.fraction]][ AM|PM]`, or nothing when it is not a time of day.
std::optional<int> parse_clock(Cursor& cursor) {
  int hours = cursor.number(1, 2);
  if (hours < 0 || !cursor.skip(':')) return std::nullopt;
  const int minutes = cursor.number(2, 2);
  int seconds = 0;
  if (cursor.skip(':')) seconds = cursor.number(2, 2);
  if (cursor.skip('.') || cursor.skip(',')) {
    if (cursor.number(1, 9) < 0) return std::nullopt;
  }
  cursor.skip_spaces();
  const bool pm = cursor.skip_word("pm");
  const bool am = !pm && cursor.skip_word("am");
  if ((am || pm) && (hours < 1 || hours > 12)) return std::nullopt;
  if (am || pm) hours = hours % 12 + (pm ? 12 : 0);
  if (hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 60) return std::nullopt;
  return hours * 3600 + minutes * 60 + seconds;
}

/// Reads what follows the date up to the end of the cell.
Time parse_time(Cursor& cursor) {
  if (cursor.at_end()) return {true, 0};
  if (!cursor.skip('T') && !cursor.skip('t') && !cursor.skip(' ')) {
    const std::optional<int> zone = parse_zone(cursor);
    return {zone.has_value() && cursor.at_end(), 0};
  }
  cursor.skip_spaces();
  const std::optional<int> clock = parse_clock(cursor);
  if (!clock) return {};
  const std::optional<int> offset = parse_zone(cursor);
  cursor.skip_spaces();
  if (!offset || !cursor.at_end()) return {};
  const int utc = *clock - *offset;
  return {true, utc < 0 ? -1 : utc >= seconds_of_day ? 1 : 0};
}

DateCell parse_iso(Cursor& cursor, int year, char separator) {
  DateCell cell;
  const int month = cursor.number(1, 2);
  if (month < 0 || !cursor.skip(separator)) return cell;
  const int day = cursor.number(1, 2);
  const Time time = parse_time(cursor);
  if (day < 0 || !time.valid) return cell;
  cell.shape = DateShape::iso;
  const auto date = Date::from_ymd(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
  if (date) cell.date = *date + time.shift;
  return cell;
}

/// `a/b/year` and `a.b.year`. A zone would make the day depend on the order of day and month, so none is allowed.
DateCell parse_numeric(Cursor& cursor, int first, char separator) {
  DateCell cell;
  const int second = cursor.number(1, 2);
  if (second < 0 || !cursor.skip(separator)) return cell;
  const int year = cursor.number(4, 4);
  const Time time = parse_time(cursor);
  if (year < 0 || !time.valid || time.shift != 0) return cell;
  cell.shape = separator == '.' ? DateShape::dotted : DateShape::slashed;
  cell.first = static_cast<std::uint8_t>(first);
  cell.second = static_cast<std::uint8_t>(second);
  cell.year = static_cast<std::int16_t>(year);
  return cell;
}

/// Days since 1899-12-30, as spreadsheets count; a fraction is the time of day.
DateCell parse_serial(std::string_view text) {
  constexpr int lowest = 40000;
  constexpr int highest = 60000;
  constexpr std::int32_t spreadsheet_epoch = -25569;  // 1899-12-30 in days since 1970-01-01
  DateCell cell;
  Cursor cursor(text);
  const int number = cursor.number(5, 5);
  if (cursor.skip('.') || cursor.skip(',')) {
    while (cursor.number(1, 9) >= 0) {
    }
  }
  if (number < lowest || number > highest || !cursor.at_end()) return cell;
  cell.shape = DateShape::serial;
  cell.date = Date::from_days(spreadsheet_epoch + number);
  return cell;
}

DateCell parse_other_form(std::string_view text) {
  DateCell cell;
  Cursor cursor(text);
  const int leading = cursor.number(1, 4);
  if (leading < 0) return cell;
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const char separator = cursor.peek();
  if (digits == 5) return parse_serial(text);
  if (digits == 4 && (separator == '-' || separator == '/' || separator == '.')) {
    cursor.skip(separator);
    return parse_iso(cursor, leading, separator);
  }
  if (digits <= 2 && (separator == '/' || separator == '.' || separator == '-')) {
    cursor.skip(separator);
    return parse_numeric(cursor, leading, separator);
  }
  return cell;
}

using Sign = DateColumnEvidence::Sign;

constexpr unsigned bit(Sign sign) { return static_cast<unsigned>(sign); }

constexpr unsigned day_first_signs = bit(Sign::slashed_day_first) | bit(Sign::dotted_day_first);
constexpr unsigned month_first_signs = bit(Sign::slashed_month_first) | bit(Sign::dotted_month_first);

unsigned signs_of(const DateCell& cell) {
  // Days and months vary from row to row: no branch depends on them.
  const bool first_is_day = (cell.first > 12) & (cell.second <= 12);
  const bool second_is_day = (cell.second > 12) & (cell.first <= 12);
  switch (cell.shape) {
    case DateShape::iso:
      return bit(Sign::iso);
    case DateShape::serial:
      return bit(Sign::serial);
    case DateShape::dotted:
      return bit(Sign::dotted) | bit(Sign::other_form) | bit(Sign::dotted_day_first) * first_is_day |
             bit(Sign::dotted_month_first) * second_is_day;
    case DateShape::slashed: {
      const bool two_readings = !first_is_day & !second_is_day & (cell.first != cell.second);
      return bit(Sign::slashed) | bit(Sign::other_form) * !cell.batch_tool_form |
             bit(Sign::slashed_day_first) * first_is_day | bit(Sign::slashed_month_first) * second_is_day |
             bit(Sign::two_readings) * two_readings;
    }
    case DateShape::unreadable:
      break;
  }
  return 0;
}

}  // namespace

DateCell parse_date_cell(std::string_view text) {
  DateCell cell;
  return parse_batch_tool_form(text, cell) || parse_utc_timestamp(text, cell) ? cell : parse_other_form(text);
}

void DateColumnEvidence::add(const DateCell& cell, std::string_view text) {
  const unsigned signs = signs_of(cell);
  if ((signs & ~unsigned{signs_}) != 0) add_signs(signs, text);
}

void DateColumnEvidence::add_signs(unsigned signs, std::string_view text) {
  signs_ = static_cast<std::uint16_t>(signs_ | signs);
  if ((signs & day_first_signs) != 0 && day_first_cell_.empty()) day_first_cell_ = text;
  if ((signs & month_first_signs) != 0 && month_first_cell_.empty()) month_first_cell_ = text;
}

void DateColumnEvidence::append(const DateColumnEvidence& later) {
  signs_ = static_cast<std::uint16_t>(signs_ | later.signs_);
  if (day_first_cell_.empty()) day_first_cell_ = later.day_first_cell_;
  if (month_first_cell_.empty()) month_first_cell_ = later.month_first_cell_;
}

CellOrder decide_order(const DateColumnEvidence& evidence, bool batch_tool_booleans,
                       std::optional<DateOrder> requested) {
  if (requested == DateOrder::dmy) return CellOrder::day_first;
  if (requested == DateOrder::mdy) return CellOrder::month_first;
  const bool slashed_day_first = evidence.has(Sign::slashed_day_first);
  const bool slashed_month_first = evidence.has(Sign::slashed_month_first);
  const bool dotted_month_first = evidence.has(Sign::dotted_month_first);
  if (!evidence.has(Sign::slashed)) {
    if (!dotted_month_first) return CellOrder::day_first;
    return evidence.has(Sign::dotted_day_first) ? CellOrder::refuse_mixed : CellOrder::month_first;
  }
  if (evidence.has(Sign::dotted)) {
    // A German spreadsheet leaves 03/25/2024 alone and turns 03/04/2024 into 03.04.2024.
    const bool day_first = slashed_day_first && !slashed_month_first && !dotted_month_first;
    return day_first ? CellOrder::day_first : CellOrder::refuse_swapped;
  }
  if (slashed_day_first && slashed_month_first) {
    return evidence.has(Sign::other_form) ? CellOrder::refuse_swapped : CellOrder::refuse_mixed;
  }
  if (slashed_day_first) return CellOrder::day_first;
  if (slashed_month_first) return CellOrder::month_first;
  if (batch_tool_booleans && !evidence.has(Sign::other_form)) return CellOrder::month_first;
  return evidence.has(Sign::two_readings) ? CellOrder::refuse_ambiguous : CellOrder::month_first;
}

OptionalDate date_of(const DateCell& cell, CellOrder order) {
  if (cell.shape == DateShape::iso || cell.shape == DateShape::serial) return cell.date;
  if (cell.shape == DateShape::unreadable) return {};
  const auto month_first = [&cell] { return calendar_day(cell.year, cell.first, cell.second); };
  const auto day_first = [&cell] { return calendar_day(cell.year, cell.second, cell.first); };
  if (order == CellOrder::month_first) return month_first();
  if (order == CellOrder::day_first) return day_first();
  if (order == CellOrder::unknown) {
    // As nearly every export is read: the second reading is looked for only where the first does not exist.
    const bool dotted = cell.shape == DateShape::dotted;
    const OptionalDate likely = dotted ? day_first() : month_first();
    if (likely) return likely;
    return dotted ? month_first() : day_first();
  }
  // The column refuses cells that can be read either way.
  const OptionalDate by_month = month_first();
  const OptionalDate by_day = day_first();
  if (cell.first == cell.second || by_month.has_value() != by_day.has_value()) return by_month ? by_month : by_day;
  return {};
}

OptionalDate read_date_cell(std::string_view text, CellOrder order, DateColumnEvidence& evidence) {
  const auto read = [&](const DateCell& cell) {
    evidence.add(cell, text);
    return date_of(cell, order);
  };
  DateCell cell;
  if (parse_batch_tool_form(text, cell)) return read(cell);  // by itself: the compiler knows the cell's shape here
  if (parse_utc_timestamp(text, cell)) return read(cell);
  return read(parse_other_form(text));
}

}  // namespace nceplan
