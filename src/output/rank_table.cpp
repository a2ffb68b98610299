#include "output/rank_table.hpp"

#include <algorithm>

#include "nceplan/base/text.hpp"
#include "output/parallel.hpp"

namespace nceplan {
namespace {

/// The first eight characters decide most comparisons without a look at the text.
struct Item {
  std::uint64_t prefix = 0;
  Handle handle;
};

using TextOf = std::function<std::string_view(Handle)>;

std::uint64_t folded_prefix(std::string_view text) {
  std::uint64_t prefix = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    const char c = i < text.size() ? to_lower_ascii(text[i]) : '\0';
    prefix = prefix << 8 | static_cast<unsigned char>(c);
  }
  return prefix;
}

int compare_folded(std::string_view a, std::string_view b) {
  const std::size_t common = std::min(a.size(), b.size());
  for (std::size_t i = 0; i < common; ++i) {
    const auto x = static_cast<unsigned char>(to_lower_ascii(a[i]));
    const auto y = static_cast<unsigned char>(to_lower_ascii(b[i]));
    if (x != y) return x < y ? -1 : 1;
  }
  return a.size() == b.size() ? 0 : (a.size() < b.size() ? -1 : 1);
}

bool comes_before(const Item& a, const Item& b, const TextOf& text_of) {
  if (a.prefix != b.prefix) return a.prefix < b.prefix;
  const std::string_view x = text_of(a.handle);
  const std::string_view y = text_of(b.handle);
  const int folded = compare_folded(x, y);
  return folded != 0 ? folded < 0 : x < y;
}

void sort_items(std::vector<Item>& items, const TextOf& text_of, unsigned jobs) {
  const auto less = [&](const Item& a, const Item& b) { return comes_before(a, b, text_of); };
  const std::size_t parts = std::max(jobs, 1U);
  const auto start_of = [&](std::size_t part) {
    return items.begin() + static_cast<std::ptrdiff_t>(items.size() * part / parts);
  };
  for_each_chunk(jobs, parts, [&](unsigned, std::size_t part) { std::sort(start_of(part), start_of(part + 1), less); });
  for (std::size_t part = 1; part < parts; ++part) {
    std::inplace_merge(items.begin(), start_of(part), start_of(part + 1), less);
  }
}

}  // namespace

RankTable::RankTable(const std::vector<Handle>& handles, const TextOf& text_of, unsigned jobs) {
  std::vector<Item> items;
  for (const Handle handle : handles) {
    if (handle.shard() >= ranks_.size()) ranks_.resize(handle.shard() + std::size_t{1});
    std::vector<std::uint32_t>& ranks = ranks_[handle.shard()];
    if (handle.entry() >= ranks.size()) ranks.resize(handle.entry() + std::size_t{1}, empty_rank);
    const std::string_view text = text_of(handle);
    if (!text.empty()) items.push_back({folded_prefix(text), handle});
  }
  sort_items(items, text_of, jobs);
  std::uint32_t rank = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Handle handle = items[i].handle;
    if (i > 0 && text_of(items[i - 1].handle) != text_of(handle)) ++rank;
    ranks_[handle.shard()][handle.entry()] = rank;
  }
}

}  // namespace nceplan
