// Text helpers over UTF-8. Anything that needs Unicode tables goes through utf8proc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nceplan {

/// Without leading and trailing ASCII white space and no-break spaces (U+00A0).
std::string_view trim(std::string_view text);

constexpr char to_lower_ascii(char c) {
  const bool is_upper = static_cast<unsigned char>(c - 'A') < 26;  // one comparison: compilers take texts 16 at a time
  return is_upper ? static_cast<char>(c + ('a' - 'A')) : c;
}
std::string to_lower_ascii(std::string_view text);

/// Equal but for the case of ASCII letters.
bool equals_ignoring_case(std::string_view a, std::string_view b);

/// Trimmed, NFC and case-folded: two names are "the same name" (R2) when their folded forms are equal bytes.
/// Invalid UTF-8 is folded byte by byte as ASCII.
std::string fold(std::string_view text);

bool is_valid_utf8(std::string_view text);

/// Columns a terminal needs: wide East Asian characters and emoji take two, combining marks none.
std::size_t display_width(std::string_view text);

/// The longest prefix of whole characters that fits `columns`, ending in an ellipsis when something was cut.
std::string elide(std::string_view text, std::size_t columns);

/// For terminals and logs: control characters, ANSI introducers, bidirectional overrides and invalid bytes become
/// visible escapes (`\x1b`, `\u202e`); a line break becomes `\n`. Nothing else is changed.
std::string escape_controls(std::string_view text);

/// `text` as one word of a command line to copy: quoted if it needs to be, so that no shell takes any of it for
/// something else. Double quotes, which all shells know, where they do; single ones as POSIX has them otherwise.
std::string shell_word(std::string_view text);

/// Excel's name of a column, from 1: A, B, ... Z, AA.
std::string column_letters(std::uint32_t column);

/// The candidate nearest to `text` by edit distance, ignoring ASCII case, or empty when none is near enough
/// (more than a third of the length, at least one edit, away).
std::string_view nearest(std::string_view text, std::span<const std::string_view> candidates);

/// `text` cut at every `separator`, pieces trimmed; an empty text has no pieces.
std::vector<std::string_view> split(std::string_view text, char separator);

/// True when `text` matches `pattern`, where `*` is any run and `?` any one character; ASCII case is ignored.
bool matches_glob(std::string_view text, std::string_view pattern);

}  // namespace nceplan
