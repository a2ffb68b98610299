// Rows in parts, each for one thread at a time.
#pragma once

#include <algorithm>
#include <cstdint>

#include "base/parallel.hpp"
#include "nceplan/model/portfolio.hpp"

namespace nceplan {

/// How many parts `in_parallel` cuts [0, count) into: a few for each of `jobs` threads, so that one that is held up
/// does not hold up all, each of at least `grain` numbers. At least one.
inline std::size_t part_count(unsigned jobs, std::uint64_t count, std::uint64_t grain) {
  constexpr std::uint64_t parts_per_job = 8;
  return jobs <= 1 ? 1 : std::clamp<std::uint64_t>(count / grain, 1, jobs * parts_per_job);
}

/// Calls `work(part)` for consecutive parts of [0, count) as `for_each_part` does.
template <typename Work>
void in_parallel(unsigned jobs, std::uint64_t count, std::uint64_t grain, const Work& work) {
  for_each_part(jobs, part_count(jobs, count, grain), count, work);
}

/// Calls `visit(block, row)` for the rows [first, last) in order.
template <typename Visit>
void for_each_row(const Portfolio& portfolio, std::uint64_t first, std::uint64_t last, const Visit& visit) {
  if (first == last) return;
  const RowBlock* block = &portfolio.block_of(static_cast<RowIndex>(first));
  for (std::uint64_t row = first; row < last; ++block) {
    const std::uint64_t end = std::min<std::uint64_t>(last, block->first_row + block->rows.size());
    for (; row < end; ++row) visit(*block, static_cast<RowIndex>(row));
  }
}

}  // namespace nceplan
