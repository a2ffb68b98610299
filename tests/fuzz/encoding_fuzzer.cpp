// Any bytes in any encoding: the text is UTF-8 without byte order mark, and detection does not depend on the end of the
// sample.
#include <algorithm>
#include <string>

#include "fuzz/fuzz_support.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/input/encoding.hpp"

using namespace nceplan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const Encoding detected = detect_encoding(bytes);
  fuzz::require(byte_order_mark(bytes, detected) <= std::min<std::size_t>(size, 3), "a mark has at most three bytes");
  static_cast<void>(looks_binary(bytes));
  for (const Encoding encoding :
       {Encoding::utf8, Encoding::utf8_bom, Encoding::utf16le, Encoding::utf16be, Encoding::windows_1252}) {
    fuzz::require(is_valid_utf8(to_utf8(bytes, encoding)), "any encoding becomes UTF-8");
  }
  const std::string text = decode_text(bytes);
  fuzz::require(is_valid_utf8(text) && is_valid_utf8(escape_controls(text)) && is_valid_utf8(fold(text)),
                "text stays UTF-8");
  fuzz::require(display_width(elide(text, 20)) <= 20, "a shortened text fits");
  return 0;
}
