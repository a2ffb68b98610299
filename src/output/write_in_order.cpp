#include "write_in_order.hpp"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <vector>

#include "base/cache_line.hpp"
#include "base/parallel.hpp"

namespace nceplan {
namespace {

using Formatter = std::function<void(unsigned worker, std::size_t chunk, Buffer& out)>;

unsigned workers_for(unsigned jobs, std::size_t chunks) {
  return static_cast<unsigned>(std::min<std::size_t>(std::max(jobs, 1U), chunks));
}

/// Threads that fill a ring of buffers. Whoever finishes the chunk that is next in order also gives it to the sink, and
/// those that follow it as far as they are full: no thread only waits for others.
class OrderedWriter {
 public:
  OrderedWriter(unsigned workers, std::size_t chunks, const Formatter& format, const Sink& sink)
      : workers_(workers), chunks_(chunks), format_(format), sink_(sink), slots_(2 * std::size_t{workers}) {}

  void run() {
    run_workers(workers_, [this](unsigned worker) { fill(worker); });
    if (error_) std::rethrow_exception(error_);
  }

 private:
  struct alignas(thread_alignment) Slot {
    Buffer buffer;
    bool full = false;
  };

  Slot& slot_of(std::size_t chunk) { return slots_[chunk % slots_.size()]; }

  void fill(unsigned worker) {
    try {
      std::unique_lock lock(mutex_);
      for (;;) {
        slot_free_.wait(lock, [this] { return error_ || next_ == chunks_ || next_ < emitted_ + slots_.size(); });
        if (error_ || next_ == chunks_) return;
        const std::size_t chunk = next_++;
        Slot& slot = slot_of(chunk);
        lock.unlock();
        slot.buffer.clear();
        format_(worker, chunk, slot.buffer);
        lock.lock();
        slot.full = true;
        emit_full(lock);
      }
    } catch (...) {
      stop(std::current_exception());
    }
  }

  /// Gives full buffers to the sink, in order, unless another thread is about it; that one will see all that are full.
  void emit_full(std::unique_lock<std::mutex>& lock) {
    if (emitting_) return;
    emitting_ = true;
    while (!error_ && emitted_ < chunks_ && slot_of(emitted_).full) {
      Slot& slot = slot_of(emitted_);
      lock.unlock();
      sink_(slot.buffer.view());
      lock.lock();
      slot.full = false;
      ++emitted_;
      slot_free_.notify_all();
    }
    emitting_ = false;
  }

  void stop(std::exception_ptr error) {
    const std::lock_guard lock(mutex_);
    if (!error_) error_ = std::move(error);
    slot_free_.notify_all();
  }

  unsigned workers_;
  std::size_t chunks_;
  const Formatter& format_;
  const Sink& sink_;
  std::mutex mutex_;
  std::condition_variable slot_free_;
  std::vector<Slot> slots_;
  std::size_t next_ = 0;     ///< first chunk that no worker has
  std::size_t emitted_ = 0;  ///< chunks given to the sink
  bool emitting_ = false;    ///< a thread is giving them; after an error nothing is given any more
  std::exception_ptr error_;
};

}  // namespace

void write_in_order(unsigned jobs, std::size_t chunks, const Formatter& format, const Sink& sink) {
  const unsigned workers = workers_for(jobs, chunks);
  if (workers > 1) {
    OrderedWriter(workers, chunks, format, sink).run();
    return;
  }
  Buffer buffer;
  for (std::size_t chunk = 0; chunk < chunks; ++chunk) {
    buffer.clear();
    format(0, chunk, buffer);
    sink(buffer.view());
  }
}

}  // namespace nceplan
