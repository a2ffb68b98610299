#include "input/simd/isa_baseline.hpp"
#include "json_brackets_kernel.hpp"

namespace nceplan {

json_kernel::Kernel json_kernel::best() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi2")) return find_brackets_avx512;
  if (__builtin_cpu_supports("avx2")) return find_brackets_avx2;
#endif
  return find_brackets<isa::Baseline>;
}

}  // namespace nceplan
