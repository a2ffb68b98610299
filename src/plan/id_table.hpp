// Finds the row that has a subscription id: an open-addressing table of four bytes a slot. It is filled partition by
// partition, each so small that it stays in a processor's own cache, and by several threads without locks.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "nceplan/base/id.hpp"
#include "nceplan/base/large_pages.hpp"
#include "nceplan/model/portfolio.hpp"

namespace nceplan {

/// What places and entries of a table for a given number of rows are made of.
class IdTableShape {
 public:
  /// Precondition: `rows` is not above 2^31.
  explicit IdTableShape(std::uint64_t rows);

  std::size_t partitions() const { return std::size_t{1} << partition_bits_; }
  /// Places count from 0 to 2^32 - 1; consecutive ones make a partition.
  std::size_t partition_of(std::uint32_t place) const { return std::uint64_t{place} >> (32 - partition_bits_); }
  /// Where in its partition, as a share of 2^32.
  std::uint32_t share_of(std::uint32_t place) const { return place << partition_bits_; }

  /// An entry holds the row + 1 and above it as much of the hash as fits; 0 is none.
  std::uint32_t entry_of(RowIndex row, std::uint64_t hash) const { return tag_of(hash) | (row + 1); }
  std::uint32_t tag_of(std::uint64_t hash) const { return static_cast<std::uint32_t>(hash >> 32) & ~row_mask_; }
  RowIndex row_of(std::uint32_t entry) const { return (entry & row_mask_) - 1; }
  bool same_tag(std::uint32_t a, std::uint32_t b) const { return ((a ^ b) & ~row_mask_) == 0; }

 private:
  unsigned partition_bits_ = 0;
  std::uint32_t row_mask_;  ///< the low bits, as many as the number of rows has
};

/// The ids of some rows on their way into a table, sorted by partition.
class IdBatch {
 public:
  struct Item {
    std::uint32_t place = 0;
    std::uint32_t entry = 0;
  };

  IdBatch() = default;
  /// Room for `rows` rows.
  IdBatch(const IdTableShape& shape, std::uint64_t rows) : shape_(shape) { items_.reserve(rows); }

  void add(const Portfolio& portfolio, RowIndex row, Id id);
  /// To be called once, behind the last row.
  void sort();
  /// Those of one partition, in the order they were added.
  std::span<const Item> items(std::size_t partition) const {
    return {items_.data() + begins_[partition], items_.data() + begins_[partition + 1]};
  }

 private:
  IdTableShape shape_{0};
  LargeVector<Item> items_;
  std::vector<std::size_t> begins_;  ///< of each partition, and behind them the end of the last one
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

  /// An empty table with room for the rows of `batches`, which were made with the same shape.
  IdTable(const Portfolio& portfolio, const IdTableShape& shape, std::span<const IdBatch> batches);

  /// Enters the rows of one partition, the first batch first, and adds those to `duplicates` of which the id is there
  /// already. Once for each partition; several threads may fill different ones.
  void fill(std::size_t partition, std::span<const IdBatch> batches, std::vector<Duplicate>& duplicates);

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

  Search search_for(std::uint32_t place) const;
  template <typename IsSame>
  std::optional<RowIndex> find_if(std::uint64_t hash, const IsSame& is_same) const;

  const Portfolio* portfolio_;
  IdTableShape shape_;
  std::vector<Slot> begins_;  ///< of each partition, and behind them the end of the last one
  LargeArray<std::uint32_t> slots_;
};

}  // namespace nceplan
