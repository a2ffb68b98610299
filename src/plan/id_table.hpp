// Finds the row that has a subscription id: an open-addressing table of four bytes a slot, filled by several threads.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/fetch.hpp"
#include "nceplan/base/id.hpp"
#include "nceplan/base/large_pages.hpp"
#include "nceplan/model/portfolio.hpp"

namespace nceplan {

/// Ids are equal as Portfolio::same_id says. Filling is thread-safe; finding is once the filling threads are joined.
class IdTable {
 public:
  using Slot = std::uint64_t;

  /// Room for `rows` rows of `portfolio`, which up to `jobs` threads enter.
  IdTable(const Portfolio& portfolio, std::uint64_t rows, unsigned jobs);

  std::uint64_t hash_of(Id id) const;
  /// Asks the memory for the place of a hash that is about to be inserted or found.
  void prefetch(std::uint64_t hash) const { NCEPLAN_FETCH(&slots_[first_slot(hash)]); }

  /// Enters a row, or returns the slot of a row that has the same id and came first. Which one that is depends on the
  /// threads. Precondition: hash == hash_of(id).
  std::optional<Slot> insert(RowIndex row, Id id, std::uint64_t hash);

  RowIndex row_in(Slot slot) const { return row_of(slots_[slot].load(std::memory_order_relaxed)); }
  /// Puts another row of the same id into a slot.
  void replace(Slot slot, RowIndex row);

  std::optional<RowIndex> find(Id id) const;
  /// By the id's text: a GUID in either case, or any other text.
  std::optional<RowIndex> find(std::string_view text) const;

 private:
  using Entry = std::uint32_t;

  /// The lower half of the hash as a share of the slots; the tag has bits of the upper half.
  Slot first_slot(std::uint64_t hash) const { return (hash & 0xffffffff) * slots_.size() >> 32; }
  Slot next_slot(Slot slot) const { return slot + 1 == slots_.size() ? 0 : slot + 1; }
  RowIndex row_of(Entry entry) const { return (entry & row_mask_) - 1; }
  Entry tag_of(std::uint64_t hash) const { return static_cast<Entry>(hash >> 32) & ~row_mask_; }
  bool same_tag(Entry a, Entry b) const { return ((a ^ b) & ~row_mask_) == 0; }
  template <typename IsSame>
  std::optional<RowIndex> find_if(std::uint64_t hash, const IsSame& is_same) const;

  /// Puts an entry into a slot that `held` nothing. False when another thread was faster; then `held` is its entry.
  bool occupy(std::atomic<Entry>& slot, Entry& held, Entry entry) const {
    if (!shared_) {
      slot.store(entry, std::memory_order_relaxed);
      return true;
    }
    return slot.compare_exchange_strong(held, entry, std::memory_order_relaxed);
  }

  const Portfolio* portfolio_;
  bool shared_;                           ///< by several threads that fill it
  Entry row_mask_;                        ///< the low bits, as many as the number of rows has
  LargeArray<std::atomic<Entry>> slots_;  ///< row + 1, and above it as much of the hash as fits; 0 is free
};

}  // namespace nceplan
