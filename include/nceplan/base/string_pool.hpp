// Text is owned once. A pool is filled by one thread; a portfolio holds one pool per worker ("shard") and hands out
// handles that name shard and entry, so that nothing has to be renumbered when the workers are done.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "nceplan/base/large_memory.hpp"

namespace nceplan {

/// Refers to one entry of one shard: 5 bits of shard, 27 bits of entry. Equal handles are equal values; equal values
/// interned in different shards have different handles, so compare values, not handles, across rows.
struct Handle {
  std::uint32_t bits = 0;

  static constexpr std::uint32_t entry_bits = 27;
  static constexpr std::uint32_t max_shards = 32;
  static constexpr std::uint32_t max_entries = 1U << entry_bits;

  static constexpr Handle of(std::uint32_t shard, std::uint32_t entry) { return {(shard << entry_bits) | entry}; }
  constexpr std::uint32_t shard() const { return bits >> entry_bits; }
  constexpr std::uint32_t entry() const { return bits & (max_entries - 1); }
  friend constexpr bool operator==(const Handle&, const Handle&) = default;
};

/// A text in a pool. The default handle, entry 0 of shard 0, is the empty text in every pool.
struct TextId : Handle {
  constexpr bool empty() const { return entry() == 0; }
  friend constexpr bool operator==(const TextId&, const TextId&) = default;
};

/// A good hash of all bytes.
std::uint64_t hash_bytes(std::string_view bytes);
std::uint64_t hash_words(std::uint64_t a, std::uint64_t b);

/// Texts of one shard. Views stay valid for the life of the pool, also when it is moved.
///
/// Only recent texts are looked for: the cache of places fits the processor's cache, while a table of all texts would
/// cost a memory access per look-up, more than the bytes it saves in exports, whose names repeat nearby or never.
class StringPool {
 public:
  /// `shard` < Handle::max_shards. `room` is what the texts get at first in bytes, and about what they are
  /// expected to take (large_memory.hpp).
  explicit StringPool(std::uint32_t shard = 0, std::size_t room = small_room);

  /// A handle of `text`: that of an equal text if there was one lately, else of a copy.
  /// Throws std::length_error past Handle::max_entries texts.
  TextId intern(std::string_view text);
  /// The same where `hash` is hash_bytes(text).
  TextId intern(std::string_view text, std::uint64_t hash);
  /// Asks the memory for what `intern` reads first of a text with this hash.
  void fetch(std::uint64_t hash) const;
  /// A handle of a copy of `text`, without looking for an equal one.
  TextId add(std::string_view text);

  /// Precondition: the handle came from this pool or is empty.
  std::string_view view(TextId id) const { return text_behind(texts_[id.entry()]); }

  /// Where the text lies, for asking the memory for it ahead of reading it.
  const char* place_of(TextId id) const { return texts_[id.entry()]; }

  std::uint32_t shard() const { return shard_; }
  std::size_t size() const { return texts_.size(); }

 private:
  /// From this length on, `long_size` and eight bytes stand before a text, else its length in one byte.
  static constexpr unsigned char long_size = 255;

  static std::string_view text_behind(const char* length) {
    const auto size = static_cast<unsigned char>(*length);
    return size == long_size ? long_text_behind(length) : std::string_view(length + 1, size);
  }
  static std::string_view long_text_behind(const char* length);
  const char* copy(std::string_view text);

  std::unique_ptr<LargeArena> memory_;
  std::uint32_t shard_;
  LargeVector<const char*> texts_;  ///< the length of each, which stands before it
  /// A text that was interned lately, with a part of its hash, so that others are told apart without reading it.
  struct Recent {
    std::uint32_t entry = 0;  ///< 0 is the empty text, which is never looked for
    std::uint32_t tag = 0;
  };
  std::vector<Recent> recent_;  ///< by hash
};

}  // namespace nceplan
