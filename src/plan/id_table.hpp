// Finds the row that has a subscription id: an open-addressing table of four bytes a slot. It is filled partition by
// partition, each so small that it stays in a processor's own cache, and by several threads without locks.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/hash.hpp"
#include "nceplan/base/id.hpp"
#include "nceplan/base/large_pages.hpp"
#include "nceplan/model/portfolio.hpp"

namespace nceplan {

/// What a table for a given number of rows makes of an id.
class IdTableShape {
 public:
  /// Precondition: `rows` is below 2^32.
  explicit IdTableShape(std::uint64_t rows);

  /// Ids that are equal as Portfolio::same_id says have one hash. It differs from run to run.
  std::uint64_t hash_of(const Portfolio& portfolio, Id id) const;
  /// The hash of an id that is no GUID.
  static std::uint64_t hash_of_text(std::string_view text);

  std::size_t partitions() const { return std::size_t{1} << partition_bits_; }
  std::size_t partition_of(std::uint64_t hash) const { return (hash & 0xffffffff) >> (32 - partition_bits_); }
  /// Where in the slots of its partition the search for an id starts, as a share of 2^16.
  std::uint16_t share_of(std::uint64_t hash) const {
    return static_cast<std::uint16_t>((hash & 0xffffffff) << partition_bits_ >> 16);
  }

  /// An entry holds the row + 1 and above it as much of the hash's upper half as fits; 0 is none.
  std::uint32_t entry_of(RowIndex row, std::uint64_t hash) const { return tag_of(hash) | (row + 1); }
  std::uint32_t tag_of(std::uint64_t hash) const { return static_cast<std::uint32_t>(hash >> 32) & ~row_mask_; }
  RowIndex row_of(std::uint32_t entry) const { return (entry & row_mask_) - 1; }
  bool same_tag(std::uint32_t a, std::uint32_t b) const { return ((a ^ b) & ~row_mask_) == 0; }

 private:
  HashSecret secret_;
  unsigned partition_bits_;
  std::uint32_t row_mask_;  ///< the low bits, as many as the number of rows has
};

/// The ids of some rows, to be sorted by partition.
class IdList {
 public:
  IdList(const Portfolio& portfolio, const IdTableShape& shape, std::uint64_t rows)
      : portfolio_(&portfolio), shape_(&shape) {
    items_.reserve(rows);
  }

  void add(RowIndex row, Id id);

 private:
  friend class SortedIds;
  struct Item {
    std::uint32_t entry = 0;
    std::uint16_t share = 0;
    std::uint16_t partition = 0;
  };

  const Portfolio* portfolio_;
  const IdTableShape* shape_;
  LargeVector<Item> items_;
};

/// The ids of all rows on their way into a table: for each part of the rows those of one partition after the other.
class SortedIds {
 public:
  /// Entries and shares of as many rows as `entries` has, in the order they were added.
  struct Run {
    std::span<const std::uint32_t> entries;
    const std::uint16_t* shares;
  };

  /// Room for `rows` rows in `parts` parts.
  SortedIds(const IdTableShape& shape, std::uint64_t rows, std::size_t parts);

  /// The ids of one part, which take the places from `first` on; places of parts must not overlap. Several threads may
  /// set different ones.
  void set_part(std::size_t part, std::uint64_t first, const IdList& ids);

  std::size_t parts() const { return begins_.size(); }
  const IdTableShape& shape() const { return shape_; }
  Run run(std::size_t part, std::size_t partition) const {
    const std::uint64_t begin = begins_[part][partition];
    return {.entries = {&entries_[begin], begins_[part][partition + 1] - begin}, .shares = &shares_[begin]};
  }

 private:
  IdTableShape shape_;
  LargeArray<std::uint32_t> entries_;
  LargeArray<std::uint16_t> shares_;
  std::vector<std::vector<std::uint64_t>> begins_;  ///< of each part: its partitions', and the end of the last one
};

/// Ids are equal as Portfolio::same_id says.
class IdTable {
 public:
  using Slot = std::uint64_t;
  /// A row whose id a row before it has, which stands in the slot.
  struct Duplicate {
    Slot slot = 0;
    RowIndex row = 0;
  };

  /// An empty table with room for `ids`.
  IdTable(const Portfolio& portfolio, const SortedIds& ids);

  /// Enters the rows of one partition, the first part first, and adds those to `duplicates` of which the id is there
  /// already. To be called once for each partition, with the ids above; several threads may fill different ones.
  void fill(std::size_t partition, const SortedIds& ids, std::vector<Duplicate>& duplicates);

  RowIndex row_in(Slot slot) const { return shape_.row_of(slots_[slot]); }
  /// Puts another row of the same id into a slot.
  void replace(Slot slot, RowIndex row);

  /// Precondition of both: all partitions are filled.
  std::optional<RowIndex> find(Id id) const;
  /// By the id's text: a GUID in either case, or any other text.
  std::optional<RowIndex> find(std::string_view text) const;

 private:
  /// The slots of a partition, and the one in which the search for a place starts.
  struct Search {
    Slot begin;
    Slot end;
    Slot at;

    void go_on() { at = at + 1 == end ? begin : at + 1; }
  };

  Search search_for(std::size_t partition, std::uint16_t share) const;
  template <typename IsSame>
  std::optional<RowIndex> find_if(std::uint64_t hash, const IsSame& is_same) const;

  const Portfolio* portfolio_;
  IdTableShape shape_;
  std::vector<Slot> begins_;  ///< of each partition, and behind them the end of the last one
  LargeArray<std::uint32_t> slots_;
};

}  // namespace nceplan
