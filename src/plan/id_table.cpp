#include "id_table.hpp"

#include <algorithm>
#include <bit>

#include "nceplan/base/text.hpp"

namespace nceplan {
namespace {

/// With its slots, such a partition takes 200 KB.
constexpr std::uint64_t rows_per_partition = 32'768;
constexpr unsigned most_partition_bits = 10;

std::uint64_t scatter(std::uint64_t bits) {
  bits = (bits ^ (bits >> 32)) * 0xd6e8feb86659fd93ULL;
  bits = (bits ^ (bits >> 29)) * 0xd6e8feb86659fd93ULL;
  return bits ^ (bits >> 32);
}

std::uint64_t hash_of_guid(Id id) { return scatter(id.high() ^ std::rotl(id.low(), 23)); }

std::uint64_t hash_of_text(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;  // FNV-1a, whatever the case
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(to_lower_ascii(c))) * 0x100000001b3ULL;
  return scatter(hash);
}

std::uint64_t hash_of(const Portfolio& portfolio, Id id) {
  return id.is_guid() ? hash_of_guid(id) : hash_of_text(portfolio.text(id.text_id()));
}

/// The lower half of a hash; the tag has bits of the upper half.
std::uint32_t place_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash); }

/// The sums of the elements before each one, and the sum of all behind the last.
template <typename Number>
std::vector<Number> sums_before(const std::vector<Number>& counts) {
  std::vector<Number> sums(counts.size() + 1);
  for (std::size_t i = 0; i < counts.size(); ++i) sums[i + 1] = sums[i] + counts[i];
  return sums;
}

}  // namespace

IdTableShape::IdTableShape(std::uint64_t rows)
    : partition_bits_(std::min(static_cast<unsigned>(std::bit_width(rows / rows_per_partition)), most_partition_bits)),
      row_mask_(static_cast<std::uint32_t>((std::uint64_t{1} << std::bit_width(rows)) - 1)) {}

void IdBatch::add(const Portfolio& portfolio, RowIndex row, Id id) {
  const std::uint64_t hash = hash_of(portfolio, id);
  items_.push_back({.place = place_of(hash), .entry = shape_.entry_of(row, hash)});
}

void IdBatch::sort() {
  std::vector<std::size_t> counts(shape_.partitions());
  for (const Item& item : items_) ++counts[shape_.partition_of(item.place)];
  begins_ = sums_before(counts);
  if (shape_.partitions() == 1) return;
  LargeVector<Item> sorted(items_.size());
  std::vector<std::size_t> next(begins_.begin(), begins_.end() - 1);
  for (const Item& item : items_) sorted[next[shape_.partition_of(item.place)]++] = item;
  items_ = std::move(sorted);
}

IdTable::IdTable(const Portfolio& portfolio, const IdTableShape& shape, std::span<const IdBatch> batches)
    : portfolio_(&portfolio), shape_(shape), slots_(0) {
  std::vector<Slot> sizes(shape.partitions());
  for (std::size_t partition = 0; partition < sizes.size(); ++partition) {
    std::uint64_t rows = 0;
    for (const IdBatch& batch : batches) rows += batch.items(partition).size();
    sizes[partition] = rows + rows / 2 + 2;  // one at least stays free, where searching ends
  }
  begins_ = sums_before(sizes);
  slots_ = LargeArray<std::uint32_t>(begins_.back());
}

IdTable::Search IdTable::search_for(std::uint32_t place) const {
  const std::size_t partition = shape_.partition_of(place);
  const Slot begin = begins_[partition];
  const Slot end = begins_[partition + 1];
  return {.begin = begin, .end = end, .at = begin + (shape_.share_of(place) * (end - begin) >> 32)};
}

void IdTable::fill(std::size_t partition, std::span<const IdBatch> batches, std::vector<Duplicate>& duplicates) {
  const auto same_id = [this](std::uint32_t a, std::uint32_t b) {
    return shape_.same_tag(a, b) &&
           portfolio_->same_id(portfolio_->row(shape_.row_of(a)).id, portfolio_->row(shape_.row_of(b)).id);
  };
  for (const IdBatch& batch : batches) {
    for (const IdBatch::Item& item : batch.items(partition)) {
      Search search = search_for(item.place);
      while (slots_[search.at] != 0 && !same_id(slots_[search.at], item.entry)) search.go_on();
      if (slots_[search.at] == 0) {
        slots_[search.at] = item.entry;
      } else {
        duplicates.push_back({.slot = search.at, .row = shape_.row_of(item.entry)});
      }
    }
  }
}

void IdTable::replace(Slot slot, RowIndex row) {
  slots_[slot] = slots_[slot] - (shape_.row_of(slots_[slot]) + 1) + (row + 1);
}

template <typename IsSame>
std::optional<RowIndex> IdTable::find_if(std::uint64_t hash, const IsSame& is_same) const {
  for (Search search = search_for(place_of(hash)); slots_[search.at] != 0; search.go_on()) {
    const RowIndex row = shape_.row_of(slots_[search.at]);
    if (shape_.same_tag(slots_[search.at], shape_.tag_of(hash)) && is_same(portfolio_->row(row).id)) return row;
  }
  return std::nullopt;
}

std::optional<RowIndex> IdTable::find(Id id) const {
  return find_if(hash_of(*portfolio_, id), [this, id](Id other) { return portfolio_->same_id(id, other); });
}

std::optional<RowIndex> IdTable::find(std::string_view text) const {
  const Id guid = parse_guid(text);
  if (!guid.empty()) return find(guid);
  return find_if(hash_of_text(text), [this, text](Id other) {
    return !other.is_guid() && equals_ignoring_case(text, portfolio_->text(other.text_id()));
  });
}

}  // namespace nceplan
