// What workbooks hold beside cells; tests/workbook reads whole ones.
#include "input/workbook/workbook_parts.hpp"
#include "support/catch.hpp"

using namespace nceplan;

TEST_CASE("number formats that show a date are told from those that do not") {
  for (const char* code : {"dd.mm.yyyy", "yyyy-mm-dd", "m/d/yy h:mm", "[$-407]d. mmmm yyyy", "h:mm:ss", "[h]:mm",
                           "[ss]", "DD/MM/YYYY;@", "\"am \"d"}) {
    INFO(code);
    CHECK(is_date_format(code));
  }
  for (const char* code : {"General", "Standard", "0.00", "#,##0", "0%", "@", "0.00E+00", "\"days\" 0", "0 \\d",
                           "[Red]0", "#,##0 [$USD]", "0_d", "*d0", "0;d", "\"", "[", ""}) {
    INFO(code);
    CHECK_FALSE(is_date_format(code));
  }
}

TEST_CASE("escaped characters are read as what they stand for, and anything else stays") {
  CHECK(without_escapes("a_x000D_b") == "a\rb");
  CHECK(without_escapes("_x005F_x0041_") == "_x0041_");
  CHECK(without_escapes("_x20AC_") == "€");
  for (const std::string text : {"", "_x", "_x12", "_xZZZZ_", "_x0041", "_xD800_", "_x0000_", "x0041_"}) {
    CHECK(without_escapes(text) == text);
  }
}
