// The vector part of the CSV index, compiled once per instruction set. Include only where an instruction set is
// chosen; `Isa::match(block, c)` gives a bit per byte of a 64-byte block that equals `c`, and `Isa::write_positions`
// does what the function of that name does. Functions are static, so that those of one instruction set are never linked
// in place of another's.
#pragma once

#include <cstddef>
#include <cstdint>

namespace nceplan::csv_kernel {

/// Where the kernel writes; the caller provides room for one more entry per byte of the group, plus 64.
struct Output {
  std::uint32_t* ends = nullptr;
  std::uint32_t* records = nullptr;
  std::uint32_t* quotes = nullptr;
  std::uint32_t* quoted_newlines = nullptr;
  std::size_t end_count = 0;
  std::size_t record_count = 0;
  std::size_t quote_count = 0;
  std::size_t quoted_newline_count = 0;
  bool regular = true;  ///< every quote opens or closes a field, or is doubled
};

struct Separators {
  char delimiter;
  char terminator;
};

/// Bit i of the result is the parity of bits 0..i: set from an opening quote up to before its closing one.
static inline std::uint64_t prefix_parity(std::uint64_t bits) {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  bits ^= bits << 32;
  return bits;
}

/// Writes `base` plus the place of each bit that is set, in order, and returns the end of what was written. It may
/// write further, up to 64 numbers in all.
static inline std::uint32_t* write_positions(std::uint64_t bits, std::uint32_t base, std::uint32_t* out) {
  const int count = __builtin_popcountll(bits);
  for (int i = 0; i < count; i += 4) {
    for (int k = 0; k < 4; ++k) {
      out[i + k] = base + static_cast<std::uint32_t>(__builtin_ctzll(bits | (std::uint64_t{1} << 63)));
      bits &= bits - 1;
    }
  }
  return out + count;
}

/// What one block of 64 bytes hands to the next.
struct Carry {
  std::uint64_t inside = 0;             ///< all ones within quotes
  std::uint64_t may_open = 1;           ///< bit 0: the byte before allows a quote to open a field
  std::uint64_t must_follow_close = 0;  ///< bit 0: the byte before was a closing quote
};

template <typename Isa>
inline void index_block(const char* block, std::uint64_t valid, std::uint32_t base, Separators separators, Carry& carry,
                        Output& out) {
  const typename Isa::Block bytes = Isa::load(block);
  const std::uint64_t delimiters = Isa::match(bytes, separators.delimiter) & valid;
  const std::uint64_t terminators = Isa::match(bytes, separators.terminator) & valid;
  const std::uint64_t quotes = Isa::match(bytes, '"') & valid;
  std::uint64_t inside = carry.inside;
  if (quotes != 0 || carry.must_follow_close != 0) {
    inside ^= prefix_parity(quotes);
    const std::uint64_t separating = (delimiters | terminators) & ~inside;
    const std::uint64_t opening = quotes & inside;
    const std::uint64_t closing = quotes & ~inside;
    const std::uint64_t may_open = separating << 1 | closing << 1 | carry.may_open;
    const std::uint64_t after_close = (closing << 1 | carry.must_follow_close) & valid;
    const std::uint64_t returns = Isa::match(bytes, '\r');
    out.regular = out.regular && (opening & ~may_open) == 0 && (after_close & ~(separating | opening | returns)) == 0;
    carry.must_follow_close = closing >> 63;
    out.quote_count =
        static_cast<std::size_t>(Isa::write_positions(opening, base, out.quotes + out.quote_count) - out.quotes);
  }
  const std::uint64_t ends = (delimiters | terminators) & ~inside;
  const std::uint64_t line_ends = terminators & ~inside;
  for (std::uint64_t left = line_ends; left != 0; left &= left - 1) {
    const std::uint64_t below_and_at = left ^ (left - 1);
    out.records[out.record_count++] = static_cast<std::uint32_t>(out.end_count) +
                                      static_cast<std::uint32_t>(__builtin_popcountll(ends & below_and_at));
  }
  if (const std::uint64_t quoted = terminators & inside; quoted != 0) {
    out.quoted_newline_count = static_cast<std::size_t>(
        Isa::write_positions(quoted, base, out.quoted_newlines + out.quoted_newline_count) - out.quoted_newlines);
  }
  out.end_count = static_cast<std::size_t>(Isa::write_positions(ends, base, out.ends + out.end_count) - out.ends);
  carry.may_open = (ends | (quotes & ~inside)) >> 63;
  carry.inside = static_cast<std::uint64_t>(static_cast<std::int64_t>(inside) >> 63);
}

/// Indexes the next `size` bytes of a text, which begin at offset `base` of it. All groups but the last have a multiple
/// of 64 bytes, and 64 bytes from the last block's start are readable.
using Kernel = void (*)(const char* group, std::size_t size, std::uint32_t base, Separators separators, Carry& carry,
                        Output& out);

template <typename Isa>
inline void index_group(const char* group, std::size_t size, std::uint32_t base, Separators separators, Carry& carry,
                        Output& out) {
  for (std::size_t at = 0; at < size; at += 64) {
    const std::size_t left = size - at;
    const std::uint64_t valid = left >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << left) - 1;
    index_block<Isa>(group + at, valid, base + static_cast<std::uint32_t>(at), separators, carry, out);
  }
}

void index_group_avx2(const char* group, std::size_t size, std::uint32_t base, Separators separators, Carry& carry,
                      Output& out);
void index_group_avx512(const char* group, std::size_t size, std::uint32_t base, Separators separators, Carry& carry,
                        Output& out);

}  // namespace nceplan::csv_kernel
