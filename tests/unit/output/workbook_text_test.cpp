#include "output/workbook/workbook_text.hpp"

#include "support/catch.hpp"

using namespace nceplan;

TEST_CASE("a workbook gets only what XML can hold") {
  CHECK(workbook_text("Größe 😀\tx\ny") == "Größe 😀\tx\ny");
  CHECK(workbook_text(std::string("a\0b\x1f\rc", 6)) == "a\uFFFDb\uFFFD\uFFFDc");
  CHECK(workbook_text("\xef\xbf\xbe\xef\xbf\xbf") == "\uFFFD\uFFFD");
  CHECK(workbook_text("\xff") == "\uFFFD");
  CHECK(workbook_text("_x0041_ _x41_") == "_x005F_x0041_ _x41_");
}

TEST_CASE("a text ends where Excel's limit of 32767 UTF-16 units is") {
  const std::string longest(32767, 'x');
  CHECK(workbook_text(longest) == longest);
  CHECK(workbook_text(longest + 'x') == std::string(32766, 'x') + "…");
  std::string emoji;
  for (int i = 0; i < 16384; ++i) emoji += "😀";
  const std::string cut = workbook_text(emoji);
  CHECK(cut == emoji.substr(0, 16383 * std::string("😀").size()) + "…");
}

TEST_CASE("headings of a table differ without regard to case") {
  std::vector<SheetColumn> columns = {{"Term"}, {"term"}, {"Term 2"}, {"Seats"}};
  make_headings_unique(columns);
  CHECK(columns[0].heading == "Term");
  CHECK(columns[1].heading == "term 2");
  CHECK(columns[2].heading == "Term 2 2");
  CHECK(columns[3].heading == "Seats");
}
