#include "nceplan/input/encoding.hpp"

#include "support/catch.hpp"

using namespace nceplan;

namespace {

std::string utf16(std::u16string_view text, bool little_endian, bool mark) {
  std::string bytes;
  const auto put = [&](char16_t unit) {
    const char low = static_cast<char>(unit & 0xff);
    const char high = static_cast<char>(unit >> 8);
    bytes += little_endian ? low : high;
    bytes += little_endian ? high : low;
  };
  if (mark) put(0xfeff);
  for (const char16_t unit : text) put(unit);
  return bytes;
}

}  // namespace

TEST_CASE("encodings are recognised with and without byte order mark") {
  CHECK(detect_encoding("\xef\xbb\xbf"
                        "a,b") == Encoding::utf8_bom);
  CHECK(detect_encoding("a,b\n") == Encoding::utf8);
  CHECK(detect_encoding("M\xc3\xbcller") == Encoding::utf8);
  CHECK(detect_encoding("M\xfcller") == Encoding::windows_1252);
  CHECK(detect_encoding(utf16(u"Kunde;Müller\n", true, true)) == Encoding::utf16le);
  CHECK(detect_encoding(utf16(u"Kunde;Müller\n", false, true)) == Encoding::utf16be);
  CHECK(detect_encoding(utf16(u"Kunde;Müller\n", true, false)) == Encoding::utf16le);
  CHECK(detect_encoding(utf16(u"Kunde;Müller\n", false, false)) == Encoding::utf16be);
}

TEST_CASE("a letter in UTF-8 makes the file UTF-8, whatever else it holds") {
  CHECK(detect_encoding("M\xc3\xbcller,Gr\xf6\xdf"
                        "e\n") == Encoding::utf8);
  CHECK(detect_encoding("S\xc3O PAULO,\xc3\n") == Encoding::windows_1252);
}

TEST_CASE("half a character at the end of UTF-16 is not passed over in silence") {
  const std::string bytes = utf16(u"57", true, true);
  CHECK(decode_text(bytes.substr(0, bytes.size() - 1)) == "5\xef\xbf\xbd");
}

TEST_CASE("a character cut by the end of the sample does not change the encoding") {
  const std::string text = "M\xc3\xbcller \xf0\x9f\xa5\xa8";
  for (std::size_t size = 1; size <= text.size(); ++size) {
    CAPTURE(size);
    CHECK(detect_encoding(std::string_view(text).substr(0, size)) == Encoding::utf8);
  }
}

TEST_CASE("every encoding gives the same text") {
  const std::string expected = "Müller – 5 €";
  CHECK(to_utf8("M\xfcller \x96 5 \x80", Encoding::windows_1252) == expected);
  for (const bool mark : {true, false}) {
    CHECK(to_utf8(utf16(u"Müller – 5 €", true, mark), Encoding::utf16le) == expected);
    CHECK(to_utf8(utf16(u"Müller – 5 €", false, mark), Encoding::utf16be) == expected);
  }
  CHECK(to_utf8("\xef\xbb\xbf" + expected, Encoding::utf8_bom) == expected);
  CHECK(to_utf8(utf16(u"🥨", true, false), Encoding::utf16le) == "🥨");
}

TEST_CASE("broken input is replaced, never passed on") {
  const std::string lone = utf16(std::u16string(1, char16_t{0xd800}) + u"a", true, false);
  CHECK(to_utf8(lone, Encoding::utf16le) ==
        "\xef\xbf\xbd"
        "a");
  CHECK(to_utf8("M\xfcller", Encoding::utf8) == "Müller");
}

TEST_CASE("binary data is not text") {
  CHECK(
      looks_binary(std::string("\x7f"
                               "ELF\x01\x00\x02",
                               7)));
  CHECK(looks_binary("\x01\x02\x03\x04"));
  CHECK_FALSE(looks_binary("Kunde;Produkt\r\n"));
  CHECK_FALSE(looks_binary(utf16(u"Kunde;Produkt\r\n", true, true)));
  CHECK_FALSE(looks_binary("M\xfcller;1"));
}
