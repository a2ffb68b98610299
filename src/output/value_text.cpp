#include "output/value_text.hpp"

#include <array>
#include <vector>

namespace nceplan {
namespace {

constexpr std::int32_t first_day = 10957;  // 2000-01-01
constexpr std::int32_t end_day = 29586;    // 2051-01-01
constexpr std::size_t iso_length = 10;

using IsoDate = std::array<char, iso_length>;

std::vector<IsoDate> half_century() {
  std::vector<IsoDate> dates(static_cast<std::size_t>(end_day - first_day));
  for (std::size_t i = 0; i < dates.size(); ++i) {
    write_iso_date(Date::from_days(first_day + static_cast<std::int32_t>(i)), dates[i].data());
  }
  return dates;
}

}  // namespace

char* put_date(char* out, Date date) {
  static const std::vector<IsoDate> known = half_century();
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
