// Splits work over consecutive numbers among threads.
#pragma once

#include <algorithm>
#include <cstdint>
#include <exception>
#include <thread>
#include <vector>

#include "base/start_thread.hpp"
#include "nceplan/model/portfolio.hpp"

namespace nceplan {

/// Calls `work(worker, first, last)` for consecutive parts of [0, count), each on a thread of its own, if the system
/// gives one: worker 0 has the first part, and so on. At most `jobs` workers, and none for fewer than `grain` numbers
/// but the first. The first exception that a worker throws is thrown again here.
template <typename Work>
void in_parallel(unsigned jobs, std::uint64_t count, std::uint64_t grain, const Work& work) {
  const std::uint64_t workers = std::clamp<std::uint64_t>(count / grain, 1, std::max(jobs, 1U));
  if (workers == 1) {
    work(0U, std::uint64_t{0}, count);
    return;
  }
  std::vector<std::exception_ptr> errors(workers);
  std::vector<std::thread> threads;
  threads.reserve(workers);
  for (std::uint64_t i = 0; i < workers; ++i) {
    const auto part = [&work, &errors, i, count, workers] {
      try {
        work(static_cast<unsigned>(i), count * i / workers, count * (i + 1) / workers);
      } catch (...) {
        errors[i] = std::current_exception();
      }
    };
    if (!start_thread(threads, part)) part();
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::exception_ptr& error : errors) {
    if (error) std::rethrow_exception(error);
  }
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
