// Work on several threads, as many as the system has to give: a limit on processes slows a run down, it does not end
// it. What comes out never depends on how many there are.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <functional>
#include <future>
#include <mutex>
#include <new>
#include <system_error>
#include <thread>
#include <utility>

namespace nceplan {

/// Calls `work(worker)` at once for the numbers below `workers`, 0 on the caller's thread and each other on one of its
/// own, and returns when all calls have. Workers for which the system has no thread are left out, 0 never is: the
/// others must do with whatever each leaves undone. `work` must not throw.
void run_workers(unsigned workers, const std::function<void(unsigned worker)>& work);

/// Calls `work(worker, number)` once for each number below `count`, on up to `jobs` threads; `worker` < max(jobs, 1),
/// and each worker's numbers rise. After an exception no further number is begun; of several exceptions that of the
/// lowest number is thrown here.
template <typename Work>
void for_each_number(unsigned jobs, std::size_t count, const Work& work) {
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;
  std::size_t failed = count;
  std::exception_ptr failure;
  const auto take_numbers = [&](unsigned worker) {
    for (std::size_t number = next++; number < count; number = next++) {
      try {
        work(worker, number);
      } catch (...) {
        next = count;
        const std::lock_guard lock(mutex);
        if (number < failed) failure = std::current_exception();
        failed = std::min(failed, number);
      }
    }
  };
  run_workers(static_cast<unsigned>(std::min<std::size_t>(jobs, count)), take_numbers);
  if (failure) std::rethrow_exception(failure);
}

/// Consecutive numbers that one worker takes at once.
struct Part {
  unsigned worker;     ///< < max(jobs, 1)
  std::size_t number;  ///< of the part, from 0
  std::size_t first;
  std::size_t last;  ///< exclusive
};

/// Calls `work(part)` for `parts` consecutive parts of [0, count), of nearly equal size, in the same way.
template <typename Work>
void for_each_part(unsigned jobs, std::size_t parts, std::size_t count, const Work& work) {
  for_each_number(jobs, parts, [&](unsigned worker, std::size_t number) {
    work(Part{worker, number, count * number / parts, count * (number + 1) / parts});
  });
}

/// Starts `work` on a thread of its own, on another processor than the caller's where there is one. Throws
/// std::system_error or std::bad_alloc when the system has none to give.
std::thread start_apart(std::function<void()> work);

/// Work that runs on a thread of its own while the caller does something else, if that is wanted and the system has one
/// to give; else when its result is asked for.
template <typename Result>
class Beside {
 public:
  Beside(bool wanted, std::function<Result()> work) : task_(std::move(work)), result_(task_.get_future()) {
    if (!wanted) return;
    try {
      thread_ = start_apart([this] { task_(); });
    } catch (const std::system_error&) {  // no thread
    } catch (const std::bad_alloc&) {     // or no memory for one
    }
  }
  Beside(const Beside&) = delete;
  Beside& operator=(const Beside&) = delete;
  ~Beside() {
    if (thread_.joinable()) thread_.join();
  }

  /// Whether the result was not taken yet.
  bool valid() const { return result_.valid(); }
  /// The result, or what the work threw. Precondition: valid().
  Result take() {
    if (thread_.joinable()) {
      thread_.join();
    } else {
      task_();
    }
    return result_.get();
  }

 private:
  std::packaged_task<Result()> task_;
  std::future<Result> result_;
  std::thread thread_;
};

}  // namespace nceplan
