// Adjustment windows laid over each other: how many seats have an open window on each day. That stays readable for five
// windows, which are five blocks, and for five thousand, which are a silhouette.
#pragma once

#include <cstdint>
#include <vector>

#include "nceplan/base/date.hpp"

namespace nceplan {

/// One subscription's window.
struct WindowLoad {
  Date first;
  Date last;  ///< inclusive, the last full day
  std::int64_t seats = 0;
};

/// Consecutive days on which the same number of windows and seats is open; never zero windows.
struct TimelineRun {
  Date first;
  Date end;  ///< exclusive
  std::int64_t seats = 0;
  std::uint64_t windows = 0;
  friend bool operator==(const TimelineRun&, const TimelineRun&) = default;
};

struct Timeline {
  Date first;                     ///< the first of a month
  Date end;                       ///< exclusive, the first of a month
  std::vector<TimelineRun> runs;  ///< in order; none contains the as-of day and a day before it
  std::int64_t peak = 0;          ///< most seats on one day
  std::uint64_t outside = 0;      ///< windows of which no day is in [first, end)
};

/// From the month of the first window to that of the last, as-of included: at least 3 months, at most 2 months before
/// the as-of month and 36 in all, so that one distant window does not squeeze all others.
Timeline make_timeline(const std::vector<WindowLoad>& windows, Date as_of);

/// The first of the month that `date` lies in.
Date first_of_month(Date date);

/// The smallest round number, 2, 4, 6, 8 or 10 times a power of ten and more, that is at least `peak` and can be
/// halved.
std::int64_t scale_top(std::int64_t peak);

}  // namespace nceplan
