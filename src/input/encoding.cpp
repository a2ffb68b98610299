// Windows-1252 follows the WHATWG Encoding Standard: the five unassigned bytes map to the C1 controls.
#include "nceplan/input/encoding.hpp"

#include <simdjson.h>
#include <utf8.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "nceplan/base/text.hpp"

namespace nceplan {
namespace {

constexpr char32_t replacement = 0xfffd;

// 0x80..0x9f; all other bytes are the code point of the same number.
constexpr std::array<char16_t, 32> windows_1252_high = {0x20ac, 0x81,   0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                                        0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d,   0x017d, 0x8f,
                                                        0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                                        0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,   0x017e, 0x0178};

bool starts_with(std::string_view bytes, std::string_view prefix) { return bytes.substr(0, prefix.size()) == prefix; }

/// Without the bytes of a character that the end of the sample cuts.
std::string_view whole_characters(std::string_view sample) {
  for (std::size_t back = 1; back <= 3 && back <= sample.size(); ++back) {
    const auto byte = static_cast<unsigned char>(sample[sample.size() - back]);
    if (byte < 0x80) return sample;
    const std::size_t length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 0;
    if (length > back) return sample.substr(0, sample.size() - back);
    if (length != 0) return sample;
  }
  return sample;
}

/// A letter such as ä, é or ß in UTF-8. Windows-1252 has Ã and a sign there, which no text has.
bool has_utf8_letter(std::string_view sample) {
  for (std::size_t at = 0; (at = sample.find('\xc3', at)) < sample.size(); ++at) {
    if (at + 1 < sample.size() && (static_cast<unsigned char>(sample[at + 1]) & 0xc0U) == 0x80) return true;
  }
  return false;
}

/// Share of zero bytes at even and odd places: Latin text in UTF-16 has one at every other place.
struct ZeroBytes {
  std::size_t even = 0;
  std::size_t odd = 0;
};

ZeroBytes count_zero_bytes(std::string_view sample) {
  ZeroBytes zeros;
  if (sample.find('\0') == std::string_view::npos) return zeros;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    if (sample[i] == '\0') ++(i % 2 == 0 ? zeros.even : zeros.odd);
  }
  return zeros;
}

std::string from_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const char32_t point = byte >= 0x80 && byte < 0xa0 ? windows_1252_high[byte - 0x80U] : byte;
    utf8::append(point, std::back_inserter(text));
  }
  return text;
}

std::string from_utf16(std::string_view bytes, bool little_endian) {
  std::u16string units;
  units.reserve(bytes.size() / 2);
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    units += static_cast<char16_t>(little_endian ? first | second << 8 : second | first << 8);
  }
  if (bytes.size() % 2 != 0) units += replacement;  // cut off within a character
  std::string text;
  text.reserve(units.size());
  for (std::size_t i = 0; i < units.size(); ++i) {
    const char16_t unit = units[i];
    const bool pair = unit >= 0xd800 && unit < 0xdc00 && i + 1 < units.size() && (units[i + 1] & 0xfc00) == 0xdc00;
    const bool lone = !pair && (unit & 0xf800) == 0xd800;
    char32_t point = lone ? replacement : unit;
    if (pair) point = 0x10000 + ((unit & 0x3ffU) << 10) + (units[++i] & 0x3ffU);
    utf8::append(point, std::back_inserter(text));
  }
  return text;
}

}  // namespace

Encoding detect_encoding(std::string_view sample) {
  if (starts_with(sample, "\xef\xbb\xbf")) return Encoding::utf8_bom;
  if (starts_with(sample, "\xff\xfe")) return Encoding::utf16le;
  if (starts_with(sample, "\xfe\xff")) return Encoding::utf16be;
  const ZeroBytes zeros = count_zero_bytes(sample);
  const std::size_t many = sample.size() / 4 + 1;
  if (zeros.odd >= many && zeros.even < many / 4 + 1) return Encoding::utf16le;
  if (zeros.even >= many && zeros.odd < many / 4 + 1) return Encoding::utf16be;
  const std::string_view whole = whole_characters(sample);
  const bool utf8 = simdjson::validate_utf8(whole.data(), whole.size()) || has_utf8_letter(whole);
  return utf8 ? Encoding::utf8 : Encoding::windows_1252;
}

bool looks_binary(std::string_view sample) {
  const Encoding encoding = detect_encoding(sample);
  if (encoding == Encoding::utf16le || encoding == Encoding::utf16be) return false;
  std::uint32_t controls = 0;  // in a plain loop, of which compilers take 16 bytes at a time
  for (const char c : sample) {
    const bool in_text = c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0x1b;
    controls += static_cast<unsigned char>(c) < 0x20 && !in_text ? 1 : 0;
  }
  return sample.find('\0') != std::string_view::npos || std::size_t{50} * controls > sample.size();
}

std::size_t byte_order_mark(std::string_view bytes, Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8:
    case Encoding::utf8_bom:
      return starts_with(bytes, "\xef\xbb\xbf") ? 3 : 0;
    case Encoding::utf16le:
      return starts_with(bytes, "\xff\xfe") ? 2 : 0;
    case Encoding::utf16be:
      return starts_with(bytes, "\xfe\xff") ? 2 : 0;
    case Encoding::windows_1252:
      break;
  }
  return 0;
}

std::string to_utf8(std::string_view bytes, Encoding encoding) {
  bytes.remove_prefix(byte_order_mark(bytes, encoding));
  switch (encoding) {
    case Encoding::utf16le:
      return from_utf16(bytes, true);
    case Encoding::utf16be:
      return from_utf16(bytes, false);
    case Encoding::windows_1252:
      return from_windows_1252(bytes);
    case Encoding::utf8:
    case Encoding::utf8_bom:
      break;
  }
  return simdjson::validate_utf8(bytes.data(), bytes.size()) ? std::string(bytes) : from_windows_1252(bytes);
}

std::string repaired_utf8(std::string_view text) {
  std::string repaired;
  for (;;) {
    const auto* const invalid = utf8::find_invalid(text.begin(), text.end());
    const auto valid = static_cast<std::size_t>(invalid - text.begin());
    repaired += text.substr(0, valid);
    if (valid == text.size()) return repaired;
    repaired += from_windows_1252(text.substr(valid, 1));
    text.remove_prefix(valid + 1);
  }
}

std::string decode_text(std::string_view bytes, std::optional<Encoding> requested) {
  return to_utf8(bytes, requested ? *requested : detect_encoding(bytes));
}

}  // namespace nceplan
