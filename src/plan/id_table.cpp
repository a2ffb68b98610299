#include "id_table.hpp"

#include <bit>

#include "nceplan/base/text.hpp"

namespace nceplan {

std::uint32_t IdHash::of_text(std::string_view text) { return not_zero(hash_bytes(to_lower_ascii(text))); }

IdTable::IdTable(const Portfolio& portfolio, std::uint64_t ids)
    : portfolio_(&portfolio),
      hash_(portfolio),
      row_mask_(static_cast<std::uint32_t>((std::uint64_t{1} << std::bit_width(portfolio.row_count())) - 1)),
      slots_(ids + ids / 2 + 2) {}  // one at least stays free, where searching ends

template <typename IsSame>
IdTable::Slot IdTable::slot_of(std::uint32_t hash, const IsSame& is_same) const {
  Slot at = first_slot(hash);
  const auto stands_at = [&](std::uint32_t entry) {
    return (entry & ~row_mask_) == tag_of(hash) && is_same(row_of(entry));
  };
  while (slots_[at] != 0 && !stands_at(slots_[at])) at = at + 1 == slots_.size() ? 0 : at + 1;
  return at;
}

std::optional<IdTable::Slot> IdTable::add(RowIndex row, std::uint32_t hash) {
  const Slot slot = slot_of(hash, [this, row](RowIndex other) {
    return portfolio_->same_id(portfolio_->row(row).id, portfolio_->row(other).id);
  });
  if (slots_[slot] != 0) return slot;
  slots_[slot] = tag_of(hash) | (row + 1);
  return std::nullopt;
}

void IdTable::replace(Slot slot, RowIndex row) { slots_[slot] = (slots_[slot] & ~row_mask_) | (row + 1); }

template <typename IsSame>
std::optional<RowIndex> IdTable::find_if(std::uint32_t hash, const IsSame& is_same) const {
  const Slot slot = slot_of(hash, [&](RowIndex row) { return is_same(portfolio_->row(row).id); });
  if (slots_[slot] == 0) return std::nullopt;
  return row_in(slot);
}

std::optional<RowIndex> IdTable::find(Id id) const {
  return find_if(hash_(id), [this, id](Id other) { return portfolio_->same_id(id, other); });
}

std::optional<RowIndex> IdTable::find(std::string_view text) const {
  const Id guid = parse_guid(text);
  if (guid.is_guid()) return find(guid);
  return find_if(IdHash::of_text(text), [this, text](Id other) {
    return !other.is_guid() && equals_ignoring_case(text, portfolio_->text(other.text_id()));
  });
}

}  // namespace nceplan
