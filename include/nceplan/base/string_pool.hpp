// Text is owned once. A pool is filled by one thread; a portfolio holds one pool per worker ("shard") and hands out
// handles that name shard and entry, so that nothing has to be renumbered when the workers are done.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

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

std::uint64_t hash_bytes(std::string_view bytes);
std::uint64_t hash_words(std::uint64_t a, std::uint64_t b);

/// Interned texts of one shard. Views stay valid for the life of the pool, also when it is moved.
class StringPool {
 public:
  /// `shard` < Handle::max_shards.
  explicit StringPool(std::uint32_t shard = 0);

  /// The handle of `text`; the text is copied on first sight. Throws std::length_error past Handle::max_entries texts.
  TextId intern(std::string_view text) { return intern(text, hash_bytes(text)); }
  /// Precondition: hash == hash_bytes(text).
  TextId intern(std::string_view text, std::uint64_t hash);

  /// Precondition: the handle came from this pool or is empty.
  std::string_view view(TextId id) const { return entries_[id.entry()].text; }

  std::uint32_t shard() const { return shard_; }
  std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    std::string_view text;
    std::uint64_t hash = 0;
  };

  std::string_view copy(std::string_view text);
  void grow();

  std::uint32_t shard_;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;  ///< open addressing; 0 is free, since the empty text is never looked up
  std::vector<std::unique_ptr<char[]>> chunks_;
  char* free_ = nullptr;
  std::size_t free_size_ = 0;
};

}  // namespace nceplan
