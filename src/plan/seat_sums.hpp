// How many seats each customer holds of each capped offer (R10).
#pragma once

#include <cstdint>

#include "nceplan/base/large_memory.hpp"

namespace nceplan {

/// Sums by key.
class SeatSums {
 public:
  /// Room for `keys` different keys.
  explicit SeatSums(std::uint64_t keys);

  /// The key of a customer group and an offer pool.
  static constexpr std::uint64_t key_of(std::uint32_t group, std::uint32_t pool) {
    return std::uint64_t{group} << 32 | pool;
  }
  void add(std::uint64_t key, std::uint32_t seats);
  /// Precondition: something was added to `key`.
  std::uint64_t sum(std::uint64_t key) const;

 private:
  struct Slot {
    std::uint64_t key_plus_one = 0;
    std::uint64_t sum = 0;
  };
  std::uint64_t first_slot(std::uint64_t key) const;

  std::uint64_t mask_;
  LargeArray<Slot> slots_;
};

}  // namespace nceplan
