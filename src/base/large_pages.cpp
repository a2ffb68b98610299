#include "nceplan/base/large_pages.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <new>

#if defined(NCEPLAN_LARGE_PAGES)
#include <sys/mman.h>
#endif
#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace nceplan {
namespace {

#if defined(NCEPLAN_LARGE_PAGES)

constexpr std::size_t page_size = std::size_t{2} << 20;
/// Below this, an ordinary allocation is cheaper than a page to itself.
constexpr std::size_t least_size = page_size / 4;

constexpr std::size_t whole_pages(std::size_t bytes) { return (bytes + page_size - 1) / page_size * page_size; }

/// Maps a page more than wanted and gives back what lies outside of the aligned part.
void* map_aligned(std::size_t bytes) {
  const std::size_t size = whole_pages(bytes);
  void* const mapped =
      mmap(nullptr, size + page_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (mapped == MAP_FAILED) throw std::bad_alloc();
  char* const begin = static_cast<char*>(mapped);
  const std::size_t before =
      whole_pages(reinterpret_cast<std::uintptr_t>(begin)) - reinterpret_cast<std::uintptr_t>(begin);
  if (before != 0) munmap(begin, before);
  if (before != page_size) munmap(begin + before + size, page_size - before);
  madvise(begin + before, size, MADV_HUGEPAGE);  // advice: without it, or on failure, ordinary pages do
  return begin + before;
}

/// Pages that were given back and are about to be asked for again: touching them costs nothing any more, while the
/// system has to clear new ones.
class SparePages {
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

SparePages& spare_pages() {
  static SparePages pages;
  return pages;
}

#endif

class LargePageResource final : public std::pmr::memory_resource {
  void* do_allocate(std::size_t bytes, std::size_t) override { return allocate_large(bytes); }
  void do_deallocate(void* memory, std::size_t bytes, std::size_t) override { free_large(memory, bytes); }
  bool do_is_equal(const memory_resource& other) const noexcept override { return this == &other; }
};

}  // namespace

void* allocate_zeroed(std::size_t bytes) {
#if defined(NCEPLAN_LARGE_PAGES)
  if (bytes >= least_size) {
    void* const spare = spare_pages().take(whole_pages(bytes));
    return spare == nullptr ? map_aligned(bytes) : std::memset(spare, 0, bytes);
  }
#endif
  void* const memory = std::calloc(bytes == 0 ? 1 : bytes, 1);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

void* allocate_large(std::size_t bytes) {
#if defined(NCEPLAN_LARGE_PAGES)
  if (bytes >= least_size) {
    void* const spare = spare_pages().take(whole_pages(bytes));
    return spare == nullptr ? map_aligned(bytes) : spare;
  }
#endif
  void* const memory = std::malloc(bytes == 0 ? 1 : bytes);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

void free_large(void* memory, std::size_t bytes) noexcept {
#if defined(NCEPLAN_LARGE_PAGES)
  if (bytes >= least_size) {
    if (!spare_pages().keep(memory, whole_pages(bytes))) munmap(memory, whole_pages(bytes));
    return;
  }
#endif
  static_cast<void>(bytes);
  std::free(memory);
}

std::pmr::memory_resource* large_page_resource() {
  static LargePageResource resource;
  return &resource;
}

// One arena that grows at its end; its next part is advised to lie in large pages, and what is left of the page it
// stands in is passed over. A run on a small export touches some hundred pages of 4 KiB less. Threads allocate rarely
// and can share the arena.
void use_large_pages_for_heap() {
#if defined(NCEPLAN_LARGE_PAGES) && defined(__GLIBC__)
  constexpr std::size_t advised = 16 * page_size;
  constexpr std::size_t growth = page_size / 8;  // more than the heap has at first
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_MMAP_THRESHOLD, static_cast<int>(page_size));
  mallopt(M_TRIM_THRESHOLD, static_cast<int>(2 * advised));
  mallopt(M_TOP_PAD, static_cast<int>(advised + 2 * page_size));
  void* const top = std::malloc(growth);
  const auto begin = reinterpret_cast<std::uintptr_t>(top);
  // A page of which a part was touched already, here by the allocator behind `growth`, can no longer be a large one.
  const std::uintptr_t first_page = whole_pages(begin + 2 * growth);
  madvise(reinterpret_cast<void*>(first_page), advised, MADV_HUGEPAGE);
  std::free(top);
  // Volatile, or the compiler leaves out what nobody uses.
  [[maybe_unused]] static void* volatile passed_over = nullptr;
  passed_over = std::malloc(first_page - begin);
  mallopt(M_TOP_PAD, static_cast<int>(page_size));
#endif
}

}  // namespace nceplan
