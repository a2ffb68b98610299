// Looks for special bytes in a text eight at a time; compilers leave such loops at one byte a step.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace nceplan {

/// Eight bytes of a text. The tests say of which of them something holds: their highest bits are set, perhaps also
/// those of bytes above one that is.
using ByteWord = std::uint64_t;

constexpr ByteWord in_each_byte(unsigned char value) { return 0x0101010101010101ULL * value; }
inline constexpr ByteWord high_bits = in_each_byte(0x80);

/// Bytes below `limit`, at most 0x80; `not_ascii` bytes are never below it.
constexpr ByteWord bytes_below(ByteWord word, unsigned char limit) {
  return (word - in_each_byte(limit)) & ~word & high_bits;
}
constexpr ByteWord bytes_equal(ByteWord word, char c) {
  return bytes_below(word ^ in_each_byte(static_cast<unsigned char>(c)), 1);
}

/// The union of what `test` says of all words of `text`. The last word overlaps; a short text is filled with spaces.
template <typename Test>
ByteWord scan_bytes(std::string_view text, const Test& test) {
  const auto load = [](const char* bytes) {
    ByteWord word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return word;
  };
  if (text.size() < sizeof(ByteWord)) {
    ByteWord word = in_each_byte(' ');
    std::memcpy(&word, text.data(), text.size());
    return test(word);
  }
  const char* const last = text.data() + text.size() - sizeof(ByteWord);
  ByteWord found = test(load(last));
  for (const char* at = text.data(); at < last; at += sizeof(ByteWord)) found |= test(load(at));
  return found;
}

}  // namespace nceplan
