// Finds the row that has a subscription id: an open-addressing table of four bytes a slot.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/fetch.hpp"
#include "base/hash.hpp"
#include "nceplan/base/id.hpp"
#include "nceplan/base/large_memory.hpp"
#include "nceplan/model/portfolio.hpp"

namespace nceplan {

/// Whether the export has an id for the row.
inline bool has_own_id(const Subscription& row) { return !row.id.empty() && !row.has(RowFlag::id_assumed); }

/// The hashes of a portfolio's ids, of four bytes: a plan keeps one a row for a while. Ids that are equal as
/// Portfolio::same_id says have one hash; it differs from run to run, and is never 0.
class IdHash {
 public:
  explicit IdHash(const Portfolio& portfolio) : portfolio_(&portfolio), secret_(hash_secret()) {}

  std::uint32_t operator()(Id id) const { return id.is_guid() ? of_guid(id) : of_text(portfolio_->text(id.text_id())); }
  /// Of an id by its text: a GUID in either case, or any other text.
  std::uint32_t operator()(std::string_view text) const {
    const Id guid = parse_guid(text);
    return guid.is_guid() ? of_guid(guid) : of_text(text);
  }
  /// Of an id that is no GUID.
  static std::uint32_t of_text(std::string_view text);

 private:
  static std::uint32_t not_zero(std::uint64_t hash) { return std::max(static_cast<std::uint32_t>(hash >> 32), 1U); }

  std::uint32_t of_guid(Id id) const {
    // Twice, since ids that are numbered would stay in sequence after one step.
    const std::uint64_t folded = fold_product(id.high() ^ secret_.first, id.low() ^ secret_.second);
    return not_zero(fold_product(folded ^ secret_.first, secret_.second | 1));
  }

  const Portfolio* portfolio_;
  HashSecret secret_;
};

/// Ids are equal as Portfolio::same_id says.
class IdTable {
 public:
  using Slot = std::uint64_t;

  /// An empty table with room for the ids of `ids` rows of the portfolio, which must outlive it.
  IdTable(const Portfolio& portfolio, std::uint64_t ids);

  /// Enters a row with the hash of its id, unless a row that was entered before has the same id: then the slot in which
  /// that one stands. Precondition: there is room.
  std::optional<Slot> add(RowIndex row, std::uint32_t hash);

  /// Asks the memory for what `add` reads first of an id with this hash.
  void fetch(std::uint32_t hash) const { NCEPLAN_FETCH(&slots_[first_slot(hash)]); }

  RowIndex row_in(Slot slot) const { return row_of(slots_[slot]); }
  /// Puts another row of the same id into a slot.
  void replace(Slot slot, RowIndex row);

  std::optional<RowIndex> find(Id id) const;
  /// By the id's text: a GUID in either case, or any other text.
  std::optional<RowIndex> find(std::string_view text) const;

 private:
  // An entry holds the row + 1 and above it as many of the hash's low bits as fit; 0 is none. Its high bits say where
  // the entry stands.
  RowIndex row_of(std::uint32_t entry) const { return (entry & row_mask_) - 1; }
  std::uint32_t tag_of(std::uint32_t hash) const {
    return static_cast<std::uint32_t>(hash * (std::uint64_t{row_mask_} + 1));
  }

  Slot first_slot(std::uint32_t hash) const { return hash * slots_.size() >> 32; }
  /// The slot of an entry that has the hash and of which `is_same(row)` is true, or the free one where it would be.
  template <typename IsSame>
  Slot slot_of(std::uint32_t hash, const IsSame& is_same) const;
  template <typename IsSame>
  std::optional<RowIndex> find_if(std::uint32_t hash, const IsSame& is_same) const;

  const Portfolio* portfolio_;
  IdHash hash_;
  std::uint32_t row_mask_;  ///< the low bits, as many as the number of rows has
  LargeArray<std::uint32_t> slots_;
};

}  // namespace nceplan
