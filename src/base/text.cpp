#include "nceplan/base/text.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <memory>
#include <numeric>
#include <utility>

#include "short_text.hpp"

namespace nceplan {
namespace {

constexpr std::string_view no_break_space = "\xc2\xa0";

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

struct CodePoint {
  utf8proc_int32_t value;  ///< negative for an invalid byte
  std::size_t bytes;
};

CodePoint next_code_point(std::string_view text) {
  utf8proc_int32_t value = -1;
  const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &value);
  if (read <= 0) return {-1, 1};
  return {value, static_cast<std::size_t>(read)};
}

/// How many printable ASCII characters the text begins with: they are as wide as they are many, and need no escape.
std::size_t plain_beginning(std::string_view text) {
  const auto end = std::find_if(text.begin(), text.end(), [](char c) { return c < ' ' || c > '~'; });
  return static_cast<std::size_t>(end - text.begin());
}

std::size_t width_of(utf8proc_int32_t code_point) {
  return code_point < 0 ? 1 : static_cast<std::size_t>(std::max(0, utf8proc_charwidth(code_point)));
}

bool is_bidi_control(utf8proc_int32_t c) {
  return c == 0x200e || c == 0x200f || c == 0x061c || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

bool needs_escape(utf8proc_int32_t c) {
  return c < 0x20 || (c >= 0x7f && c <= 0x9f) || is_bidi_control(c) || c == 0x2028 || c == 0x2029 || c == 0xfeff;
}

std::string escaped(CodePoint c, std::string_view bytes) {
  if (c.value == '\n') return "\\n";
  if (c.value == '\t') return "\\t";
  if (c.value == '\r') return "\\r";
  if (c.value < 0) return fmt::format("\\x{:02x}", static_cast<unsigned char>(bytes.front()));
  if (c.value < 0x100) return fmt::format("\\x{:02x}", c.value);
  return fmt::format("\\u{:04x}", c.value);
}

/// Insertions, deletions, replacements and exchanges of neighbours that lead from one text to the other.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1);  // the row above the last one
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  const auto same = [&](std::size_t i, std::size_t j) { return to_lower_ascii(a[i]) == to_lower_ascii(b[j]); };
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before.swap(last);
    last.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j - 1] + (same(i - 1, j - 1) ? 0 : 1), last[j] + 1, row[j - 1] + 1});
      const bool exchanged = i > 1 && j > 1 && same(i - 1, j - 2) && same(i - 2, j - 1);
      if (exchanged) row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return row.back();
}

}  // namespace

std::string_view trim(std::string_view text) {
  const auto is_graphic = [](char c) { return c > ' ' && c < '\x7f'; };
  if (text.empty() || (is_graphic(text.front()) && is_graphic(text.back()))) return text;  // as nearly every text
  for (;;) {
    const std::size_t before = text.size();
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    if (text.substr(0, 2) == no_break_space) text.remove_prefix(2);
    if (text.size() >= 2 && text.substr(text.size() - 2) == no_break_space) text.remove_suffix(2);
    if (text.size() == before) return text;
  }
}

std::string to_lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = to_lower_ascii(c);
  return lower;
}

bool equals_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return to_lower_ascii(x) == to_lower_ascii(y); });
}

std::string fold(std::string_view text) {
  text = trim(text);
  if (is_ascii(text)) return to_lower_ascii(text);  // folding is lower case there, and composing nothing
  utf8proc_uint8_t* folded = nullptr;
  constexpr auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &folded, options);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(folded, &std::free);
  if (size < 0) return to_lower_ascii(text);
  return {reinterpret_cast<const char*>(folded), static_cast<std::size_t>(size)};
}

bool is_valid_utf8(std::string_view text) {
  while (!text.empty()) {
    if (static_cast<unsigned char>(text.front()) < 0x80) {
      text.remove_prefix(1);
      continue;
    }
    const CodePoint c = next_code_point(text);
    if (c.value < 0) return false;
    text.remove_prefix(c.bytes);
  }
  return true;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (;;) {
    const std::size_t plain = plain_beginning(text);
    width += plain;
    text.remove_prefix(plain);
    if (text.empty()) return width;
    const CodePoint c = next_code_point(text);
    width += width_of(c.value);
    text.remove_prefix(c.bytes);
  }
}

std::string elide(std::string_view text, std::size_t columns) {
  if (display_width(text) <= columns) return std::string(text);
  if (columns == 0) return {};
  std::size_t width = 0;
  std::size_t kept = 0;
  while (kept < text.size()) {
    const CodePoint c = next_code_point(text.substr(kept));
    if (width + width_of(c.value) > columns - 1) break;
    width += width_of(c.value);
    kept += c.bytes;
  }
  return std::string(text.substr(0, kept)) + "…";
}

std::string escape_controls(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  for (;;) {
    const std::size_t plain = plain_beginning(text);
    safe += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) return safe;
    const CodePoint c = next_code_point(text);
    if (needs_escape(c.value)) {
      safe += escaped(c, text);
    } else {
      safe += text.substr(0, c.bytes);
    }
    text.remove_prefix(c.bytes);
  }
}

std::string column_letters(std::uint32_t column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  }
  return letters;
}

std::string shell_word(std::string_view text) {
#ifdef _WIN32
  constexpr std::string_view harmless = "_./:=@+,-\\";
  constexpr std::string_view special_in_quotes = "$`\"";
#else
  constexpr std::string_view harmless = "_./:=@+,-";
  constexpr std::string_view special_in_quotes = "$`\"\\!";
#endif
  const auto is_harmless = [&](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalnum(byte) != 0 || harmless.find(c) != std::string_view::npos;
  };
  if (!text.empty() && std::all_of(text.begin(), text.end(), is_harmless)) return std::string(text);
  if (text.find_first_of(special_in_quotes) == std::string_view::npos) return fmt::format("\"{}\"", text);
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + '\'';
}

std::string_view nearest(std::string_view text, std::span<const std::string_view> candidates) {
  std::string_view best;
  std::size_t best_distance = std::max<std::size_t>(1, text.size() / 3) + 1;
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = edit_distance(text, candidate);
    if (distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  if (trim(text).empty()) return pieces;
  for (;;) {
    const std::size_t end = text.find(separator);
    pieces.push_back(trim(text.substr(0, end)));
    if (end == std::string_view::npos) return pieces;
    text.remove_prefix(end + 1);
  }
}

bool matches_glob(std::string_view text, std::string_view pattern) {
  std::size_t t = 0;
  std::size_t p = 0;
  std::size_t star = std::string_view::npos;
  std::size_t resume = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      resume = t;
    } else if (p < pattern.size() && (pattern[p] == '?' || to_lower_ascii(pattern[p]) == to_lower_ascii(text[t]))) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

}  // namespace nceplan
