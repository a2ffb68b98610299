// What the vector kernels of this folder ask of an instruction set. A kernel is a template on a type that gives
//
//   Block load(bytes)                     64 bytes
//   uint64 match(block, c)                a bit per byte that equals `c`
//   uint32 lowest(bits)                   the place of the lowest bit that is set, any number where there is none
//   write_positions(bits, base, out)      as the function below does
//
// Baseline (isa_baseline.hpp) is for any processor; the others are compiled in files of their own (kernels_*.cpp) and
// called only where the processor has them. Nothing here is shared between such files.
#pragma once

#include <cstddef>
#include <cstdint>

namespace nceplan::isa {

constexpr std::size_t block_size = 64;

/// Whether the processor, and this build, can run the kernels for AVX2.
static inline bool has_avx2() {
#if defined(__x86_64__) && defined(__GNUC__)
  return __builtin_cpu_supports("avx2") != 0;
#else
  return false;
#endif
}

/// The same for AVX-512, of which they need BW and VBMI2.
static inline bool has_avx512() {
#if defined(__x86_64__) && defined(__GNUC__)
  return __builtin_cpu_supports("avx512bw") != 0 && __builtin_cpu_supports("avx512vbmi2") != 0;
#else
  return false;
#endif
}

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

/// Writes `base` plus the place of each bit that is set, in order. It may write further, up to 64 numbers in all.
template <typename Isa>
inline void write_positions(std::uint64_t bits, std::uint32_t base, std::uint32_t* out) {
  // Four at a time, which costs less than to ask behind each whether there is one more.
  for (; bits != 0; out += 4) {
    for (int i = 0; i < 4; ++i) {
      out[i] = base + Isa::lowest(bits);
      bits &= bits - 1;
    }
  }
}

}  // namespace nceplan::isa
