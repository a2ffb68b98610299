#include "rank_table.hpp"

#include <algorithm>
#include <span>

#include "base/parallel.hpp"
#include "nceplan/base/text.hpp"

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

bool word_before(const Item& a, const Item& b) { return a.word < b.word; }

/// Calls `visit` for each run of several items with equal words. Precondition: sorted by word.
template <typename Visit>
void for_each_tie(std::span<Item> items, const Visit& visit) {
  for (std::size_t first = 0; first < items.size();) {
    std::size_t last = first + 1;
    while (last < items.size() && items[last].word == items[first].word) ++last;
    if (last - first > 1) visit(items.subspan(first, last - first));
    first = last;
  }
}

void sort_items(std::span<Item> items, std::size_t offset, const TextOf& text_of);

bool goes_on_behind(std::uint64_t word, std::size_t offset) { return offset < deepest_offset && !ends_inside(word); }

/// Sorts texts that are equal up to `offset` and have the same eight characters there.
void sort_tie(std::span<Item> items, std::size_t offset, const TextOf& text_of) {
  if (goes_on_behind(items.front().word, offset)) return sort_items(items, offset + word_size, text_of);
  std::sort(items.begin(), items.end(),
            [&](const Item& a, const Item& b) { return comes_before(text_of(a.handle), text_of(b.handle)); });
}

/// Sorts texts that are equal up to `offset`: by their next eight characters, then those that are equal there by the
/// eight after, so that a text is read once for every eight characters and not for every comparison.
void sort_items(std::span<Item> items, std::size_t offset, const TextOf& text_of) {
  for (Item& item : items) item.word = folded_word(text_of(item.handle), offset);
  std::sort(items.begin(), items.end(), word_before);
  for_each_tie(items, [&](std::span<Item> tie) { sort_tie(tie, offset, text_of); });
}

constexpr std::size_t worth_a_part = 8192;

std::size_t part_count(std::size_t items, unsigned jobs) {
  return std::clamp<std::size_t>(items / worth_a_part, 1, std::max(jobs, 1U));
}

/// Each thread sorts a part; then they merge them, two by two.
void sort_by_word(std::span<Item> items, unsigned jobs) {
  const std::size_t parts = part_count(items.size(), jobs);
  for_each_part(jobs, parts, items.size(), [&](const Part& part) {
    const std::span<Item> of_part = items.subspan(part.first, part.last - part.first);
    std::sort(of_part.begin(), of_part.end(), word_before);
  });
  const auto at = [&](std::size_t part) {
    return items.begin() + static_cast<std::ptrdiff_t>(items.size() * std::min(part, parts) / parts);
  };
  for (std::size_t width = 1; width < parts; width *= 2) {
    for_each_number(jobs, (parts + 2 * width - 1) / (2 * width), [&](unsigned, std::size_t pair) {
      const std::size_t begin = pair * 2 * width;
      std::inplace_merge(at(begin), at(begin + width), at(begin + 2 * width), word_before);
    });
  }
}

/// The same as `sort_items`, on several threads: all sort by the first eight characters, then each takes ties.
void sort_on_threads(std::span<Item> items, std::size_t offset, const TextOf& text_of, unsigned jobs) {
  const std::size_t parts = part_count(items.size(), jobs);
  if (parts == 1) return sort_items(items, offset, text_of);
  for_each_part(jobs, parts, items.size(), [&](const Part& part) {
    for (Item& item : items.subspan(part.first, part.last - part.first))
      item.word = folded_word(text_of(item.handle), offset);
  });
  sort_by_word(items, jobs);
  std::vector<std::span<Item>> ties;
  for_each_tie(items, [&](std::span<Item> tie) {
    const bool is_for_all = tie.size() > items.size() / jobs && goes_on_behind(tie.front().word, offset);
    if (is_for_all) {
      sort_on_threads(tie, offset + word_size, text_of, jobs);
    } else {
      ties.push_back(tie);
    }
  });
  for_each_number(jobs, ties.size(), [&](unsigned, std::size_t i) { sort_tie(ties[i], offset, text_of); });
}

/// For each item whether its text differs from that of the item before.
std::vector<char> changes(const std::vector<Item>& items, const TextOf& text_of, unsigned jobs) {
  std::vector<char> changed(items.size());
  const std::size_t parts = part_count(items.size(), jobs);
  for_each_part(jobs, parts, items.size(), [&](const Part& part) {
    std::string_view before = part.first == 0 ? std::string_view{} : text_of(items[part.first - 1].handle);
    for (std::size_t i = part.first; i < part.last; ++i) {
      const std::string_view text = text_of(items[i].handle);
      changed[i] = text != before ? 1 : 0;
      before = text;
    }
  });
  return changed;
}

}  // namespace

RankTable::RankTable(const std::vector<Handle>& handles, const TextOf& text_of, unsigned jobs) {
  std::vector<Item> items;
  items.reserve(handles.size());
  for (const Handle handle : handles) {
    if (handle.shard() >= ranks_.size()) ranks_.resize(handle.shard() + std::size_t{1});
    std::vector<std::uint32_t>& ranks = ranks_[handle.shard()];
    if (handle.entry() >= ranks.size()) ranks.resize(handle.entry() + std::size_t{1}, empty_rank);
    if (!text_of(handle).empty()) items.push_back({0, handle});
  }
  sort_on_threads(items, 0, text_of, jobs);
  const std::vector<char> changed = changes(items, text_of, jobs);
  std::uint32_t rank = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Handle handle = items[i].handle;
    if (i > 0 && changed[i] != 0) ++rank;
    ranks_[handle.shard()][handle.entry()] = rank;
  }
}

}  // namespace nceplan
