#include "timeline.hpp"

#include <algorithm>
#include <map>

namespace nceplan {
namespace {

constexpr int least_months = 3;
constexpr int months_back = 2;
constexpr int most_months = 36;

struct Change {
  std::int64_t seats = 0;
  std::int64_t windows = 0;
};

void set_range(Timeline& timeline, const std::vector<WindowLoad>& windows, Date as_of) {
  Date earliest = as_of;
  Date latest = as_of;
  for (const WindowLoad& window : windows) {
    earliest = std::min(earliest, window.first);
    latest = std::max(latest, window.last);
  }
  const Date this_month = first_of_month(as_of);
  timeline.first = std::max(first_of_month(earliest), add_months(this_month, -months_back));
  timeline.end = std::clamp(first_of_next_month(latest), add_months(timeline.first, least_months),
                            add_months(timeline.first, most_months));
}

std::map<Date, Change> changes_of(Timeline& timeline, const std::vector<WindowLoad>& windows, Date as_of) {
  std::map<Date, Change> changes;
  changes[as_of];  // what is past ends here
  for (const WindowLoad& window : windows) {
    const Date first = std::max(window.first, timeline.first);
    const Date end = std::min(window.last + 1, timeline.end);
    if (first >= end) {
      ++timeline.outside;
      continue;
    }
    changes[first].seats += window.seats;
    ++changes[first].windows;
    changes[end].seats -= window.seats;
    --changes[end].windows;
  }
  return changes;
}

}  // namespace

Timeline make_timeline(const std::vector<WindowLoad>& windows, Date as_of) {
  Timeline timeline;
  set_range(timeline, windows, as_of);
  const std::map<Date, Change> changes = changes_of(timeline, windows, as_of);
  Change open;
  for (auto change = changes.begin(); change != changes.end(); ++change) {
    open.seats += change->second.seats;
    open.windows += change->second.windows;
    if (open.windows == 0) continue;
    const Date end = std::next(change)->first;  // every window that opened ends at a later change
    timeline.runs.push_back({change->first, end, open.seats, static_cast<std::uint64_t>(open.windows)});
    timeline.peak = std::max(timeline.peak, open.seats);
  }
  return timeline;
}

Date first_of_month(Date date) { return date - static_cast<int>(year_month_day(date).day - 1); }

std::int64_t scale_top(std::int64_t peak) {
  for (const std::int64_t top : {2, 4, 6, 8, 10}) {
    if (top >= peak) return top;
  }
  for (std::int64_t power = 1;; power *= 10) {
    for (const std::int64_t factor : {12, 16, 20, 24, 30, 40, 50, 60, 80, 100}) {
      if (factor * power >= peak) return factor * power;
    }
  }
}

}  // namespace nceplan
