#include "day_demand.hpp"

#include <algorithm>
#include <utility>

namespace nceplan {

std::optional<DaySpan> day_span(const MigrationJob& job, std::span<const Date> days) {
  const auto first = std::lower_bound(days.begin(), days.end(), job.from);
  const auto end = std::upper_bound(first, days.end(), job.until);
  if (first == end) return std::nullopt;
  return DaySpan{static_cast<std::size_t>(first - days.begin()), static_cast<std::size_t>(end - days.begin()) - 1};
}

std::size_t DayDemand::placeable(std::span<const unsigned> capacity) {
  std::fill(due_.begin(), due_.end(), 0);
  std::size_t placed = 0;
  std::size_t open = 0;  // jobs in due_, those that are too late included until `earliest` passes them
  std::size_t earliest = 0;
  auto next = counts_.begin();
  for (std::size_t day = 0; day < capacity.size(); ++day) {
    if (open == 0) {
      while (next != counts_.end() && next->second == 0) ++next;
      if (next == counts_.end()) break;
      day = std::max(day, next->first.first);
      earliest = std::max(earliest, day);
    }
    for (; next != counts_.end() && next->first.first == day; ++next) {
      const auto& [span, count] = *next;
      due_[span.second] += count;
      open += count;
      earliest = std::min(earliest, span.second);
    }
    for (; earliest < day; ++earliest) open -= std::exchange(due_[earliest], 0);
    for (std::size_t room = capacity[day]; room > 0 && open > 0;) {
      while (due_[earliest] == 0) ++earliest;
      const std::size_t taken = std::min(room, due_[earliest]);
      due_[earliest] -= taken;
      open -= taken;
      room -= taken;
      placed += taken;
    }
  }
  return placed;
}

}  // namespace nceplan
