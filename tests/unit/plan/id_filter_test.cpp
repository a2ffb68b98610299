#include "plan/id_filter.hpp"

#include <random>

#include "support/catch.hpp"

using namespace nceplan;

namespace {

/// Filters `hashes`, which `threads` threads add in parts that follow one another.
IdFilter filter_of(const std::vector<std::uint32_t>& hashes, std::size_t threads) {
  IdFilter filter(hashes.size(), threads);
  for (std::size_t thread = 0; thread < threads; ++thread) {
    IdFilter::Adder adder(filter, thread);
    const std::size_t last = hashes.size() * (thread + 1) / threads;
    for (std::size_t i = hashes.size() * thread / threads; i < last; ++i) adder.add(hashes[i]);
  }
  filter.join();
  return filter;
}

}  // namespace

TEST_CASE("ids that are repeated or looked for are needed, and few others", "[plan][R14]") {
  const auto rows = GENERATE(std::size_t{0}, std::size_t{1}, std::size_t{15}, std::size_t{16}, std::size_t{17},
                             std::size_t{1000}, std::size_t{100'000});
  const auto threads = GENERATE(std::size_t{1}, std::size_t{2}, std::size_t{8});
  CAPTURE(rows, threads);
  std::mt19937 random(static_cast<std::uint32_t>(rows + threads));
  std::vector<std::uint32_t> hashes;
  std::vector<std::uint32_t> repeated;
  for (std::size_t row = 0; row < rows; ++row) {
    if (row > 0 && row % 10 == 0) repeated.push_back(hashes[random() % hashes.size()]);
    hashes.push_back(row > 0 && row % 10 == 0 ? repeated.back() : static_cast<std::uint32_t>(random()));
  }
  IdFilter filter = filter_of(hashes, threads);
  for (const std::uint32_t hash : repeated) {
    if (!filter.needs(hash)) FAIL(hash << " is there twice");
  }
  std::size_t needed = 0;
  for (const std::uint32_t hash : hashes) needed += filter.needs(hash) ? 1 : 0;
  // A fifth, because one in ten repeats another, and some more without a reason.
  CHECK(needed <= rows * 8 / 10 + 1);

  const std::vector<std::uint32_t> sought = {0, ~std::uint32_t{0}, static_cast<std::uint32_t>(random()),
                                             static_cast<std::uint32_t>(random())};
  for (const std::uint32_t hash : sought) filter.need(hash);
  for (const std::uint32_t hash : sought) CHECK(filter.needs(hash));
}

TEST_CASE("an id that two threads added is needed, another is not", "[plan][R14]") {
  constexpr std::uint32_t step = std::uint32_t{1} << 29;  // far from each other
  IdFilter filter(8, 3);
  for (std::size_t thread = 0; thread < 3; ++thread) {
    IdFilter::Adder adder(filter, thread);
    adder.add(step * static_cast<std::uint32_t>(thread));
    if (thread != 1) adder.add(step * 5);
  }
  filter.join();
  for (std::uint32_t i = 0; i < 8; ++i) CHECK(filter.needs(step * i) == (i == 5));
}
