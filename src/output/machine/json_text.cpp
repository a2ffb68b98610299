#include "json_text.hpp"

#include <simdjson.h>
#include <utf8.h>

#include <iterator>
#include <string>

#include "output/buffer.hpp"
#include "output/byte_scan.hpp"

namespace nceplan {
namespace {

char* put_escaped(char* out, char c) {
  constexpr char digits[] = "0123456789abcdef";
  switch (c) {
    case '"':
      return put(out, "\\\"");
    case '\\':
      return put(out, "\\\\");
    case '\n':
      return put(out, "\\n");
    case '\r':
      return put(out, "\\r");
    case '\t':
      return put(out, "\\t");
    default:
      break;
  }
  if (static_cast<unsigned char>(c) >= 0x20) return put(out, c);
  out = put(out, "\\u00");
  out = put(out, digits[c >> 4]);
  return put(out, digits[c & 0x0f]);
}

char* put_content(char* out, std::string_view text, bool special) {
  if (!special) return put(out, text);
  for (const char c : text) out = put_escaped(out, c);
  return out;
}

}  // namespace

char* put_json_string(char* out, std::string_view text) {
  constexpr unsigned char first_printable = 0x20;
  const bool special = scan_bytes(text, [](ByteWord word) {
                         return bytes_below(word, first_printable) | bytes_equal(word, '"') | bytes_equal(word, '\\');
                       }) != 0;
  const bool ascii = scan_bytes(text, [](ByteWord word) { return word & high_bits; }) == 0;
  out = put(out, '"');
  if (ascii || simdjson::validate_utf8(text.data(), text.size())) {
    out = put_content(out, text, special);
  } else {
    std::string valid;
    utf8::replace_invalid(text.begin(), text.end(), std::back_inserter(valid));
    out = put_content(out, valid, special);
  }
  return put(out, '"');
}

}  // namespace nceplan
