#include "nceplan/base/large_pages.hpp"

#include <cstdint>
#include <cstdlib>
#include <new>

#if defined(NCEPLAN_LARGE_PAGES)
#include <sys/mman.h>
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

#endif

class LargePageResource final : public std::pmr::memory_resource {
  void* do_allocate(std::size_t bytes, std::size_t) override { return allocate_large(bytes); }
  void do_deallocate(void* memory, std::size_t bytes, std::size_t) override { free_large(memory, bytes); }
  bool do_is_equal(const memory_resource& other) const noexcept override { return this == &other; }
};

}  // namespace

void* allocate_zeroed(std::size_t bytes) {
#if defined(NCEPLAN_LARGE_PAGES)
  if (bytes >= least_size) return map_aligned(bytes);
#endif
  void* const memory = std::calloc(bytes == 0 ? 1 : bytes, 1);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

void* allocate_large(std::size_t bytes) {
#if defined(NCEPLAN_LARGE_PAGES)
  if (bytes >= least_size) return map_aligned(bytes);
#endif
  void* const memory = std::malloc(bytes == 0 ? 1 : bytes);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

void free_large(void* memory, std::size_t bytes) noexcept {
#if defined(NCEPLAN_LARGE_PAGES)
  if (bytes >= least_size) {
    munmap(memory, whole_pages(bytes));
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

}  // namespace nceplan
