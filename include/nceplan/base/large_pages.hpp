// Memory for the few arrays that are large. A page that is touched for the first time costs a fault; in pages of 2 MiB
// (transparent huge pages on Linux) a million rows cost some dozens of faults instead of tens of thousands.
#pragma once

#include <cstddef>
#include <memory_resource>
#include <type_traits>
#include <utility>
#include <vector>

// Mapped memory hides from the address sanitizer what is read or written behind an array: its builds
// define NCEPLAN_ORDINARY_PAGES.
#if defined(__linux__) && !defined(NCEPLAN_ORDINARY_PAGES)
#define NCEPLAN_LARGE_PAGES
#endif

namespace nceplan {

/// Zeroed memory, aligned for any type, in large pages where the system has them and `bytes` is worth it.
/// Throws std::bad_alloc.
void* allocate_zeroed(std::size_t bytes);
/// The same without a promise of what the memory holds.
void* allocate_large(std::size_t bytes);
/// Gives back memory of either; `bytes` as allocated.
void free_large(void* memory, std::size_t bytes) noexcept;

/// The same memory for containers; thread-safe.
std::pmr::memory_resource* large_page_resource();

/// Memory that is given back all at once. The first `room` bytes lie in one piece. A monotonic_buffer_resource that
/// asked for them itself would note at their end what it has to give back, and so touch a page that nobody needs.
class LargePageArena {
 public:
  explicit LargePageArena(std::size_t room)
      : room_(room), memory_(allocate_large(room)), resource_(memory_, room, large_page_resource()) {}
  LargePageArena(const LargePageArena&) = delete;
  LargePageArena& operator=(const LargePageArena&) = delete;
  ~LargePageArena() { free_large(memory_, room_); }

  std::pmr::memory_resource* resource() { return &resource_; }

 private:
  std::size_t room_;
  void* memory_;
  std::pmr::monotonic_buffer_resource resource_;
};

/// The most bytes that a container best asks for at first when it may grow large. Where pages that are not touched take
/// no memory, much room wastes none and spares copying; elsewhere it is little.
#if defined(NCEPLAN_LARGE_PAGES)
inline constexpr std::size_t large_room = std::size_t{32} << 20;
#else
inline constexpr std::size_t large_room = std::size_t{1} << 16;
#endif
/// The same when little is expected: below what large pages are used for.
inline constexpr std::size_t small_room = std::size_t{1} << 16;

/// Lets the small allocations of a whole program lie in large pages too, as far as the C library allows it. To be
/// called at the start of main.
void use_large_pages_for_heap();

/// The same memory for vectors that grow large.
template <typename T>
struct LargePageAllocator {
  using value_type = T;

  LargePageAllocator() = default;
  template <typename U>
  LargePageAllocator(const LargePageAllocator<U>&) {}  // NOLINT(google-explicit-constructor): as allocators convert

  T* allocate(std::size_t count) { return static_cast<T*>(allocate_large(count * sizeof(T))); }
  void deallocate(T* memory, std::size_t count) noexcept { free_large(memory, count * sizeof(T)); }
  friend bool operator==(const LargePageAllocator&, const LargePageAllocator&) { return true; }
};

template <typename T>
using LargeVector = std::vector<T, LargePageAllocator<T>>;

/// An array of zeroed elements.
template <typename T>
class LargeArray {
  static_assert(std::is_trivially_destructible_v<T>);

 public:
  explicit LargeArray(std::size_t size) : size_(size), elements_(static_cast<T*>(allocate_zeroed(size * sizeof(T)))) {}
  LargeArray(LargeArray&& other) noexcept
      : size_(std::exchange(other.size_, 0)), elements_(std::exchange(other.elements_, nullptr)) {}
  LargeArray& operator=(LargeArray&& other) noexcept {
    std::swap(size_, other.size_);
    std::swap(elements_, other.elements_);
    return *this;
  }
  ~LargeArray() { free_large(elements_, size_ * sizeof(T)); }

  std::size_t size() const { return size_; }
  T& operator[](std::size_t i) { return elements_[i]; }
  const T& operator[](std::size_t i) const { return elements_[i]; }

 private:
  std::size_t size_;
  T* elements_;
};

}  // namespace nceplan
