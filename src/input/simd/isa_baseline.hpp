// Kernels for any processor; see isa.hpp.
#pragma once

#include "isa.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace nceplan::isa {
namespace {

#if defined(__SSE2__)
/// Every x86-64 processor has it.
struct Baseline {
  struct Block {
    __m128i parts[4];
  };

  static Block load(const char* bytes) {
    const auto* const vectors = reinterpret_cast<const __m128i*>(bytes);
    return {{_mm_loadu_si128(vectors), _mm_loadu_si128(vectors + 1), _mm_loadu_si128(vectors + 2),
             _mm_loadu_si128(vectors + 3)}};
  }

  static std::uint64_t match(const Block& block, char c) {
    const __m128i wanted = _mm_set1_epi8(c);
    std::uint64_t bits = 0;
    for (int i = 0; i < 4; ++i) {
      const auto mask = static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(block.parts[i], wanted)));
      bits |= static_cast<std::uint64_t>(mask) << (16 * i);
    }
    return bits;
  }

  static std::uint32_t lowest(std::uint64_t bits) {
    return static_cast<std::uint32_t>(__builtin_ctzll(bits | std::uint64_t{1} << 63));
  }

  static void write_positions(std::uint64_t bits, std::uint32_t base, std::uint32_t* out) {
    isa::write_positions<Baseline>(bits, base, out);
  }
};
#else
/// Byte by byte.
struct Baseline {
  struct Block {
    const char* bytes;
  };

  static Block load(const char* bytes) { return {bytes}; }

  static std::uint64_t match(const Block& block, char c) {
    std::uint64_t bits = 0;
    for (unsigned i = 0; i < 64; ++i) bits |= static_cast<std::uint64_t>(block.bytes[i] == c) << i;
    return bits;
  }

  static std::uint32_t lowest(std::uint64_t bits) {
    return static_cast<std::uint32_t>(__builtin_ctzll(bits | std::uint64_t{1} << 63));
  }

  static void write_positions(std::uint64_t bits, std::uint32_t base, std::uint32_t* out) {
    isa::write_positions<Baseline>(bits, base, out);
  }
};
#endif

}  // namespace
}  // namespace nceplan::isa
