// Kernels for AVX2; see isa.hpp.
#pragma once

#include <immintrin.h>

#include "isa.hpp"

namespace nceplan::isa {
namespace {

struct Avx2 {
  struct Block {
    __m256i low;
    __m256i high;
  };

  static Block load(const char* bytes) {
    const auto* const vectors = reinterpret_cast<const __m256i*>(bytes);
    return {_mm256_loadu_si256(vectors), _mm256_loadu_si256(vectors + 1)};
  }

  static std::uint64_t match(const Block& block, char c) {
    const __m256i wanted = _mm256_set1_epi8(c);
    const auto low = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(block.low, wanted)));
    const auto high = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(block.high, wanted)));
    return low | static_cast<std::uint64_t>(high) << 32;
  }

  static std::uint32_t lowest(std::uint64_t bits) { return static_cast<std::uint32_t>(_tzcnt_u64(bits)); }

  static void write_positions(std::uint64_t bits, std::uint32_t base, std::uint32_t* out) {
    isa::write_positions<Avx2>(bits, base, out);
  }
};

}  // namespace
}  // namespace nceplan::isa
