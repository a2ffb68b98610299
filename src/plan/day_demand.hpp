// How many jobs with windows of days fit into days of limited capacity.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "nceplan/plan/day_spreader.hpp"

namespace nceplan {

/// A window as indexes of days, both inclusive.
struct DaySpan {
  std::size_t first = 0;
  std::size_t last = 0;
  bool contains(std::size_t day) const { return first <= day && day <= last; }
};

/// The days of a job's window, or nothing when it has none.
std::optional<DaySpan> day_span(const MigrationJob& job, std::span<const Date> days);

/// A multiset of windows. Jobs with equal windows are one count, so that asking again and again stays cheap.
class DayDemand {
 public:
  explicit DayDemand(std::size_t days) : due_(days) {}

  void add(DaySpan span) { ++counts_[{span.first, span.last}]; }
  /// Precondition: it was added.
  void remove(DaySpan span) { --counts_[{span.first, span.last}]; }

  /// The largest number of jobs that can have a day each. `capacity` is per day. (Jobs of one unit: taking the one due
  /// earliest first, and dropping what has become too late, places the most; Horn 1974.)
  std::size_t placeable(std::span<const unsigned> capacity);

 private:
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> counts_;  ///< by first and last day
  std::vector<std::size_t> due_;                                       ///< scratch: open jobs by their last day
};

}  // namespace nceplan
