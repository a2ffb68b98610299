// Threads as far as the system has them to give: a limit on processes slows a run down, it does not end it.
#pragma once

#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace nceplan {

/// Runs `work` on a new thread at the end of `threads`, which the caller joins. False when the system refuses one;
/// then `work` does not run.
template <typename Work>
bool start_thread(std::vector<std::thread>& threads, Work&& work) {
  try {
    threads.emplace_back(std::forward<Work>(work));
    return true;
  } catch (const std::system_error&) {
    return false;
  }
}

}  // namespace nceplan
