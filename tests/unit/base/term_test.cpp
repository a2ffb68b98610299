#include "nceplan/base/term.hpp"

#include "support/catch.hpp"

using namespace nceplan;

TEST_CASE("ISO terms are whole months and years") {
  struct Case {
    const char* text;
    unsigned months;
    const char* written;
  };
  const Case cases[] = {{"P1M", 1, "P1M"},    {"P1Y", 12, "P1Y"}, {"p3y", 36, "P3Y"},      {"P12M", 12, "P1Y"},
                        {"P18M", 18, "P18M"}, {"P6Y", 72, "P6Y"}, {"P100Y", 1200, "P100Y"}};
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const auto term = parse_iso_term(c.text);
    REQUIRE(term);
    CHECK(term->months == c.months);
    CHECK(to_iso(*term) == c.written);
  }
}

TEST_CASE("other durations are no terms") {
  for (const char* text : {"", "P", "PY", "P0Y", "P0M", "P101Y", "P1201M", "P1D", "PT1H", "1Y", "P-1Y", "P1Y6M",
                           "P1.5Y", "P1Y ", "P99999999999Y"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_iso_term(text));
  }
  CHECK(to_iso(Term{}).empty());
}
