#include "nceplan/base/string_pool.hpp"

#include <algorithm>
#include <cstring>
#include <stdexcept>

#include "fetch.hpp"
#include "hash.hpp"
#include "short_text.hpp"

namespace nceplan {
namespace {

constexpr std::size_t recent_texts = 2048;  // a power of two; 16 KB of places

/// Up to 16 bytes as two numbers: texts of one length have different ones.
Bytes16 short_bytes(const char* at, std::size_t size) {
  if (size >= 8) return {load_word<std::uint64_t>(at), load_word<std::uint64_t>(at + size - 8)};
  if (size >= 4) return {load_word<std::uint32_t>(at), load_word<std::uint32_t>(at + size - 4)};
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < size; ++i) bytes = bytes << 8 | static_cast<unsigned char>(at[i]);
  return {bytes, 0};
}

}  // namespace

std::uint64_t hash_bytes(std::string_view bytes) {
  const auto [first, second] = hash_secret();
  const char* at = bytes.data();
  std::size_t left = bytes.size();
  std::uint64_t hash = first ^ left;
  const auto add = [&, key = second](Bytes16 part) { hash = fold_product(part.low ^ key, part.high ^ hash); };
  if (left <= 16) {
    add(short_bytes(at, left));
  } else {
    for (; left > 16; left -= 16, at += 16) add(load_word<Bytes16>(at));
    add(load_word<Bytes16>(at + left - 16));
  }
  // Once more, since of a short text only a few bits differ from one to the next.
  return fold_product(hash ^ first, second | 1);
}

std::uint64_t hash_words(std::uint64_t a, std::uint64_t b) {
  const auto [first, second] = hash_secret();
  return fold_product(a ^ first, b ^ second);
}

StringPool::StringPool(std::uint32_t shard, std::size_t room)
    : memory_(std::make_unique<LargeArena>(room)), shard_(shard), recent_(recent_texts) {
  texts_.reserve(room / 4 / sizeof(const char*));
  texts_.push_back("");  // an empty text behind its length
}

TextId StringPool::intern(std::string_view text) { return text.empty() ? TextId{} : intern(text, hash_bytes(text)); }

TextId StringPool::intern(std::string_view text, std::uint64_t hash) {
  if (text.empty()) return {};
  const auto tag = static_cast<std::uint32_t>(hash >> 32);
  Recent& recent = recent_[hash & (recent_texts - 1)];
  if (recent.tag != tag || !same_text(text_behind(texts_[recent.entry]), text)) recent = {add(text).entry(), tag};
  return {Handle::of(shard_, recent.entry)};
}

void StringPool::fetch(std::uint64_t hash) const { NCEPLAN_FETCH(&recent_[hash & (recent_texts - 1)]); }

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
  char* const owned = static_cast<char*>(memory_->take(before + size, 1));
  *owned = static_cast<char>(is_long ? long_size : size);
  if (is_long) std::memcpy(owned + 1, &size, sizeof size);
  copy_text(owned + before, text);
  return owned;
}

}  // namespace nceplan
