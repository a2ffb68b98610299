// Splits work over consecutive numbers among threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <exception>
#include <thread>
#include <type_traits>
#include <vector>

#include "base/start_thread.hpp"
#include "nceplan/model/portfolio.hpp"

namespace nceplan {

/// How many parts `in_parallel` cuts [0, count) into: a few for each of `jobs` threads, so that one that is held up
/// does not hold up all, each of at least `grain` numbers. At least one.
inline std::size_t part_count(unsigned jobs, std::uint64_t count, std::uint64_t grain) {
  constexpr std::uint64_t parts_per_job = 8;
  return jobs <= 1 ? 1 : std::clamp<std::uint64_t>(count / grain, 1, jobs * parts_per_job);
}

/// Calls `work(part, first, last)` for consecutive parts of [0, count), part 0 being the first, on up to `jobs` threads
/// that take one part after the other. Work that takes a fourth number gets that of the thread, which is below `jobs`
/// or 0. The first exception that a thread throws is thrown again here.
template <typename Work>
void in_parallel(unsigned jobs, std::uint64_t count, std::uint64_t grain, const Work& work) {
  const std::size_t parts = part_count(jobs, count, grain);
  std::atomic<std::size_t> next = 0;
  std::vector<std::exception_ptr> errors(parts);
  const auto take_parts = [&](std::size_t thread) {
    for (std::size_t part = next++; part < parts; part = next++) {
      const std::uint64_t first = count * part / parts;
      const std::uint64_t last = count * (part + 1) / parts;
      try {
        if constexpr (std::is_invocable_v<Work, std::size_t, std::uint64_t, std::uint64_t, std::size_t>) {
          work(part, first, last, thread);
        } else {
          work(part, first, last);
        }
      } catch (...) {
        errors[part] = std::current_exception();
        next = parts;
      }
    }
  };
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < std::min<std::size_t>(jobs, parts); ++i) {
    if (!start_thread(threads, [&take_parts, i] { take_parts(i); })) break;
  }
  take_parts(0);
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
