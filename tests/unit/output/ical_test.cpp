#include <algorithm>

#include "nceplan/base/text.hpp"
#include "output/calendar/ical.hpp"
#include "support/catch.hpp"

using namespace nceplan;

namespace {

/// A folded line as a reader unfolds it, without its end.
std::string unfolded(std::string line) {
  for (std::size_t fold = line.find("\r\n "); fold != std::string::npos; fold = line.find("\r\n ")) {
    line.erase(fold, 3);
  }
  return line.substr(0, line.size() - 2);
}

std::size_t longest_line(const std::string& folded) {
  std::size_t longest = 0;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = folded.find("\r\n", at);
    longest = std::max(longest, end - at);
    at = end + 2;
  }
  return longest;
}

}  // namespace

TEST_CASE("Texts of a calendar are escaped as RFC 5545 wants it") {
  CHECK(ical_text("a, b; c\\d") == "a\\, b\\; c\\\\d");
  CHECK(ical_text("one\ntwo\n") == "one\\ntwo\\n");
  CHECK(ical_text("colon: \"quoted\" 10% <b>") == "colon: \"quoted\" 10% <b>");
  CHECK(ical_text("Müller 日本 🎉") == "Müller 日本 🎉");
}

TEST_CASE("What a calendar must not contain becomes a visible escape") {
  CHECK(ical_text("bell\a") == "bell\\\\x07");
  CHECK(ical_text("one\r\nEND:VEVENT") == "one\\\\r\\nEND:VEVENT");
  CHECK(ical_text(std::string_view("nul\0!", 5)) == "nul\\\\x00!");
  CHECK(ical_text("\x1b[31m \xff \xe2\x80\xae") == "\\\\x1b[31m \\\\xff \\\\u202e");
}

TEST_CASE("Dates of a calendar have no hyphens") {
  CHECK(ical_date(*parse_iso_date("2024-02-29")) == "20240229");
  CHECK(ical_date(*parse_iso_date("0001-01-01")) == "00010101");
}

TEST_CASE("Lines of up to 75 octets stay whole, longer ones are folded") {
  CHECK(ical_line("") == "\r\n");
  CHECK(ical_line(std::string(75, 'x')) == std::string(75, 'x') + "\r\n");
  CHECK(ical_line(std::string(76, 'x')) == std::string(75, 'x') + "\r\n x\r\n");
  CHECK(ical_line(std::string(75 + 74 + 1, 'x')) ==
        std::string(75, 'x') + "\r\n " + std::string(74, 'x') + "\r\n x\r\n");
}

TEST_CASE("A fold never splits a character, wherever it falls") {
  for (const std::string_view character : {"ü", "日", "🎉"}) {
    for (std::size_t before = 0; before < 80; ++before) {
      std::string line(before, 'x');
      for (int i = 0; i < 60; ++i) line += character;
      const std::string folded = ical_line(line);
      INFO(before << " " << character);
      CHECK(longest_line(folded) <= 75);
      CHECK(is_valid_utf8(folded));
      CHECK(folded.find("\r\n \r\n") == std::string::npos);
      CHECK(unfolded(folded) == line);
      for (std::size_t at = folded.find("\r\n "); at != std::string::npos; at = folded.find("\r\n ", at + 1)) {
        if (at + 3 < folded.size()) CHECK((static_cast<unsigned char>(folded[at + 3]) & 0xC0U) != 0x80U);
      }
    }
  }
}
