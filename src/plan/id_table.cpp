#include "id_table.hpp"

#include <bit>

#include "nceplan/base/text.hpp"

namespace nceplan {
namespace {

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

}  // namespace

IdTable::IdTable(const Portfolio& portfolio, std::uint64_t rows, unsigned jobs)
    : portfolio_(&portfolio),
      shared_(jobs > 1),
      row_mask_(static_cast<Entry>((std::uint64_t{1} << std::bit_width(rows)) - 1)),
      slots_(rows + rows / 2 + 2) {}

std::uint64_t IdTable::hash_of(Id id) const {
  return id.is_guid() ? hash_of_guid(id) : hash_of_text(portfolio_->text(id.text_id()));
}

std::optional<IdTable::Slot> IdTable::insert(RowIndex row, Id id, std::uint64_t hash) {
  const Entry entry = tag_of(hash) | (row + 1);
  for (Slot at = first_slot(hash);; at = next_slot(at)) {
    Entry held = slots_[at].load(std::memory_order_relaxed);
    if (held == 0 && occupy(slots_[at], held, entry)) return std::nullopt;
    if (same_tag(held, entry) && portfolio_->same_id(portfolio_->row(row_of(held)).id, id)) return at;
  }
}

void IdTable::replace(Slot slot, RowIndex row) {
  const Entry held = slots_[slot].load(std::memory_order_relaxed);
  slots_[slot].store((held & ~row_mask_) | (row + 1), std::memory_order_relaxed);
}

template <typename IsSame>
std::optional<RowIndex> IdTable::find_if(std::uint64_t hash, const IsSame& is_same) const {
  for (Slot at = first_slot(hash);; at = next_slot(at)) {
    const Entry held = slots_[at].load(std::memory_order_relaxed);
    if (held == 0) return std::nullopt;
    if (same_tag(held, tag_of(hash)) && is_same(portfolio_->row(row_of(held)).id)) return row_of(held);
  }
}

std::optional<RowIndex> IdTable::find(Id id) const {
  return find_if(hash_of(id), [this, id](Id other) { return portfolio_->same_id(id, other); });
}

std::optional<RowIndex> IdTable::find(std::string_view text) const {
  const Id guid = parse_guid(text);
  if (!guid.empty()) return find(guid);
  return find_if(hash_of_text(text), [this, text](Id other) {
    return !other.is_guid() && equals_ignoring_case(text, portfolio_->text(other.text_id()));
  });
}

}  // namespace nceplan
