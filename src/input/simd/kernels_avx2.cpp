// Compiled with AVX2 turned on and called only where the processor has it. Includes no standard library code, so that
// no function with such instructions can be shared with the rest of the program.
#include "input/csv/csv_index_kernel.hpp"
#include "input/json/json_brackets_kernel.hpp"

#if defined(__x86_64__)
#include "isa_avx2.hpp"

namespace nceplan {

void csv_kernel::index_group_avx2(const char* group, std::size_t size, std::uint32_t base, Separators separators,
                                  Carry& carry, Output& out) {
  index_group<isa::Avx2>(group, size, base, separators, carry, out);
}

void json_kernel::find_brackets_avx2(const char* bytes, std::size_t blocks, std::uint64_t* brackets, Carry& carry) {
  find_brackets<isa::Avx2>(bytes, blocks, brackets, carry);
}

}  // namespace nceplan
#endif
