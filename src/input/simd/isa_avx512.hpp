// Kernels for AVX-512 (BW, VBMI2); see isa.hpp.
#pragma once

#include <immintrin.h>

#include "isa.hpp"

namespace nceplan::isa {
namespace {

struct Avx512 {
  using Block = __m512i;

  static Block load(const char* bytes) { return _mm512_loadu_si512(bytes); }
  static std::uint64_t match(Block block, char c) { return _mm512_cmpeq_epi8_mask(block, _mm512_set1_epi8(c)); }

  // The numbers 0 to 63 are compressed to those whose bit is set, 16 at a time widened and written.
  static void write_positions(std::uint64_t bits, std::uint32_t base, std::uint32_t* out) {
    const __m512i places = _mm512_maskz_compress_epi8(bits, all_places());
    const __m512i bases = _mm512_set1_epi32(static_cast<int>(base));
    write_16(_mm512_castsi512_si128(places), bases, out);
    if (__builtin_popcountll(bits) > 16) {
      write_16(_mm512_extracti32x4_epi32(places, 1), bases, out + 16);
      write_16(_mm512_extracti32x4_epi32(places, 2), bases, out + 32);
      write_16(_mm512_extracti32x4_epi32(places, 3), bases, out + 48);
    }
  }

 private:
  static void write_16(__m128i places, __m512i bases, std::uint32_t* out) {
    _mm512_storeu_si512(out, _mm512_add_epi32(_mm512_cvtepu8_epi32(places), bases));
  }

  static __m512i all_places() {
    return _mm512_set_epi64(0x3f3e3d3c3b3a3938, 0x3736353433323130, 0x2f2e2d2c2b2a2928, 0x2726252423222120,
                            0x1f1e1d1c1b1a1918, 0x1716151413121110, 0x0f0e0d0c0b0a0908, 0x0706050403020100);
  }
};

}  // namespace
}  // namespace nceplan::isa
