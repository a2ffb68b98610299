#include "value_text.hpp"

namespace nceplan {

CommonDates::CommonDates() : dates_(std::make_unique_for_overwrite<Dates>()) {
  Date date = Date::from_days(first_day);
  for (auto& written : *dates_) {
    write_iso_date(date, written.data());
    date = date + 1;
  }
}

const CommonDates& CommonDates::written() {
  static const CommonDates dates;
  return dates;
}

std::string_view machine_text(const Cell& cell, std::array<char, value_room>& scratch) {
  if (cell.kind == Cell::Kind::text) return cell.text;
  const char* const end = put_value(scratch.data(), cell);
  return {scratch.data(), static_cast<std::size_t>(end - scratch.data())};
}

}  // namespace nceplan
