// Places in a JSON document, as RFC 6901 writes them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace nceplan {

/// Pointer of the member `key` of the object at `parent`; `~` and `/` of the key are escaped (section 3).
inline std::string child_pointer(std::string_view parent, std::string_view key) {
  std::string pointer;
  pointer.reserve(parent.size() + 1 + key.size());
  pointer += parent;
  pointer += '/';
  for (const char c : key) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
  return pointer;
}

/// Pointer of the element `index`, counted from 0, of the array at `parent`.
inline std::string child_pointer(std::string_view parent, std::size_t index) {
  return child_pointer(parent, std::to_string(index));
}

}  // namespace nceplan
