#include "nceplan/base/large_allocator.hpp"

#include <new>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace nceplan {
namespace {

constexpr std::size_t huge_page = std::size_t{2} << 20;

// Half a page and more: what is left over of the last page is only reserved until it is written to.
bool is_large(std::size_t size) { return size >= huge_page / 2; }

}  // namespace

void* allocate_large(std::size_t size) {
#if defined(__linux__)
  if (is_large(size)) {
    void* const memory = ::operator new (size, std::align_val_t{huge_page});
    madvise(memory, size, MADV_HUGEPAGE);  // advice only: without huge pages, small ones do
    return memory;
  }
#endif
  return ::operator new(size);
}

void deallocate_large(void* memory, std::size_t size) noexcept {
#if defined(__linux__)
  if (is_large(size)) {
    ::operator delete (memory, std::align_val_t{huge_page});
    return;
  }
#endif
  static_cast<void>(size);
  ::operator delete(memory);
}

}  // namespace nceplan
