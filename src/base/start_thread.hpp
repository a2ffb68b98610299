// Threads as far as the system has them to give: a limit on processes slows a run down, it does not end it.
#pragma once

#include <cstddef>
#include <future>
#include <new>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace nceplan {

/// Moves a thread to a processor of its own, the `number`-th behind the caller's, from where the system may move it
/// again. Systems may leave a new thread beside its parent for 15 ms and more while another processor is idle. Does
/// nothing where that cannot be asked for.
void move_apart(std::thread& thread, std::size_t number);

/// Runs `work` on a new thread at the end of `threads`, which the caller joins. False when the system refuses one, or
/// memory for it; then `work` does not run.
template <typename Work>
bool start_thread(std::vector<std::thread>& threads, Work&& work) {
  try {
    threads.emplace_back(std::forward<Work>(work));
    move_apart(threads.back(), threads.size());
    return true;
  } catch (const std::system_error&) {
    return false;
  } catch (const std::bad_alloc&) {
    return false;
  }
}

/// The result of `work`, which runs on a thread of its own if that is wanted and the system has one to give; else when
/// the result is asked for.
template <typename Work>
auto start_beside(bool wanted, const Work& work) {
  if (wanted) {
    try {
      return std::async(std::launch::async, work);
    } catch (const std::system_error&) {  // none to be had
    }
  }
  return std::async(std::launch::deferred, work);
}

}  // namespace nceplan
