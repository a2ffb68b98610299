#include "start_thread.hpp"

#if defined(__linux__)
#include <pthread.h>
#include <sched.h>
#endif

namespace nceplan {

void move_apart([[maybe_unused]] std::thread& thread, [[maybe_unused]] std::size_t number) {
#if defined(__linux__)
  cpu_set_t allowed;
  const int here = sched_getcpu();
  if (here < 0 || sched_getaffinity(0, sizeof allowed, &allowed) != 0) return;
  const auto processors = static_cast<std::size_t>(CPU_COUNT(&allowed));
  if (number % processors == 0) return;  // more threads than processors
  auto at = static_cast<std::size_t>(here);
  for (std::size_t left = number % processors; left != 0;) {
    at = (at + 1) % CPU_SETSIZE;
    if (CPU_ISSET(at, &allowed)) --left;
  }
  cpu_set_t one;
  CPU_ZERO(&one);
  CPU_SET(at, &one);
  pthread_setaffinity_np(thread.native_handle(), sizeof one, &one);
  pthread_setaffinity_np(thread.native_handle(), sizeof allowed, &allowed);
#endif
}

}  // namespace nceplan
