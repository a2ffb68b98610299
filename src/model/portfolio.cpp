#include "nceplan/model/portfolio.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <stdexcept>
#include <utility>

#include "base/fetch.hpp"
#include "nceplan/base/text.hpp"

namespace nceplan {
namespace {

using Slots = LargeVector<std::uint64_t>;

constexpr std::uint64_t entry_mask = 0xffffffffULL;
constexpr std::size_t recent_customers = 8192;  // a power of two; 64 KB of places

void widen(Slots& slots) {
  constexpr std::size_t first_slots = 256;
  const Slots narrow = std::exchange(slots, Slots(std::max(first_slots, slots.size() * 2)));
  const std::size_t mask = slots.size() - 1;
  for (const std::uint64_t slot : narrow) {
    if (slot == 0) continue;
    std::size_t at = (slot >> 32) & mask;
    while (slots[at] != 0) at = (at + 1) & mask;
    slots[at] = slot;
  }
}

/// The slot of an entry that `is_same` accepts, or a free one. Places come from the hash's upper half, which the slots
/// keep, so that widening need not hash again.
template <typename IsSame>
std::uint64_t& find_slot(Slots& slots, std::size_t entries, std::uint64_t hash, IsSame is_same) {
  if ((entries + 1) * 2 > slots.size()) widen(slots);
  const std::size_t mask = slots.size() - 1;
  std::size_t at = (hash >> 32) & mask;
  while (slots[at] != 0) {
    const bool alike = (slots[at] ^ hash) >> 32 == 0;
    if (alike && is_same((slots[at] & entry_mask) - 1)) break;
    at = (at + 1) & mask;
  }
  return slots[at];
}

void require_room(std::size_t entry) {
  if (entry >= Handle::max_entries) throw std::length_error("too many distinct values in one shard");
}

std::uint64_t slot_of(std::uint64_t hash, std::size_t entry) {
  require_room(entry);
  return (hash & ~entry_mask) | (entry + 1);
}

std::uint32_t entry_of(std::uint64_t slot) { return static_cast<std::uint32_t>((slot & entry_mask) - 1); }

}  // namespace

Shard::Shard(std::uint32_t number, std::size_t room)
    : texts(number, room), row_memory_(std::make_unique<LargeArena>(room)), recent_customers_(recent_customers) {
  customers.reserve(room / 2 / sizeof(Customer));
}

CustomerId Shard::intern_customer(Id id, std::string_view name, std::string_view domain, std::string_view reseller_id) {
  const std::uint64_t id_hash = id.is_guid() ? hash_words(id.high(), id.low()) : hash_bytes(texts.view(id.text_id()));
  const std::uint64_t name_hash = hash_bytes(name);
  const std::uint64_t domain_hash = hash_bytes(domain);
  const std::uint64_t reseller_hash = hash_bytes(reseller_id);
  const std::uint64_t hash = hash_words(hash_words(id_hash, name_hash), hash_words(domain_hash, reseller_hash));
  RecentCustomer& recent = recent_customers_[hash & (recent_customers - 1)];
  // The rows in between have driven all of these out of the processor's cache: they are waited for together.
  NCEPLAN_FETCH(&recent);
  for (const std::uint64_t text_hash : {name_hash, domain_hash, reseller_hash}) texts.fetch(text_hash);
  const auto is_same = [&](std::size_t entry) {
    const Customer& known = customers[entry];
    const bool same_id = known.id == id || (!id.is_guid() && !known.id.is_guid() &&
                                            texts.view(known.id.text_id()) == texts.view(id.text_id()));
    return same_id && texts.view(known.name) == name && texts.view(known.domain) == domain &&
           texts.view(known.reseller_id) == reseller_id;
  };
  const auto tag = static_cast<std::uint32_t>(hash >> 32);
  if (recent.place == 0 || recent.tag != tag || !is_same(recent.place - 1)) {
    require_room(customers.size());
    customers.push_back({id, texts.intern(name, name_hash), texts.intern(domain, domain_hash),
                         texts.intern(reseller_id, reseller_hash)});
    recent = {static_cast<std::uint32_t>(customers.size()), tag};
  }
  return {Handle::of(texts.shard(), recent.place - 1)};
}

ProductId Shard::intern_product(RowKind kind, bool named_by_subscription, std::string_view offer_id,
                                std::string_view name, std::string_view nce_product) {
  const std::uint64_t sort = 2 * static_cast<std::uint64_t>(kind) + (named_by_subscription ? 1 : 0);
  const std::uint64_t hash =
      hash_words(hash_words(hash_bytes(offer_id), hash_bytes(name)), hash_bytes(nce_product) + sort);
  const auto is_same = [&](std::size_t entry) {
    const Product& known = products[entry];
    return known.kind == kind && known.named_by_subscription == named_by_subscription &&
           texts.view(known.offer_id) == offer_id && texts.view(known.name) == name &&
           texts.view(known.nce_product) == nce_product;
  };
  std::uint64_t& slot = find_slot(product_slots_, products.size(), hash, is_same);
  if (slot == 0) {
    slot = slot_of(hash, products.size());
    products.push_back(
        {texts.intern(offer_id), texts.intern(name), texts.intern(nce_product), kind, named_by_subscription});
  }
  return {Handle::of(texts.shard(), entry_of(slot))};
}

void Shard::end_interning() {
  recent_customers_.assign(recent_customers, {});
  Slots().swap(product_slots_);
}

std::string_view to_code(ExportFormat format) {
  static constexpr std::array<std::string_view, 13> names = {
      "bam-subscriptions", "bam-schedule", "bam-nce", "bam-status", "bam-scheduled", "rest",           "rest-analytics",
      "powershell",        "recon",        "graph",   "nceplan",    "generic",       "rest-migrations"};
  return names[static_cast<std::size_t>(format)];
}

std::string_view to_code(Encoding encoding) {
  static constexpr std::array<std::string_view, 5> names = {"utf-8", "utf-8-bom", "utf-16le", "utf-16be",
                                                            "windows-1252"};
  return names[static_cast<std::size_t>(encoding)];
}

std::string_view to_code(DateOrder order) {
  static constexpr std::array<std::string_view, 6> names = {"", "iso", "dmy", "mdy", "ymd", "serial"};
  return names[static_cast<std::size_t>(order)];
}

std::uint64_t Portfolio::row_count() const {
  return blocks.empty() ? 0 : blocks.back().first_row + blocks.back().rows.size();
}

std::uint64_t Portfolio::rows_read() const {
  return std::accumulate(sources.begin(), sources.end(), std::uint64_t{0},
                         [](std::uint64_t sum, const Source& source) { return sum + source.rows; });
}

std::uint64_t Portfolio::rows_rejected() const {
  return std::accumulate(sources.begin(), sources.end(), std::uint64_t{0},
                         [](std::uint64_t sum, const Source& source) { return sum + source.rejected; });
}

const RowBlock& Portfolio::block_of(RowIndex row) const {
  const auto after = std::upper_bound(blocks.begin(), blocks.end(), row,
                                      [](RowIndex index, const RowBlock& block) { return index < block.first_row; });
  return *std::prev(after);
}

const Subscription& Portfolio::row(RowIndex row) const {
  const RowBlock& block = block_of(row);
  return block.rows[row - block.first_row];
}

const RowDates Portfolio::no_dates{};
const SubscriptionDetails Portfolio::no_details{};

const SavedRow* Portfolio::saved(const RowBlock& block, const Subscription& row) {
  if (block.saved.empty()) return nullptr;
  const std::uint32_t saved = details(block, row).saved;
  return saved == 0 ? nullptr : &block.saved[saved - 1];
}

Location Portfolio::place_of(RowIndex row) const {
  const RowBlock& block = block_of(row);
  const Source& source = sources[block.source];
  const std::uint32_t number = block.rows[row - block.first_row].source_line;
  return {.file = source.path,
          .line = source.by_element ? 0 : number,
          .field = {},
          .sheet = source.sheet,
          .element = source.by_element ? number : 0};
}

std::string Portfolio::to_string(Id id) const {
  if (!id.is_guid()) return std::string(text(id.text_id()));
  std::string written(guid_length, '\0');
  write_guid(id, written.data());
  return written;
}

std::string Portfolio::subscription_id(const RowBlock& block, const Subscription& row) const {
  if (!row.id.empty()) return to_string(row.id);
  return sources[block.source].path + ':' + std::to_string(row.source_line);
}

bool Portfolio::same_id(Id a, Id b) const {
  if (a == b) return true;
  if (a.is_guid() || b.is_guid()) return false;
  return equals_ignoring_case(text(a.text_id()), text(b.text_id()));
}

}  // namespace nceplan
