// The vector part of finding brackets, compiled once per instruction set; see isa.hpp.
#pragma once

#include <cstddef>
#include <cstdint>

#include "input/simd/isa.hpp"

namespace nceplan::json_kernel {

/// What one block of 64 bytes hands to the next.
struct Carry {
  std::uint64_t inside = 0;   ///< all ones within a string
  std::uint64_t escaped = 0;  ///< bit 0: the byte before escapes the next one
};

/// The bytes behind a backslash that is not escaped itself.
static inline std::uint64_t escaped_bytes(std::uint64_t backslashes, Carry& carry) {
  std::uint64_t escaped = carry.escaped;
  carry.escaped = 0;
  for (std::uint64_t rest = backslashes & ~escaped; rest != 0;) {
    const std::uint64_t first = rest & (~rest + 1);
    const std::uint64_t next = first << 1;
    if (next == 0) carry.escaped = 1;
    escaped |= next;
    rest &= ~(first | next);
  }
  return escaped;
}

/// Sets a bit in `brackets`, one word per block, for each byte of `[]{}` outside of strings.
using Kernel = void (*)(const char* bytes, std::size_t blocks, std::uint64_t* brackets, Carry& carry);

template <typename Isa>
inline void find_brackets(const char* bytes, std::size_t blocks, std::uint64_t* brackets, Carry& carry) {
  Carry carried = carry;  // a copy, which stays in registers
  for (std::size_t i = 0; i < blocks; ++i) {
    const typename Isa::Block block = Isa::load(bytes + i * isa::block_size);
    const std::uint64_t quotes = Isa::match(block, '"') & ~escaped_bytes(Isa::match(block, '\\'), carried);
    const std::uint64_t inside = isa::prefix_parity(quotes) ^ carried.inside;
    carried.inside = static_cast<std::uint64_t>(static_cast<std::int64_t>(inside) >> 63);
    brackets[i] =
        (Isa::match(block, '{') | Isa::match(block, '}') | Isa::match(block, '[') | Isa::match(block, ']')) & ~inside;
  }
  carry = carried;
}

void find_brackets_avx2(const char* bytes, std::size_t blocks, std::uint64_t* brackets, Carry& carry);
void find_brackets_avx512(const char* bytes, std::size_t blocks, std::uint64_t* brackets, Carry& carry);

/// The fastest kernel that this processor can run.
Kernel best();

}  // namespace nceplan::json_kernel
