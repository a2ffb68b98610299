#include "input/simd/isa_baseline.hpp"
#include "json_brackets_kernel.hpp"

namespace nceplan {

json_kernel::Kernel json_kernel::best() {
#if defined(__x86_64__)
  if (isa::has_avx512()) return find_brackets_avx512;
  if (isa::has_avx2()) return find_brackets_avx2;
#endif
  return find_brackets<isa::Baseline>;
}

}  // namespace nceplan
