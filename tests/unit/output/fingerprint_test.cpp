#include "output/ci/fingerprint.hpp"

#include <array>

#include "support/catch.hpp"

using namespace nceplan;

TEST_CASE("a fingerprint never changes and tells parts from their borders", "[output]") {
  const auto of = [](std::array<std::string_view, 2> parts) { return fingerprint_of(parts); };
  CHECK(of({"migrate_yourself", "a"}) == of({"migrate_yourself", "a"}));
  CHECK(of({"ab", "c"}) != of({"a", "bc"}));
  CHECK(of({"", "a"}) != of({"a", ""}));
  CHECK(of({"a", "b"}).size() == 32);
  // FNV-1a of the byte 0 alone, and the same again from there: what other builds have written must stay.
  const std::array<std::string_view, 1> nothing = {""};
  CHECK(fingerprint_of(nothing) == "af63bd4c8601b7df08328807b4eb6fed");
}
