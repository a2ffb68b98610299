#include "nceplan/model/portfolio.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <stdexcept>

#include "nceplan/base/text.hpp"

namespace nceplan {
namespace {

std::uint64_t hash_of(const Customer& customer) {
  const std::uint64_t texts = static_cast<std::uint64_t>(customer.name.bits) << 32 | customer.domain.bits;
  return hash_words(hash_words(customer.id.high(), customer.id.low()), texts ^ customer.reseller_id.bits);
}

std::uint64_t hash_of(const Product& product) {
  const std::uint64_t texts = static_cast<std::uint64_t>(product.name.bits) << 32 | product.offer_id.bits;
  const std::uint64_t rest = static_cast<std::uint64_t>(product.kind) << 32 | product.nce_product.bits;
  return hash_words(texts, rest);
}

template <typename Value>
void widen(std::vector<std::uint32_t>& slots, const std::vector<Value>& values) {
  constexpr std::size_t first_slots = 256;
  slots.assign(std::max(first_slots, slots.size() * 2), 0);
  const std::size_t mask = slots.size() - 1;
  for (std::uint32_t i = 0; i < values.size(); ++i) {
    std::size_t at = hash_of(values[i]) & mask;
    while (slots[at] != 0) at = (at + 1) & mask;
    slots[at] = i + 1;
  }
}

template <typename Value>
std::uint32_t entry_of(const Value& value, std::vector<Value>& values, std::vector<std::uint32_t>& slots) {
  if ((values.size() + 1) * 2 > slots.size()) widen(slots, values);
  const std::size_t mask = slots.size() - 1;
  std::size_t at = hash_of(value) & mask;
  for (; slots[at] != 0; at = (at + 1) & mask) {
    if (values[slots[at] - 1] == value) return slots[at] - 1;
  }
  if (values.size() >= Handle::max_entries) throw std::length_error("too many distinct values in one shard");
  values.push_back(value);
  slots[at] = static_cast<std::uint32_t>(values.size());
  return slots[at] - 1;
}

}  // namespace

CustomerId Shard::intern(const Customer& customer) {
  return {Handle::of(texts.shard(), entry_of(customer, customers, customer_slots_))};
}

ProductId Shard::intern(const Product& product) {
  return {Handle::of(texts.shard(), entry_of(product, products, product_slots_))};
}

std::string_view to_code(ExportFormat format) {
  static constexpr std::array<std::string_view, 12> names = {
      "bam-subscriptions", "bam-schedule", "bam-nce", "bam-status", "bam-scheduled", "rest",
      "rest-analytics",    "powershell",   "recon",   "graph",      "nceplan",       "generic"};
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

const SubscriptionDetails& Portfolio::details(const RowBlock& block, const Subscription& row) {
  static const SubscriptionDetails none;
  return row.details == 0 ? none : block.details[row.details - 1];
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
