#include "value_text.hpp"

namespace nceplan {

CommonDates::CommonDates() : dates_(std::make_unique_for_overwrite<Dates>()) {
  const Date end = Date::from_days(end_day);
  auto written = dates_->begin();
  for (Date month = Date::from_days(first_day); month < end;) {
    const Date next_month = first_of_next_month(month);
    std::array<char, iso_length> text;
    write_iso_date(month, text.data());
    for (int day = 1; day <= next_month - month; ++day) {
      text[8] = static_cast<char>('0' + day / 10);
      text[9] = static_cast<char>('0' + day % 10);
      *written++ = text;
    }
    month = next_month;
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
