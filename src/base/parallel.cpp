#include "parallel.hpp"

#include <vector>

#if defined(__linux__)
#include <pthread.h>
#include <sched.h>
#endif

namespace nceplan {
namespace {

/// Moves a thread to a processor of its own, the `number`-th behind the caller's, from where the system may move it
/// again. Systems may leave a new thread beside its parent for 15 ms and more while another processor is idle. Does
/// nothing where that cannot be asked for.
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

}  // namespace

std::thread start_apart(std::function<void()> work) {
  std::thread thread(std::move(work));
  move_apart(thread, 1);
  return thread;
}

void run_workers(unsigned workers, const std::function<void(unsigned)>& work) {
  std::vector<std::thread> threads;
  for (unsigned worker = 1; worker < workers; ++worker) {
    try {
      threads.emplace_back([&work, worker] { work(worker); });
    } catch (const std::system_error&) {  // no thread, or no memory for one
      break;
    } catch (const std::bad_alloc&) {
      break;
    }
    move_apart(threads.back(), worker);
  }
  work(0);
  for (std::thread& thread : threads) thread.join();
}

}  // namespace nceplan
