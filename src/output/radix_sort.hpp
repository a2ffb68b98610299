// A stable sort of rows by integer keys, for millions of rows on several threads.
#pragma once

#include <cstdint>
#include <vector>

#include "nceplan/base/large_memory.hpp"
#include "nceplan/model/portfolio.hpp"

namespace nceplan {

/// A row and 64 bits of its sort key, in 12 bytes.
struct SortRecord {
  std::uint32_t key_high = 0;
  std::uint32_t key_low = 0;
  RowIndex row = 0;

  std::uint64_t key() const { return std::uint64_t{key_high} << 32 | key_low; }
};
static_assert(sizeof(SortRecord) == 12);

inline SortRecord sort_record(std::uint64_t key, RowIndex row) {
  return {static_cast<std::uint32_t>(key >> 32), static_cast<std::uint32_t>(key), row};
}

using SortRecords = LargeArray<SortRecord>;

/// Sorts by key, smallest first; equal keys keep their order. Needs as much memory again while it runs.
void radix_sort(SortRecords& records, unsigned jobs);

}  // namespace nceplan
