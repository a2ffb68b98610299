// Rows that pool seats come in runs of one customer in nearly every export. A run that holds no more seats of any offer
// than one pools needs no second look, whether its rows claim them or not (R10).
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "nceplan/base/large_memory.hpp"
#include "nceplan/model/portfolio.hpp"
#include "nceplan/rules/seat_cap.hpp"

namespace nceplan {

/// Seats that some rows hold, by pool (OfferFacts::pool).
class PoolSums {
 public:
  explicit PoolSums(std::size_t pools) : sums_(pools) {}

  void add(std::uint32_t pool, std::uint32_t seats) {
    if (sums_[pool] == 0) used_.push_back(pool);
    sums_[pool] += seats;
    most_ = std::max(most_, sums_[pool]);
  }
  std::uint64_t of(std::uint32_t pool) const { return sums_[pool]; }
  bool over_cap() const { return most_ > pooled_seats; }
  void clear() {
    for (const std::uint32_t pool : used_) sums_[pool] = 0;
    used_.clear();
    most_ = 0;
  }

 private:
  std::vector<std::uint64_t> sums_;
  std::vector<std::uint32_t> used_;
  std::uint64_t most_ = 0;
};

/// Rows that pool seats, up to where the next run begins: all of one customer, as one file names it.
struct SeatRun {
  RowIndex first = 0;
  CustomerId customer;
};

/// The runs of a part of the rows.
struct SeatRuns {
  LargeVector<SeatRun> all;        ///< in order of rows
  std::vector<RowIndex> over_cap;  ///< where those begin that hold more seats of an offer than it pools, in order
};

/// Finds the runs while rows are looked at for other reasons too.
class SeatRunFinder {
 public:
  SeatRunFinder(std::size_t pools, SeatRuns& runs) : sums_(pools), runs_(runs) {}
  SeatRunFinder(const SeatRunFinder&) = delete;
  SeatRunFinder& operator=(const SeatRunFinder&) = delete;

  /// A row that holds seats of a pool. Rows come in order.
  void add(RowIndex row, CustomerId customer, std::uint32_t pool, std::uint32_t seats) {
    if (runs_.all.empty() || runs_.all.back().customer != customer) {
      end_run();
      runs_.all.push_back({row, customer});
    }
    sums_.add(pool, seats);
  }
  /// To be called behind the last row.
  void end_run() {
    if (sums_.over_cap()) runs_.over_cap.push_back(runs_.all.back().first);
    sums_.clear();
  }

 private:
  PoolSums sums_;
  SeatRuns& runs_;
};

}  // namespace nceplan
