#include "output/human/timeline.hpp"

#include "support/catch.hpp"
#include "unit/output/sample_plan.hpp"

using namespace nceplan;
using namespace nceplan::testing;

namespace {

WindowLoad week(std::string_view first, std::int64_t seats) { return {day(first), day(first) + 6, seats}; }

/// `first..last: windows, seats`, the last day inclusive.
std::vector<std::string> runs(const Timeline& timeline) {
  std::vector<std::string> lines;
  for (const TimelineRun& run : timeline.runs) {
    lines.push_back(to_iso(run.first) + ".." + to_iso(run.end - 1) + ": " + std::to_string(run.windows) + ", " +
                    std::to_string(run.seats));
  }
  return lines;
}

std::string range(const Timeline& timeline) { return to_iso(timeline.first) + ".." + to_iso(timeline.end); }

}  // namespace

TEST_CASE("Windows lie over each other, day by day") {
  //   01234567890123
  //   AAAAAAA
  //      BBBBBBB
  //             CCCCCCC
  const Timeline timeline =
      make_timeline({week("2024-02-04", 3), week("2024-02-01", 10), week("2024-02-11", 7)}, day("2024-01-16"));
  CHECK(runs(timeline) == std::vector<std::string>{"2024-02-01..2024-02-03: 1, 10", "2024-02-04..2024-02-07: 2, 13",
                                                   "2024-02-08..2024-02-10: 1, 3", "2024-02-11..2024-02-17: 1, 7"});
  CHECK(timeline.peak == 13);
  CHECK(timeline.outside == 0);
}

TEST_CASE("What is past ends on the as-of day") {
  CHECK(runs(make_timeline({week("2024-01-11", 5)}, day("2024-01-16"))) ==
        std::vector<std::string>{"2024-01-11..2024-01-15: 1, 5", "2024-01-16..2024-01-17: 1, 5"});
}

TEST_CASE("Windows without seats are windows all the same") {
  CHECK(runs(make_timeline({week("2024-02-01", 0)}, day("2024-01-16"))) ==
        std::vector<std::string>{"2024-02-01..2024-02-07: 1, 0"});
}

TEST_CASE("The range is whole months, at least three") {
  CHECK(range(make_timeline({}, day("2024-01-16"))) == "2024-01-01..2024-04-01");
  CHECK(range(make_timeline({week("2024-05-30", 1)}, day("2024-01-16"))) == "2024-01-01..2024-07-01");
  CHECK(range(make_timeline({week("2023-12-30", 1)}, day("2024-01-16"))) == "2023-12-01..2024-03-01");
}

TEST_CASE("Distant windows do not squeeze the others") {
  const Timeline timeline =
      make_timeline({week("2023-01-01", 1), week("2024-02-01", 1), week("2030-01-01", 1)}, day("2024-01-16"));
  CHECK(range(timeline) == "2023-11-01..2026-11-01");
  CHECK(timeline.outside == 2);
  CHECK(timeline.runs.size() == 1);
}

TEST_CASE("The scale ends at a round number that has a half") {
  CHECK(scale_top(0) == 2);
  CHECK(scale_top(1) == 2);
  CHECK(scale_top(7) == 8);
  CHECK(scale_top(10) == 10);
  CHECK(scale_top(11) == 12);
  CHECK(scale_top(1250) == 1600);
  CHECK(scale_top(1'000'001) == 1'200'000);
}
