#include "value_text.hpp"

#include <array>
#include <vector>

namespace nceplan {
namespace {

// The years that plans are about, few enough to stay in the processor's cache.
constexpr std::int32_t first_day = 17532;  // 2018-01-01
constexpr std::int32_t end_day = 23376;    // 2034-01-01
constexpr std::size_t iso_length = 10;

using IsoDate = std::array<char, iso_length>;

std::vector<IsoDate> known_dates() {
  std::vector<IsoDate> dates(static_cast<std::size_t>(end_day - first_day));
  for (std::size_t i = 0; i < dates.size(); ++i) {
    write_iso_date(Date::from_days(first_day + static_cast<std::int32_t>(i)), dates[i].data());
  }
  return dates;
}

}  // namespace

char* put_date(char* out, Date date) {
  static const std::vector<IsoDate> known = known_dates();
  if (date.days() >= first_day && date.days() < end_day) {
    std::memcpy(out, known[static_cast<std::size_t>(date.days() - first_day)].data(), iso_length);
  } else {
    write_iso_date(date, out);
  }
  return out + iso_length;
}

std::string_view machine_text(const Cell& cell, std::array<char, value_room>& scratch) {
  if (cell.kind == Cell::Kind::text) return cell.text;
  const char* const end = put_value(scratch.data(), cell);
  return {scratch.data(), static_cast<std::size_t>(end - scratch.data())};
}

}  // namespace nceplan
