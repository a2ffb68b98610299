#include "base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "support/catch.hpp"

using namespace nceplan;

namespace {

bool all_once(const std::vector<std::atomic<int>>& seen) {
  return std::all_of(seen.begin(), seen.end(), [](const std::atomic<int>& times) { return times == 1; });
}

}  // namespace

TEST_CASE("each worker runs once", "[parallel]") {
  for (const unsigned workers : {1U, 2U, 5U}) {
    std::vector<std::atomic<int>> seen(workers);
    run_workers(workers, [&](unsigned worker) { ++seen[worker]; });
    CHECK(all_once(seen));
  }
}

TEST_CASE("each number is worked on once", "[parallel]") {
  for (const unsigned jobs : {0U, 1U, 2U, 5U}) {
    for (const std::size_t count : {0U, 1U, 3U, 1000U}) {
      std::vector<std::atomic<int>> seen(count);
      for_each_number(jobs, count, [&](unsigned worker, std::size_t number) {
        if (worker < std::max(jobs, 1U)) ++seen[number];
      });
      CHECK(all_once(seen));
    }
  }
}

TEST_CASE("parts cover all numbers once", "[parallel]") {
  for (const std::size_t parts : {1U, 3U, 16U}) {
    for (const std::size_t count : {0U, 2U, 1000U}) {
      std::vector<std::atomic<int>> seen(count);
      for_each_part(3, parts, count, [&](const Part& part) {
        if (part.number >= parts || part.worker >= 3) return;
        for (std::size_t i = part.first; i < part.last; ++i) ++seen[i];
      });
      CHECK(all_once(seen));
    }
  }
}

TEST_CASE("an exception ends the work and reaches the caller", "[parallel]") {
  for (const unsigned jobs : {1U, 3U}) {
    std::atomic<std::size_t> begun = 0;
    CHECK_THROWS_AS(for_each_number(jobs, 100'000,
                                    [&](unsigned, std::size_t number) {
                                      ++begun;
                                      if (number == 7) throw std::runtime_error("seven");
                                    }),
                    std::runtime_error);
    if (jobs == 1) CHECK(begun == 8);
  }
}

TEST_CASE("of several exceptions that of the lowest number is thrown", "[parallel]") {
  const auto fail = [](unsigned, std::size_t number) { throw std::runtime_error(std::to_string(number)); };
  for (int i = 0; i < 200; ++i) CHECK_THROWS_WITH(for_each_number(4, 4, fail), "0");
}

TEST_CASE("work beside the caller's gives its result once, on whichever thread it runs", "[parallel]") {
  const bool wanted = GENERATE(true, false);
  CAPTURE(wanted);
  const std::thread::id here = std::this_thread::get_id();
  Beside<bool> elsewhere(wanted, [here] { return std::this_thread::get_id() != here; });
  REQUIRE(elsewhere.valid());
  CHECK(elsewhere.take() == wanted);
  CHECK(!elsewhere.valid());
}

TEST_CASE("what work beside the caller's throws comes out where its result is asked for", "[parallel]") {
  const bool wanted = GENERATE(true, false);
  CAPTURE(wanted);
  Beside<int> failing(wanted, []() -> int { throw std::runtime_error("no result"); });
  CHECK_THROWS_WITH(failing.take(), "no result");
}

TEST_CASE("work beside the caller's ends before it is dropped", "[parallel]") {
  std::atomic<bool> done = false;
  {
    const Beside<int> unasked(true, [&done] {
      done = true;
      return 1;
    });
  }
  CHECK(done);
}
