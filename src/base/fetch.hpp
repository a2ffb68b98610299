// Asking the memory for what is about to be read, so that reads do not wait for one another.
#pragma once

#include <cstddef>
#include <cstdint>

// A macro, because gcc drops calls of a function that does nothing but prefetch. Any address will do.
#if defined(__GNUC__)
#define NCEPLAN_FETCH(address) __builtin_prefetch(address)
#else
#define NCEPLAN_FETCH(address) static_cast<void>(address)
#endif

namespace nceplan {

/// Fetches what stands `count` elements behind `element`, if anything does: it may be the last of its array.
template <typename T>
inline void fetch_ahead(const T& element, std::size_t count) {
  const auto address = reinterpret_cast<std::uintptr_t>(&element) + count * sizeof(T);
  NCEPLAN_FETCH(reinterpret_cast<const void*>(address));
}

}  // namespace nceplan
