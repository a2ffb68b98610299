// The vector part of the CSV index, compiled once per instruction set; see isa.hpp.
#pragma once

#include <cstddef>
#include <cstdint>

#include "input/simd/isa.hpp"

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

/// What one block of 64 bytes hands to the next.
struct Carry {
  std::uint64_t inside = 0;             ///< all ones within quotes
  std::uint64_t may_open = 1;           ///< bit 0: the byte before allows a quote to open a field
  std::uint64_t must_follow_close = 0;  ///< bit 0: the byte before was a closing quote
};

/// Appends a record for each line end, before the block's `ends` are counted. Blocks have one line end or none, hardly
/// ever more: the first is written without a branch, and counts only where there is one.
static inline void append_records(std::uint64_t line_ends, std::uint64_t ends, Output& out) {
  std::uint32_t* record = out.records + out.record_count;
  out.record_count += static_cast<std::size_t>(__builtin_popcountll(line_ends));
  do {
    const std::uint64_t below_and_at = line_ends ^ (line_ends - 1);
    *record++ = static_cast<std::uint32_t>(out.end_count) +
                static_cast<std::uint32_t>(__builtin_popcountll(ends & below_and_at));
    line_ends &= line_ends - 1;
  } while (line_ends != 0);
}

/// Appends the places of bits of the block that begins at `base`.
template <typename Isa>
inline void append_positions(std::uint64_t bits, std::uint32_t base, std::uint32_t* positions, std::size_t& count) {
  Isa::write_positions(bits, base, positions + count);
  count += static_cast<std::size_t>(__builtin_popcountll(bits));
}

/// Appends what ends at the block's separators that stand outside of quotes.
template <typename Isa>
inline void append_ends(std::uint64_t delimiters, std::uint64_t terminators, std::uint32_t base, Output& out) {
  const std::uint64_t ends = delimiters | terminators;
  append_records(terminators, ends, out);
  append_positions<Isa>(ends, base, out.ends, out.end_count);
}

/// `valid` has a bit for each byte of the block that belongs to the text.
template <typename Isa>
inline void index_block(const char* block, std::uint64_t valid, std::uint32_t base, Separators separators, Carry& carry,
                        Output& out) {
  const typename Isa::Block bytes = Isa::load(block);
  const std::uint64_t delimiters = Isa::match(bytes, separators.delimiter) & valid;
  const std::uint64_t terminators = Isa::match(bytes, separators.terminator) & valid;
  const std::uint64_t quotes = Isa::match(bytes, '"') & valid;
  if ((quotes | carry.inside | carry.must_follow_close) == 0) {  // as in nearly every block
    carry.may_open = (delimiters | terminators) >> 63;
    return append_ends<Isa>(delimiters, terminators, base, out);
  }
  const std::uint64_t inside = carry.inside ^ isa::prefix_parity(quotes);
  const std::uint64_t closing = quotes & ~inside;
  const std::uint64_t separating = (delimiters | terminators) & ~inside;
  const std::uint64_t opening = quotes & inside;
  const std::uint64_t may_open = separating << 1 | closing << 1 | carry.may_open;
  const std::uint64_t after_close = (closing << 1 | carry.must_follow_close) & valid;
  const std::uint64_t returns = Isa::match(bytes, '\r');
  out.regular = out.regular && (opening & ~may_open) == 0 && (after_close & ~(separating | opening | returns)) == 0;
  carry.inside = static_cast<std::uint64_t>(static_cast<std::int64_t>(inside) >> 63);
  carry.must_follow_close = closing >> 63;
  carry.may_open = (separating | closing) >> 63;
  append_positions<Isa>(opening, base, out.quotes, out.quote_count);
  append_positions<Isa>(terminators & inside, base, out.quoted_newlines, out.quoted_newline_count);
  append_ends<Isa>(delimiters & ~inside, terminators & ~inside, base, out);
}

/// Indexes the next `size` bytes of a text, which begin at offset `base` of it. All groups but the last have a multiple
/// of 64 bytes, and 64 bytes from the last block's start are readable.
using Kernel = void (*)(const char* group, std::size_t size, std::uint32_t base, Separators separators, Carry& carry,
                        Output& out);

template <typename Isa>
inline void index_group(const char* group, std::size_t size, std::uint32_t base, Separators separators, Carry& carry,
                        Output& out) {
  // Copies, which stay in registers.
  Carry carried = carry;
  Output output = out;
  const auto index = [&](std::size_t at, std::uint64_t valid) {
    index_block<Isa>(group + at, valid, base + static_cast<std::uint32_t>(at), separators, carried, output);
  };
  const std::size_t rest = size % 64;
  for (std::size_t at = 0; at < size - rest; at += 64) index(at, ~std::uint64_t{0});
  if (rest != 0) index(size - rest, (std::uint64_t{1} << rest) - 1);
  carry = carried;
  out = output;
}

void index_group_avx2(const char* group, std::size_t size, std::uint32_t base, Separators separators, Carry& carry,
                      Output& out);
void index_group_avx512(const char* group, std::size_t size, std::uint32_t base, Separators separators, Carry& carry,
                        Output& out);

}  // namespace nceplan::csv_kernel
