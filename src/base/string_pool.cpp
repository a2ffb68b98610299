#include "nceplan/base/string_pool.hpp"

#include <algorithm>
#include <cstring>
#include <stdexcept>

#include "hash.hpp"
#include "short_text.hpp"

namespace nceplan {
namespace {

constexpr std::size_t recent_texts = 2048;  // a power of two; 16 KB of places

/// Up to eight bytes as a number, without a call of memcpy for odd counts.
std::uint64_t load(const char* bytes, std::size_t count) {
  std::uint64_t word = 0;
  if (count == 8) {
    std::memcpy(&word, bytes, 8);
  } else {
    for (std::size_t i = 0; i < count; ++i) word = word << 8 | static_cast<unsigned char>(bytes[i]);
  }
  return word;
}

}  // namespace

std::uint64_t hash_bytes(std::string_view bytes) {
  const auto [first, second] = hash_secret();
  const char* at = bytes.data();
  std::size_t left = bytes.size();
  std::uint64_t hash = first ^ left;
  for (; left >= 16; left -= 16, at += 16) hash = fold_product(load(at, 8) ^ second, load(at + 8, 8) ^ hash);
  const std::size_t low = std::min<std::size_t>(left, 8);
  // Twice, since of a short text only a few bits differ from one to the next.
  const std::uint64_t folded = fold_product(load(at, low) ^ second, load(at + low, left - low) ^ hash);
  return fold_product(folded ^ first, second | 1);
}

std::uint64_t hash_words(std::uint64_t a, std::uint64_t b) {
  const auto [first, second] = hash_secret();
  return fold_product(a ^ first, b ^ second);
}

StringPool::StringPool(std::uint32_t shard, std::size_t room)
    : memory_(std::make_unique<LargePageArena>(room)), shard_(shard), recent_(recent_texts) {
  texts_.reserve(room / 4 / sizeof(const char*));
  texts_.push_back("");  // an empty text behind its length
}

TextId StringPool::intern(std::string_view text) {
  if (text.empty()) return {};
  const std::uint64_t hash = hash_bytes(text);
  const auto tag = static_cast<std::uint32_t>(hash >> 32);
  Recent& recent = recent_[hash & (recent_texts - 1)];
  if (recent.tag != tag || !same_text(text_behind(texts_[recent.entry]), text)) recent = {add(text).entry(), tag};
  return {Handle::of(shard_, recent.entry)};
}

TextId StringPool::add(std::string_view text) {
  if (text.empty()) return {};
  if (texts_.size() >= Handle::max_entries) throw std::length_error("too many texts in one shard");
  texts_.push_back(copy(text));
  return {Handle::of(shard_, static_cast<std::uint32_t>(texts_.size() - 1))};
}

std::string_view StringPool::long_text_behind(const char* length) {
  std::uint64_t size = 0;
  std::memcpy(&size, length + 1, sizeof size);
  return {length + 1 + sizeof size, size};
}

const char* StringPool::copy(std::string_view text) {
  const std::uint64_t size = text.size();
  const bool is_long = size >= long_size;
  const std::size_t before = is_long ? 1 + sizeof size : 1;
  char* const owned = static_cast<char*>(memory_->resource()->allocate(before + size, 1));
  *owned = static_cast<char>(is_long ? long_size : size);
  if (is_long) std::memcpy(owned + 1, &size, sizeof size);
  copy_text(owned + before, text);
  return owned;
}

}  // namespace nceplan
