// Compiled with AVX2 turned on and called only where the processor has it. Includes no standard library code, so that
// no function with such instructions can be shared with the rest of the program.
#include "csv_index_kernel.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

namespace nceplan::csv_kernel {
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
    csv_kernel::write_positions<Avx2>(bits, base, out);
  }
};

}  // namespace

void index_group_avx2(const char* group, std::size_t size, std::uint32_t base, Separators separators, Carry& carry,
                      Output& out) {
  index_group<Avx2>(group, size, base, separators, carry, out);
}

}  // namespace nceplan::csv_kernel
#endif
