#include "output/machine/delimited_line.hpp"

#include <vector>

#include "support/catch.hpp"

using namespace nceplan;

TEST_CASE("a field is quoted where a reader would take it for something else", "[delimited_line]") {
  struct Case {
    std::string text;
    std::string written;
  };
  const std::vector<Case> cases = {
      {"", ""},
      {"Muster AG", "Muster AG"},
      {"Muster, AG", "\"Muster, AG\""},
      {"a;b", "a;b"},
      {"12\" rack", "\"12\"\" rack\""},
      {"\"", "\"\"\"\""},
      {" a", "\" a\""},
      {"a ", "\"a \""},
      {"a\tb", "\"a\tb\""},
      {"a\nb", "\"a\nb\""},
      {"a\rb", "\"a\rb\""},
  };
  for (const Case& c : cases) {
    DelimitedLine line(',');
    line.add(c.text);
    line.add("x");
    CHECK(line.take() == c.written + ",x\n");
  }
}

TEST_CASE("a line begins anew behind its end, and is never blank", "[delimited_line]") {
  DelimitedLine line(';', "\r\n");
  line.add("a;b");
  line.add({});
  CHECK(line.take() == "\"a;b\";\r\n");
  line.add({});
  CHECK(line.take() == "\"\"\r\n");
  line.add({});
  line.add({});
  CHECK(line.take() == ";\r\n");
}
