// A growing run of bytes that writers fill through a raw pointer: one check per row instead of one per cell.
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>

#include "base/short_text.hpp"

namespace nceplan {

class Buffer {
 public:
  std::string_view view() const { return {bytes_.get(), size_}; }
  void clear() { size_ = 0; }

  /// Where the next byte goes; valid until `room` moves it.
  char* end() { return bytes_.get() + size_; }
  /// `at` or, after growing, its new place: behind it at least `size` bytes can be written. Everything before `at` is
  /// kept.
  char* room(char* at, std::size_t size) {
    return static_cast<std::size_t>(bytes_.get() + capacity_ - at) >= size ? at : grow(at, size);
  }
  /// Ends the run at `at`.
  void end_at(char* at) { size_ = static_cast<std::size_t>(at - bytes_.get()); }

 private:
  char* grow(char* at, std::size_t size) {
    const auto used = static_cast<std::size_t>(at - bytes_.get());
    constexpr std::size_t first_capacity = std::size_t{1} << 16;
    const std::size_t wanted = used + size + (capacity_ < first_capacity ? first_capacity : capacity_);
    auto wider = std::make_unique_for_overwrite<char[]>(wanted);
    if (used != 0) std::memcpy(wider.get(), bytes_.get(), used);
    bytes_ = std::move(wider);
    capacity_ = wanted;
    return bytes_.get() + used;
  }

  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

/// Copies `text` to `out` and returns the end. The caller has made room.
inline char* put(char* out, std::string_view text) { return copy_text(out, text); }

inline char* put(char* out, char c) {
  *out = c;
  return out + 1;
}

}  // namespace nceplan
