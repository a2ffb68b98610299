#include "id_table.hpp"

#include <algorithm>
#include <bit>

#include "nceplan/base/text.hpp"

namespace nceplan {
namespace {

/// With its slots, such a partition takes 200 KB.
constexpr std::uint64_t rows_per_partition = 32'768;
constexpr unsigned most_partition_bits = 16;

/// `start` and the sum of the elements before each one, and behind the last one that of all.
std::vector<std::uint64_t> sums_before(const std::vector<std::uint64_t>& counts, std::uint64_t start) {
  std::vector<std::uint64_t> sums(counts.size() + 1, start);
  for (std::size_t i = 0; i < counts.size(); ++i) sums[i + 1] = sums[i] + counts[i];
  return sums;
}

}  // namespace

IdTableShape::IdTableShape(std::uint64_t rows)
    : secret_(hash_secret()),
      partition_bits_(std::min(static_cast<unsigned>(std::bit_width(rows / rows_per_partition)), most_partition_bits)),
      row_mask_(static_cast<std::uint32_t>((std::uint64_t{1} << std::bit_width(rows)) - 1)) {}

std::uint64_t IdTableShape::hash_of(const Portfolio& portfolio, Id id) const {
  if (!id.is_guid()) return hash_of_text(portfolio.text(id.text_id()));
  // Twice, since ids that are numbered would stay in sequence after one step.
  const std::uint64_t folded = fold_product(id.high() ^ secret_.first, id.low() ^ secret_.second);
  return fold_product(folded ^ secret_.first, secret_.second | 1);
}

std::uint64_t IdTableShape::hash_of_text(std::string_view text) { return hash_bytes(to_lower_ascii(text)); }

void IdList::add(RowIndex row, Id id) {
  const std::uint64_t hash = shape_->hash_of(*portfolio_, id);
  items_.push_back({.entry = shape_->entry_of(row, hash),
                    .share = shape_->share_of(hash),
                    .partition = static_cast<std::uint16_t>(shape_->partition_of(hash))});
}

SortedIds::SortedIds(const IdTableShape& shape, std::uint64_t rows, std::size_t parts)
    : shape_(shape), entries_(rows + 1), shares_(rows + 1), begins_(parts) {}

void SortedIds::set_part(std::size_t part, std::uint64_t first, const IdList& ids) {
  std::vector<std::uint64_t> counts(shape_.partitions());
  for (const IdList::Item& item : ids.items_) ++counts[item.partition];
  begins_[part] = sums_before(counts, first);
  std::vector<std::uint64_t> next = begins_[part];
  for (const IdList::Item& item : ids.items_) {
    const std::uint64_t at = next[item.partition]++;
    entries_[at] = item.entry;
    shares_[at] = item.share;
  }
}

IdTable::IdTable(const Portfolio& portfolio, const SortedIds& ids)
    : portfolio_(&portfolio), shape_(ids.shape()), slots_(0) {
  std::vector<Slot> sizes(shape_.partitions());
  for (std::size_t partition = 0; partition < sizes.size(); ++partition) {
    std::uint64_t rows = 0;
    for (std::size_t part = 0; part < ids.parts(); ++part) rows += ids.run(part, partition).entries.size();
    sizes[partition] = rows + rows / 2 + 2;  // one at least stays free, where searching ends
  }
  begins_ = sums_before(sizes, 0);
  slots_ = LargeArray<std::uint32_t>(begins_.back());
}

IdTable::Search IdTable::search_for(std::size_t partition, std::uint16_t share) const {
  const Slot begin = begins_[partition];
  const Slot end = begins_[partition + 1];
  return {.begin = begin, .end = end, .at = begin + (share * (end - begin) >> 16)};
}

void IdTable::fill(std::size_t partition, const SortedIds& ids, std::vector<Duplicate>& duplicates) {
  const auto same_id = [this](std::uint32_t a, std::uint32_t b) {
    return shape_.same_tag(a, b) &&
           portfolio_->same_id(portfolio_->row(shape_.row_of(a)).id, portfolio_->row(shape_.row_of(b)).id);
  };
  for (std::size_t part = 0; part < ids.parts(); ++part) {
    const SortedIds::Run run = ids.run(part, partition);
    for (std::size_t i = 0; i < run.entries.size(); ++i) {
      const std::uint32_t entry = run.entries[i];
      Search search = search_for(partition, run.shares[i]);
      while (slots_[search.at] != 0 && !same_id(slots_[search.at], entry)) search.go_on();
      if (slots_[search.at] == 0) {
        slots_[search.at] = entry;
      } else {
        duplicates.push_back({.slot = search.at, .row = shape_.row_of(entry)});
      }
    }
  }
}

void IdTable::replace(Slot slot, RowIndex row) {
  slots_[slot] = slots_[slot] - (shape_.row_of(slots_[slot]) + 1) + (row + 1);
}

template <typename IsSame>
std::optional<RowIndex> IdTable::find_if(std::uint64_t hash, const IsSame& is_same) const {
  for (Search search = search_for(shape_.partition_of(hash), shape_.share_of(hash)); slots_[search.at] != 0;
       search.go_on()) {
    const RowIndex row = shape_.row_of(slots_[search.at]);
    if (shape_.same_tag(slots_[search.at], shape_.tag_of(hash)) && is_same(portfolio_->row(row).id)) return row;
  }
  return std::nullopt;
}

std::optional<RowIndex> IdTable::find(Id id) const {
  return find_if(shape_.hash_of(*portfolio_, id), [this, id](Id other) { return portfolio_->same_id(id, other); });
}

std::optional<RowIndex> IdTable::find(std::string_view text) const {
  const Id guid = parse_guid(text);
  if (!guid.empty()) return find(guid);
  return find_if(IdTableShape::hash_of_text(text), [this, text](Id other) {
    return !other.is_guid() && equals_ignoring_case(text, portfolio_->text(other.text_id()));
  });
}

}  // namespace nceplan
