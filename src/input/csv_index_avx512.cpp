// Compiled with AVX-512 turned on and called only where the processor has it; see csv_index_avx2.cpp.
#include "csv_index_kernel.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

namespace nceplan::csv_kernel {
namespace {

struct Avx512 {
  using Block = __m512i;

  static Block load(const char* bytes) { return _mm512_loadu_si512(bytes); }
  static std::uint64_t match(Block block, char c) { return _mm512_cmpeq_epi8_mask(block, _mm512_set1_epi8(c)); }
};

}  // namespace

void index_group_avx512(const char* group, std::size_t size, std::uint32_t base, Separators separators, Carry& carry,
                        Output& out) {
  index_group<Avx512>(group, size, base, separators, carry, out);
}

}  // namespace nceplan::csv_kernel
#endif
