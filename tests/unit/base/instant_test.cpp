#include "nceplan/base/date.hpp"
#include "support/catch.hpp"

using namespace nceplan;

namespace {

std::string read(std::string_view text) {
  const auto instant = parse_iso_instant(text);
  return instant ? to_iso(*instant) : "none";
}

}  // namespace

TEST_CASE("An instant is read with its zone, and without one as UTC") {
  CHECK(read("2021-10-13T16:35:40.3844713Z") == "2021-10-13T16:35:40Z");
  CHECK(read("2021-10-13T16:35:40") == "2021-10-13T16:35:40Z");
  CHECK(read("2021-10-13 16:35") == "2021-10-13T16:35:00Z");
  CHECK(read("2024-01-01T00:30:00+01:00") == "2023-12-31T23:30:00Z");
  CHECK(read("2023-12-31T23:30:00-0100") == "2024-01-01T00:30:00Z");
  CHECK(read("1969-12-31T23:59:59Z") == "1969-12-31T23:59:59Z");
}

TEST_CASE("What is no instant is none") {
  for (const std::string_view text :
       {"", "2024-01-01", "2024-02-30T00:00:00Z", "2024-01-01T24:00:00Z", "2024-01-01T00:60Z", "2024-01-01T00:00:00x",
        "2024-01-01T00:00:00.Z", "01/01/2024 00:00:00", "9999-12-31T00:00:00Z", "0000-01-01T00:00:00Z"}) {
    CAPTURE(text);
    CHECK(read(text) == "none");
  }
}

TEST_CASE("An instant knows its day and its second of the day") {
  const Instant before_epoch{-1};
  CHECK(to_iso(before_epoch.date()) == "1969-12-31");
  CHECK(before_epoch.second_of_day() == 86'399);
  CHECK(Instant{86'400}.second_of_day() == 0);
}
