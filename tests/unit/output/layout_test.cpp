#include "output/human/layout.hpp"

#include "support/catch.hpp"

using namespace nceplan;
using Lines = std::vector<std::string>;

TEST_CASE("Text wraps at spaces by display width, and words are never cut") {
  CHECK(wrap("adjust term or seats, 1 day left", 21) == Lines{"adjust term or seats,", "1 day left"});
  CHECK(wrap("adjust term or seats,", 20) == Lines{"adjust term or", "seats,"});
  CHECK(wrap("日本株式会社 Müller", 12) == Lines{"日本株式会社", "Müller"});
  CHECK(wrap("a verylongwordindeed b", 6) == Lines{"a", "verylongwordindeed", "b"});
  CHECK(wrap("never wrapped at all", 0) == Lines{"never wrapped at all"});
  CHECK(wrap("Exchange Online (Plan 1)", 22) == Lines{"Exchange Online", "(Plan 1)"});
  CHECK(wrap("E1 (Nonprofit Staff Pricing)", 20) == Lines{"E1 (Nonprofit Staff", "Pricing)"});
  CHECK(wrap("a (b c d", 3) == Lines{"a", "(b", "c d"});
  CHECK(wrap("", 10) == Lines{""});
}

TEST_CASE("Padding counts columns, not bytes") {
  CHECK(pad_right("ü", 3) == "ü  ");
  CHECK(pad_left("12", 4) == "  12");
  CHECK(pad_right("日本", 5) == "日本 ");
  CHECK(pad_left("12345", 4) == "12345");
}

TEST_CASE("Further lines hang below the first") {
  CHECK(indented("  fix  ", "one two three four five six", 27) == "  fix  one two three four\n       five six\n");
  CHECK(indented("  ", "one two", 0) == "  one two\n");
}
