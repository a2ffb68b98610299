// Memory for the few arrays that are large: mapped from the system, with room to grow without copying. Pages that are
// about to be filled are asked for, large ones where those come quickly; else each costs a fault when it is touched.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <type_traits>
#include <utility>
#include <vector>

// Mapped memory hides from the address sanitizer what is read or written behind an array: its builds
// define NCEPLAN_NO_MAPPED_MEMORY.
#if defined(__linux__) && !defined(NCEPLAN_NO_MAPPED_MEMORY)
#define NCEPLAN_MAPPED_MEMORY
#endif

namespace nceplan {

/// Who asks for the pages of an array: whoever makes it, or each thread for the part that it is about to write.
enum class Provision : std::uint8_t { at_once, by_parts };

/// Zeroed memory, aligned for any type. Throws std::bad_alloc.
void* allocate_zeroed(std::size_t bytes, Provision provision = Provision::at_once);
/// The same without a promise of what the memory holds. Nobody has asked for its pages.
void* allocate_large(std::size_t bytes);
/// Asks for the pages of memory that is about to be written, where there is a gain in that. It may have them already.
void provide(void* memory, std::size_t bytes);
/// Gives back memory of either; `bytes` as allocated.
void free_large(void* memory, std::size_t bytes) noexcept;

/// Memory that is given back all at once, when the arena ends. Not thread-safe.
class LargeArena final : public std::pmr::memory_resource {
 public:
  /// The first `room` bytes lie in one piece.
  explicit LargeArena(std::size_t room);
  LargeArena(const LargeArena&) = delete;
  LargeArena& operator=(const LargeArena&) = delete;
  ~LargeArena() override;

  /// Memory of `bytes` bytes. Precondition: `alignment` is a power of two, and no more than any type needs.
  void* take(std::size_t bytes, std::size_t alignment) {
    char* const begin = aligned(next_, alignment);
    if (begin > provided_ || bytes > static_cast<std::size_t>(provided_ - begin)) return take_further(bytes, alignment);
    next_ = begin + bytes;
    return begin;
  }

 private:
  struct Piece {
    char* begin;
    std::size_t size;
  };

  static char* aligned(char* at, std::size_t alignment) {
    return at + (-reinterpret_cast<std::uintptr_t>(at) & (alignment - 1));
  }
  void* take_further(std::size_t bytes, std::size_t alignment);
  void add_piece(std::size_t size);

  void* do_allocate(std::size_t bytes, std::size_t alignment) override { return take(bytes, alignment); }
  void do_deallocate(void*, std::size_t, std::size_t) override {}
  bool do_is_equal(const memory_resource& other) const noexcept override { return this == &other; }

  std::vector<Piece> pieces_;  ///< the last one is taken from
  char* next_ = nullptr;
  char* provided_ = nullptr;  ///< up to where pages were asked for
  char* end_ = nullptr;       ///< of the piece
};

/// The most bytes that a container best asks for at first when it may grow large. Where pages that are not touched take
/// no memory, much room wastes none and spares copying; elsewhere it is little.
#if defined(NCEPLAN_MAPPED_MEMORY)
inline constexpr std::size_t large_room = std::size_t{32} << 20;
#else
inline constexpr std::size_t large_room = std::size_t{1} << 16;
#endif
/// The same when little is expected: below what is mapped.
inline constexpr std::size_t small_room = std::size_t{1} << 16;

/// Lets the small allocations of a whole program lie in large pages, as far as the C library allows it: for runs on
/// small exports, which touch some hundred pages of the heap. To be called at the start of main.
void prepare_heap();

/// For vectors that grow large.
template <typename T>
struct LargeAllocator {
  using value_type = T;

  LargeAllocator() = default;
  template <typename U>
  LargeAllocator(const LargeAllocator<U>&) {}  // NOLINT(google-explicit-constructor): as allocators convert

  T* allocate(std::size_t count) { return static_cast<T*>(allocate_large(count * sizeof(T))); }
  void deallocate(T* memory, std::size_t count) noexcept { free_large(memory, count * sizeof(T)); }
  friend bool operator==(const LargeAllocator&, const LargeAllocator&) { return true; }
};

template <typename T>
using LargeVector = std::vector<T, LargeAllocator<T>>;

/// An array of zeroed elements.
template <typename T>
class LargeArray {
  static_assert(std::is_trivially_destructible_v<T>);

 public:
  explicit LargeArray(std::size_t size = 0, Provision provision = Provision::at_once)
      : size_(size), elements_(static_cast<T*>(allocate_zeroed(size * sizeof(T), provision))) {}
  LargeArray(LargeArray&& other) noexcept
      : size_(std::exchange(other.size_, 0)), elements_(std::exchange(other.elements_, nullptr)) {}
  LargeArray& operator=(LargeArray&& other) noexcept {
    std::swap(size_, other.size_);
    std::swap(elements_, other.elements_);
    return *this;
  }
  ~LargeArray() { free_large(elements_, size_ * sizeof(T)); }

  /// Asks for the pages of the elements [first, last), which are about to be written.
  void provide_part(std::size_t first, std::size_t last) { provide(elements_ + first, (last - first) * sizeof(T)); }

  std::size_t size() const { return size_; }
  const T* begin() const { return elements_; }
  const T* end() const { return elements_ + size_; }
  T& operator[](std::size_t i) { return elements_[i]; }
  const T& operator[](std::size_t i) const { return elements_[i]; }

 private:
  std::size_t size_;
  T* elements_;
};

}  // namespace nceplan
