#include "nceplan/plan/working_days.hpp"

#include <algorithm>

namespace nceplan {
namespace {

bool is_on(const Holiday& holiday, Date day) {
  if (!holiday.yearly || day < holiday.first) return holiday.first <= day && day <= holiday.last;
  const int years = year_month_day(day).year - year_month_day(holiday.first).year;
  // A run can begin in the year before, as over New Year.
  for (const int back : {0, 1}) {
    const Date first = add_months(holiday.first, 12 * std::max(0, years - back));
    if (first <= day && day <= first + (holiday.last - holiday.first)) return true;
  }
  return false;
}

}  // namespace

bool is_weekend(Date day) {
  constexpr int epoch_weekday = 3;  // 1970-01-01 was a Thursday, Monday being 0
  const int weekday = ((day.days() + epoch_weekday) % 7 + 7) % 7;
  return weekday >= 5;
}

std::vector<Date> working_days(Date first, Date last, std::span<const Holiday> holidays, std::size_t most) {
  std::vector<Date> days;
  for (Date day = first; day <= last && days.size() < most; day = day + 1) {
    const auto is_free = [day](const Holiday& holiday) { return is_on(holiday, day); };
    if (!is_weekend(day) && std::none_of(holidays.begin(), holidays.end(), is_free)) days.push_back(day);
  }
  return days;
}

}  // namespace nceplan
