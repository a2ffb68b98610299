// Strings in JSON (RFC 8259, section 7).
#pragma once

#include <cstddef>
#include <string_view>

namespace nceplan {

/// Room that `put_json_string` needs for a text of `size` bytes: every one as `\u00xx`, and the quotes.
constexpr std::size_t json_string_room(std::size_t size) { return 6 * size + 2; }

/// Writes `text` quoted and escaped and returns the end. Bytes that are not UTF-8 become U+FFFD. The caller has made
/// room.
char* put_json_string(char* out, std::string_view text);

}  // namespace nceplan
