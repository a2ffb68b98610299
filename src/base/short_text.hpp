// Comparing, copying and judging short texts in place: cells have some 5 to 40 bytes, for which a call costs more than
// the work.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace nceplan {

struct Bytes16 {
  std::uint64_t low;
  std::uint64_t high;
};

template <typename Word>
Word load_word(const char* at) {
  Word word;
  std::memcpy(&word, at, sizeof word);
  return word;
}

/// Eight bytes, the first of them in the lowest byte.
inline std::uint64_t load_little_endian(const char* at) {
  const auto word = load_word<std::uint64_t>(at);
  if constexpr (std::endian::native == std::endian::little) return word;
  std::uint64_t turned = 0;
  for (unsigned i = 0; i < 8; ++i) turned |= (word >> (8 * i) & 0xff) << (56 - 8 * i);
  return turned;
}

/// Whether the first and the last `sizeof(Word)` of `size` bytes are equal; they may overlap.
template <typename Word>
bool same_ends(const char* a, const char* b, std::size_t size) {
  const std::size_t last = size - sizeof(Word);
  return ((load_word<Word>(a) ^ load_word<Word>(b)) | (load_word<Word>(a + last) ^ load_word<Word>(b + last))) == 0;
}

/// Bits of 16 bytes, of which only `any` is asked: in one register of the processor where the compiler knows such.
#if defined(__GNUC__)
using Bits16 = std::uint64_t __attribute__((vector_size(16)));
inline Bits16 bits16(const char* at) { return load_word<Bits16>(at); }
inline Bits16 differing16(const char* a, const char* b) { return bits16(a) ^ bits16(b); }
inline bool any(Bits16 bits) { return (bits[0] | bits[1]) != 0; }
#else
using Bits16 = std::uint64_t;  // those of both halves on top of each other
inline Bits16 bits16(const char* at) { return load_word<std::uint64_t>(at) | load_word<std::uint64_t>(at + 8); }
inline Bits16 differing16(const char* a, const char* b) {
  const auto left = load_word<Bytes16>(a);
  const auto right = load_word<Bytes16>(b);
  return (left.low ^ right.low) | (left.high ^ right.high);
}
inline bool any(Bits16 bits) { return bits != 0; }
#endif

/// a == b.
inline bool same_text(std::string_view a, std::string_view b) {
  const std::size_t size = a.size();
  if (size != b.size()) return false;
  if (size > 64) {
    const auto differ64 = [&](std::size_t at) {
      const char* const x = a.data() + at;
      const char* const y = b.data() + at;
      return any(differing16(x, y) | differing16(x + 16, y + 16) | differing16(x + 32, y + 32) |
                 differing16(x + 48, y + 48));
    };
    for (std::size_t at = 0; at + 64 < size; at += 64) {
      if (differ64(at)) return false;
    }
    return !differ64(size - 64);
  }
  if (size >= 16) {
    // Four pieces that overlap, and no branch that depends on the length.
    const std::size_t last = size - 16;
    const std::size_t second = std::min<std::size_t>(16, last);
    return !any(differing16(a.data(), b.data()) | differing16(a.data() + second, b.data() + second) |
                differing16(a.data() + last - second, b.data() + last - second) |
                differing16(a.data() + last, b.data() + last));
  }
  if (size >= 8) return same_ends<std::uint64_t>(a.data(), b.data(), size);
  if (size >= 4) return same_ends<std::uint32_t>(a.data(), b.data(), size);
  for (std::size_t i = 0; i < size; ++i) {
    if (a[i] != b[i]) return false;
  }
  return true;
}

template <typename Word>
void copy_ends(char* to, const char* from, std::size_t size) {
  const Word first = load_word<Word>(from);
  const Word last = load_word<Word>(from + size - sizeof(Word));
  std::memcpy(to, &first, sizeof first);
  std::memcpy(to + size - sizeof(Word), &last, sizeof last);
}

/// Copies `text` to `to` and returns the end of the copy.
inline char* copy_text(char* to, std::string_view text) {
  const std::size_t size = text.size();
  const char* const from = text.data();
  if (size > 64) {
    std::memcpy(to, from, size);
  } else if (size >= 16) {
    for (std::size_t at = 16; at + 16 < size; at += 16) std::memcpy(to + at, from + at, 16);
    copy_ends<Bytes16>(to, from, size);
  } else if (size >= 4) {
    // Four pieces that overlap: whether a code has seven letters or eight changes from row to row.
    const std::size_t last = size - 4;
    const std::size_t second = size / 8 * 4;
    const auto first_word = load_word<std::uint32_t>(from);
    const auto second_word = load_word<std::uint32_t>(from + second);
    const auto third_word = load_word<std::uint32_t>(from + last - second);
    const auto last_word = load_word<std::uint32_t>(from + last);
    std::memcpy(to, &first_word, sizeof first_word);
    std::memcpy(to + second, &second_word, sizeof second_word);
    std::memcpy(to + last - second, &third_word, sizeof third_word);
    std::memcpy(to + last, &last_word, sizeof last_word);
  } else {
    for (std::size_t i = 0; i < size; ++i) to[i] = from[i];
  }
  return to + size;
}

/// A cheap hash of the length and of bytes at both ends and in the middle, for caches that check what they find.
inline std::uint64_t hash_parts(std::string_view text) {
  const char* const at = text.data();
  const std::size_t size = text.size();
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  if (size >= 8) {
    first = load_word<std::uint64_t>(at) + 31 * load_word<std::uint64_t>(at + size / 2 - 4);
    last = load_word<std::uint64_t>(at + size - 8);
  } else if (size >= 4) {
    first = load_word<std::uint32_t>(at);
    last = load_word<std::uint32_t>(at + size - 4);
  } else {
    for (const char c : text) first = first << 8 | static_cast<unsigned char>(c);
  }
  const std::uint64_t hash = (first + size) * 0x9e3779b97f4a7c15ULL ^ last * 0xd6e8feb86659fd93ULL;
  return hash ^ hash >> 32;
}

/// Whether all bytes are ASCII: sixteen at a time, the last sixteen overlapping.
inline bool is_ascii(std::string_view text) {
  constexpr std::uint64_t high_bits = 0x8080808080808080ULL;
  const char* const at = text.data();
  const std::size_t size = text.size();
  if (size >= 16) {
    Bits16 seen = bits16(at + size - 16);
    for (std::size_t i = 0; i + 16 < size; i += 16) seen |= bits16(at + i);
    return !any(seen & high_bits);
  }
  if (size >= 8) {
    return ((load_word<std::uint64_t>(at) | load_word<std::uint64_t>(at + size - 8)) & high_bits) == 0;
  }
  unsigned seen = 0;
  for (const char c : text) seen |= static_cast<unsigned char>(c);
  return seen < 0x80;
}

}  // namespace nceplan
