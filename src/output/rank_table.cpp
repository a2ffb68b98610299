#include "output/rank_table.hpp"

#include <algorithm>
#include <span>

#include "nceplan/base/text.hpp"
#include "output/parallel.hpp"

namespace nceplan {
namespace {

using TextOf = std::function<std::string_view(Handle)>;

constexpr std::size_t word_size = 8;
constexpr std::size_t deepest_offset = 128;  ///< from here on texts are compared as wholes

/// A text by eight of its characters, without ASCII case; comparing them is comparing the texts there.
struct Item {
  std::uint64_t word = 0;
  Handle handle;
};

std::uint64_t folded_word(std::string_view text, std::size_t offset) {
  std::uint64_t word = 0;
  for (std::size_t i = offset; i < offset + word_size; ++i) {
    const char c = i < text.size() ? to_lower_ascii(text[i]) : '\0';
    word = word << 8 | static_cast<unsigned char>(c);
  }
  return word;
}

bool ends_inside(std::uint64_t word) { return (word & 0xff) == 0; }

int compare_folded(std::string_view a, std::string_view b) {
  const std::size_t common = std::min(a.size(), b.size());
  for (std::size_t i = 0; i < common; ++i) {
    const auto x = static_cast<unsigned char>(to_lower_ascii(a[i]));
    const auto y = static_cast<unsigned char>(to_lower_ascii(b[i]));
    if (x != y) return x < y ? -1 : 1;
  }
  return a.size() == b.size() ? 0 : (a.size() < b.size() ? -1 : 1);
}

bool comes_before(std::string_view a, std::string_view b) {
  const int folded = compare_folded(a, b);
  return folded != 0 ? folded < 0 : a < b;
}

/// Sorts texts that are equal up to `offset`: by their next eight characters, then those that are equal there by the
/// eight after, so that a text is read once for every eight characters and not for every comparison.
void sort_items(std::span<Item> items, std::size_t offset, const TextOf& text_of) {
  for (Item& item : items) item.word = folded_word(text_of(item.handle), offset);
  std::sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.word < b.word; });
  for (std::size_t first = 0; first < items.size();) {
    std::size_t last = first + 1;
    while (last < items.size() && items[last].word == items[first].word) ++last;
    const std::span<Item> equal = items.subspan(first, last - first);
    if (equal.size() > 1 && offset < deepest_offset && !ends_inside(equal.front().word)) {
      sort_items(equal, offset + word_size, text_of);
    } else if (equal.size() > 1) {
      std::sort(equal.begin(), equal.end(),
                [&](const Item& a, const Item& b) { return comes_before(text_of(a.handle), text_of(b.handle)); });
    }
    first = last;
  }
}

/// Each thread sorts a part; merging the parts looks at every text once or twice.
void sort_in_parts(std::vector<Item>& items, const TextOf& text_of, unsigned jobs) {
  constexpr std::size_t worth_a_part = 8192;
  const std::size_t parts = std::clamp<std::size_t>(items.size() / worth_a_part, 1, std::max(jobs, 1U));
  const auto begin_of = [&](std::size_t part) { return items.size() * part / parts; };
  for_each_chunk(jobs, parts, [&](unsigned, std::size_t part) {
    sort_items(std::span(items).subspan(begin_of(part), begin_of(part + 1) - begin_of(part)), 0, text_of);
  });
  const auto at = [&](std::size_t part) { return items.begin() + static_cast<std::ptrdiff_t>(begin_of(part)); };
  for (std::size_t part = 1; part < parts; ++part) {
    std::inplace_merge(items.begin(), at(part), at(part + 1), [&](const Item& a, const Item& b) {
      return comes_before(text_of(a.handle), text_of(b.handle));
    });
  }
}

}  // namespace

RankTable::RankTable(const std::vector<Handle>& handles, const TextOf& text_of, unsigned jobs) {
  std::vector<Item> items;
  for (const Handle handle : handles) {
    if (handle.shard() >= ranks_.size()) ranks_.resize(handle.shard() + std::size_t{1});
    std::vector<std::uint32_t>& ranks = ranks_[handle.shard()];
    if (handle.entry() >= ranks.size()) ranks.resize(handle.entry() + std::size_t{1}, empty_rank);
    if (!text_of(handle).empty()) items.push_back({0, handle});
  }
  sort_in_parts(items, text_of, jobs);
  std::uint32_t rank = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Handle handle = items[i].handle;
    if (i > 0 && text_of(items[i - 1].handle) != text_of(handle)) ++rank;
    ranks_[handle.shard()][handle.entry()] = rank;
  }
}

}  // namespace nceplan
