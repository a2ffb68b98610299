// Memory for the few very large arrays of a run.
#pragma once

#include <cstddef>
#include <vector>

namespace nceplan {

/// `size` bytes; large requests come in huge pages where the system has them, which saves a page fault per 4 KB.
/// Throws std::bad_alloc.
void* allocate_large(std::size_t size);
void deallocate_large(void* memory, std::size_t size) noexcept;

/// Standard allocator over these two.
template <typename Value>
struct LargeAllocator {
  using value_type = Value;

  LargeAllocator() = default;
  template <typename Other>
  LargeAllocator(const LargeAllocator<Other>&) {}  // NOLINT(google-explicit-constructor): as the standard asks

  Value* allocate(std::size_t count) { return static_cast<Value*>(allocate_large(count * sizeof(Value))); }
  void deallocate(Value* values, std::size_t count) noexcept { deallocate_large(values, count * sizeof(Value)); }

  friend bool operator==(const LargeAllocator&, const LargeAllocator&) { return true; }
};

template <typename Value>
using LargeVector = std::vector<Value, LargeAllocator<Value>>;

}  // namespace nceplan
