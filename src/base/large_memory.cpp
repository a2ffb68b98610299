#include "nceplan/base/large_memory.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <mutex>
#include <new>

#if defined(NCEPLAN_MAPPED_MEMORY)
#include <sys/mman.h>
#endif
#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace nceplan {
namespace {

#if defined(NCEPLAN_MAPPED_MEMORY)

constexpr std::size_t large_page_size = std::size_t{2} << 20;
/// Below this, an ordinary allocation is cheaper.
constexpr std::size_t least_mapped = std::size_t{512} << 10;
/// From this on, memory is read here and there by so many rows that large pages pay however long they take: there are
/// fewer addresses to look up.
constexpr std::size_t always_in_large_pages = std::size_t{64} << 20;

constexpr std::size_t rounded_up(std::size_t bytes, std::size_t unit) { return (bytes + unit - 1) / unit * unit; }
/// Ordinary pages have 4 to 64 KiB, depending on the processor.
constexpr std::size_t whole_pages(std::size_t bytes) { return rounded_up(bytes, std::size_t{64} << 10); }

/// Whether a large page takes no longer than clearing it does, 0.1 ms. Free ones are what a virtual machine gives back
/// to its host after some seconds, and getting one again takes 5 ms; enough ordinary pages are there even then.
std::atomic<bool> large_pages_are_quick = true;

/// The part of the heap that is to lie in large pages, or null. Set before there are threads.
void* heap_part = nullptr;
constexpr std::size_t heap_part_size = 16 * large_page_size;

void go_on_in_ordinary_pages() {
  if (!large_pages_are_quick.exchange(false)) return;
  if (heap_part != nullptr) madvise(heap_part, heap_part_size, MADV_NOHUGEPAGE);  // what is not touched yet
}

/// Time of the processor that the calling thread has spent, in nanoseconds.
std::int64_t thread_time() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

/// Memory of whole pages that begins where a large page may. It is mapped with one more, and what lies outside is given
/// back.
char* map_memory(std::size_t size) {
  void* const mapped =
      mmap(nullptr, size + large_page_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (mapped == MAP_FAILED) throw std::bad_alloc();
  const std::size_t before = -reinterpret_cast<std::uintptr_t>(mapped) & (large_page_size - 1);
  char* const begin = static_cast<char*>(mapped) + before;
  if (before != 0) munmap(mapped, before);
  munmap(begin + size, large_page_size - before);
  // Advice, as all of its kind here: where it is not taken, ordinary pages come when they are touched.
  if (size >= always_in_large_pages) madvise(begin, size, MADV_HUGEPAGE);
  return begin;
}

#if defined(MADV_POPULATE_WRITE)
constexpr int populate_write = MADV_POPULATE_WRITE;
#else
constexpr int populate_write = 23;  // of Linux 5.14: older C libraries do not name it, older kernels refuse it
#endif

/// Asks for the pages up to `wanted` of memory that is about to be written, and for some more up to `end`; with a fault
/// for each they would take longer. Returns up to where they are there.
char* provide_pages(char* begin, char* wanted, char* end) {
  constexpr std::size_t ahead = std::size_t{256} << 10;
  while (begin < wanted) {
    const auto left = static_cast<std::size_t>(end - begin);
    const bool aligned = reinterpret_cast<std::uintptr_t>(begin) % large_page_size == 0;
    if (aligned && left >= large_page_size && large_pages_are_quick.load(std::memory_order_relaxed)) {
      constexpr std::int64_t slow = 1'000'000;
      const std::int64_t before = thread_time();
      madvise(begin, large_page_size, MADV_HUGEPAGE);
      madvise(begin, large_page_size, populate_write);
      if (thread_time() - before > slow) go_on_in_ordinary_pages();
      begin += large_page_size;
    } else {
      char* const to = begin + std::min(rounded_up(static_cast<std::size_t>(wanted - begin), ahead), left);
      // Advice must begin with a page.
      char* const page = begin - reinterpret_cast<std::uintptr_t>(begin) % 4096;
      madvise(page, static_cast<std::size_t>(to - page), populate_write);
      begin = to;
    }
  }
  return begin;
}

/// Pages that were given back and are about to be asked for again: touching them costs nothing any more, while the
/// system has to clear new ones.
class SpareMemory {
 public:
  /// Memory of `size` bytes, with anything in it, or null. `size` is of whole pages, as all sizes here.
  void* take(std::size_t size) {
    const std::lock_guard lock(mutex_);
    const auto fits = [size](const Run& run) { return run.size >= size; };
    const auto run = std::find_if(runs_.begin(), runs_.end(), fits);
    if (run == runs_.end()) return nullptr;
    char* const memory = run->begin;
    run->begin += size;
    run->size -= size;
    spare_ -= size;
    return memory;
  }

  /// False when there are enough already, or many runs.
  bool keep(void* memory, std::size_t size) {
    constexpr std::size_t most = std::size_t{64} << 20;
    const std::lock_guard lock(mutex_);
    const auto run = std::find_if(runs_.begin(), runs_.end(), [](const Run& free) { return free.size == 0; });
    if (size > most - spare_ || run == runs_.end()) return false;
    *run = {static_cast<char*>(memory), size};
    spare_ += size;
    return true;
  }

 private:
  struct Run {
    char* begin = nullptr;
    std::size_t size = 0;
  };

  std::mutex mutex_;
  std::array<Run, 16> runs_{};
  std::size_t spare_ = 0;
};

SpareMemory& spare_memory() {
  static SpareMemory memory;
  return memory;
}

#endif

}  // namespace

void* allocate_zeroed(std::size_t bytes, [[maybe_unused]] Provision provision) {
#if defined(NCEPLAN_MAPPED_MEMORY)
  if (bytes >= least_mapped) {
    void* const spare = spare_memory().take(whole_pages(bytes));
    if (spare != nullptr) return std::memset(spare, 0, bytes);
    char* const memory = map_memory(whole_pages(bytes));
    if (provision == Provision::at_once) provide_pages(memory, memory + bytes, memory + whole_pages(bytes));
    return memory;
  }
#endif
  void* const memory = std::calloc(bytes == 0 ? 1 : bytes, 1);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

void provide([[maybe_unused]] void* memory, [[maybe_unused]] std::size_t bytes) {
#if defined(NCEPLAN_MAPPED_MEMORY)
  constexpr std::size_t fewest = std::size_t{64} << 10;  // below, a fault for each page is as cheap
  if (bytes < fewest) return;
  char* const begin = static_cast<char*>(memory);
  provide_pages(begin, begin + bytes, begin + bytes);
#endif
}

void* allocate_large(std::size_t bytes) {
#if defined(NCEPLAN_MAPPED_MEMORY)
  if (bytes >= least_mapped) {
    void* const spare = spare_memory().take(whole_pages(bytes));
    return spare == nullptr ? map_memory(whole_pages(bytes)) : spare;
  }
#endif
  void* const memory = std::malloc(bytes == 0 ? 1 : bytes);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

void free_large(void* memory, std::size_t bytes) noexcept {
#if defined(NCEPLAN_MAPPED_MEMORY)
  if (bytes >= least_mapped) {
    if (!spare_memory().keep(memory, whole_pages(bytes))) munmap(memory, whole_pages(bytes));
    return;
  }
#endif
  static_cast<void>(bytes);
  std::free(memory);
}

LargeArena::LargeArena(std::size_t room) { add_piece(room); }

LargeArena::~LargeArena() {
  for (const Piece& piece : pieces_) free_large(piece.begin, piece.size);
}

void LargeArena::add_piece(std::size_t size) {
  pieces_.reserve(pieces_.size() + 1);
  pieces_.push_back({static_cast<char*>(allocate_large(size)), size});
  next_ = provided_ = pieces_.back().begin;
  end_ = next_ + size;
}

void* LargeArena::take_further(std::size_t bytes, std::size_t alignment) {
  char* begin = aligned(next_, alignment);
  if (begin > end_ || bytes > static_cast<std::size_t>(end_ - begin)) {
    add_piece(std::max(bytes, 2 * pieces_.back().size));
    begin = next_;
  }
  next_ = begin + bytes;
#if defined(NCEPLAN_MAPPED_MEMORY)
  const bool mapped = pieces_.back().size >= least_mapped;
  provided_ = mapped ? provide_pages(provided_, next_, end_) : end_;
#else
  provided_ = end_;
#endif
  return begin;
}

// One arena that grows at its end; its next part is advised to lie in large pages, and what is left of the page it
// stands in is passed over. A run on a small export touches some hundred pages of 4 KiB less. Threads allocate rarely
// and can share the arena.
void prepare_heap() {
#if defined(NCEPLAN_MAPPED_MEMORY) && defined(__GLIBC__)
  constexpr std::size_t growth = large_page_size / 8;  // more than the heap has at first
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_MMAP_THRESHOLD, static_cast<int>(large_page_size));
  mallopt(M_TRIM_THRESHOLD, static_cast<int>(2 * heap_part_size));
  mallopt(M_TOP_PAD, static_cast<int>(heap_part_size + 2 * large_page_size));
  void* const top = std::malloc(growth);
  const auto begin = reinterpret_cast<std::uintptr_t>(top);
  // A page of which a part was touched already, here by the allocator behind `growth`, can no longer be a large one.
  const std::uintptr_t first_page = rounded_up(begin + 2 * growth, large_page_size);
  heap_part = reinterpret_cast<void*>(first_page);
  madvise(heap_part, heap_part_size, MADV_HUGEPAGE);
  // The first one is touched in any case: how long it takes tells whether to ask for more of them.
  char* const first = static_cast<char*>(heap_part);
  provide_pages(first, first + large_page_size, first + large_page_size);
  std::free(top);
  // Volatile, or the compiler leaves out what nobody uses.
  [[maybe_unused]] static void* volatile passed_over = nullptr;
  passed_over = std::malloc(first_page - begin);
  mallopt(M_TOP_PAD, static_cast<int>(large_page_size));
#endif
}

}  // namespace nceplan
