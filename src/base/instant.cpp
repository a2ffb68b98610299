// Instants in the form of ISO 8601, as Partner Center writes them: `2021-10-13T16:35:40.3844713Z`.
#include "nceplan/base/date.hpp"

namespace nceplan {
namespace {

constexpr int seconds_per_day = 86'400;
constexpr std::size_t date_length = 10;
constexpr Date first_day = Date::from_days(-719'162);  // 0001-01-01
constexpr Date last_day = Date::from_days(2'932'531);  // 9998-12-31, so that windows can be added

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Takes characters off the front of a text.
class Front {
 public:
  explicit Front(std::string_view text) : text_(text) {}

  bool at_end() const { return text_.empty(); }
  bool skip(char c) {
    if (text_.empty() || text_.front() != c) return false;
    text_.remove_prefix(1);
    return true;
  }
  /// Exactly two digits up to `most`; -1 for anything else.
  int two_digits(int most) {
    if (text_.size() < 2 || !is_digit(text_[0]) || !is_digit(text_[1])) return -1;
    const int number = (text_[0] - '0') * 10 + (text_[1] - '0');
    text_.remove_prefix(2);
    return number <= most ? number : -1;
  }
  bool skip_digits() {
    const bool any = !text_.empty() && is_digit(text_.front());
    while (!text_.empty() && is_digit(text_.front())) text_.remove_prefix(1);
    return any;
  }

 private:
  std::string_view text_;
};

/// Seconds of the day; nothing when the time cannot be.
std::optional<int> time_of_day(Front& front) {
  const int hour = front.two_digits(23);
  if (hour < 0 || !front.skip(':')) return std::nullopt;
  const int minute = front.two_digits(59);
  if (minute < 0) return std::nullopt;
  int second = 0;
  if (front.skip(':')) second = front.two_digits(59);
  if (second < 0 || (front.skip('.') && !front.skip_digits())) return std::nullopt;
  return hour * 3600 + minute * 60 + second;
}

/// Seconds that the zone is ahead of UTC.
std::optional<int> zone_offset(Front& front) {
  front.skip(' ');
  if (front.at_end() || front.skip('Z') || front.skip('z')) return 0;
  const bool east = front.skip('+');
  if (!east && !front.skip('-')) return std::nullopt;
  const int hours = front.two_digits(14);
  front.skip(':');
  const int minutes = front.two_digits(59);
  if (hours < 0 || minutes < 0) return std::nullopt;
  const int offset = hours * 3600 + minutes * 60;
  return east ? offset : -offset;
}

}  // namespace

int Instant::second_of_day() const {
  const auto rest = static_cast<int>(seconds % seconds_per_day);
  return rest < 0 ? rest + seconds_per_day : rest;
}

std::optional<Instant> parse_iso_instant(std::string_view text) {
  const std::optional<Date> day = parse_iso_date(text.substr(0, date_length));
  if (!day || *day < first_day || *day > last_day) return std::nullopt;
  Front front(text.substr(date_length));
  if (!front.skip('T') && !front.skip('t') && !front.skip(' ')) return std::nullopt;
  const std::optional<int> clock = time_of_day(front);
  const std::optional<int> offset = clock ? zone_offset(front) : std::nullopt;
  if (!offset || !front.at_end()) return std::nullopt;
  return Instant{std::int64_t{day->days()} * seconds_per_day + *clock - *offset};
}

std::string to_iso(Instant instant) {
  const int second = instant.second_of_day();
  std::string text = to_iso(instant.date());
  const auto add = [&text](char before, int number) {
    text += before;
    text += static_cast<char>('0' + number / 10);
    text += static_cast<char>('0' + number % 10);
  };
  add('T', second / 3600);
  add(':', second / 60 % 60);
  add(':', second % 60);
  return text + 'Z';
}

}  // namespace nceplan
