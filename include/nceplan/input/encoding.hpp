// Encodings that exports come in, and their way to UTF-8.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "nceplan/model/portfolio.hpp"

namespace nceplan {

/// Guesses from a byte order mark, the zero bytes of UTF-16, and whether the sample is valid UTF-8 or at least has a
/// western letter in it; else Windows-1252. `sample` is the start of the file and may end within a character.
Encoding detect_encoding(std::string_view sample);

/// True when `sample` cannot be text in any of our encodings.
bool looks_binary(std::string_view sample);

/// Bytes of the byte order mark that `bytes` starts with in that encoding, 0 to 3.
std::size_t byte_order_mark(std::string_view bytes, Encoding encoding);

/// UTF-8 without byte order mark. Bytes that are invalid in `encoding` become U+FFFD, or in UTF-8 are read as
/// Windows-1252.
std::string to_utf8(std::string_view bytes, Encoding encoding);

/// The text with each byte that is not UTF-8 read as Windows-1252, and the rest as it is.
std::string repaired_utf8(std::string_view text);

/// The text of `bytes` in UTF-8, in the requested or else the detected encoding.
std::string decode_text(std::string_view bytes, std::optional<Encoding> requested = std::nullopt);

}  // namespace nceplan
