#include "output/write_in_order.hpp"

#include <atomic>
#include <stdexcept>

#include "support/catch.hpp"

using namespace nceplan;

namespace {

void put_number(std::size_t number, Buffer& out) {
  const std::string text = std::to_string(number) + ' ';
  out.end_at(put(out.room(out.end(), text.size()), text));
}

std::string numbers(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += std::to_string(i) + ' ';
  return text;
}

}  // namespace

TEST_CASE("chunks are emitted in their order", "[write_in_order]") {
  for (const unsigned jobs : {1U, 2U, 5U}) {
    for (const std::size_t chunks : {0U, 1U, 7U, 3000U}) {
      std::string bytes;
      write_in_order(
          jobs, chunks, [](unsigned, std::size_t chunk, Buffer& out) { put_number(chunk, out); },
          [&](std::string_view part) { bytes += part; });
      CHECK(bytes == numbers(chunks));
    }
  }
}

TEST_CASE("few chunks are in memory at a time", "[write_in_order]") {
  std::atomic<std::size_t> formatted = 0;
  std::size_t emitted = 0;
  std::size_t most = 0;
  write_in_order(
      4, 500, [&](unsigned, std::size_t, Buffer&) { ++formatted; },
      [&](std::string_view) {
        most = std::max(most, formatted - emitted);
        ++emitted;
      });
  CHECK(emitted == 500);
  CHECK(most <= 8);
}

TEST_CASE("the first exception ends the work and reaches the caller", "[write_in_order]") {
  for (const unsigned jobs : {1U, 3U}) {
    const auto fail_at_7 = [](std::size_t chunk) {
      if (chunk == 7) throw std::runtime_error("seven");
    };
    const auto ignore = [](std::string_view) {};
    CHECK_THROWS_AS(write_in_order(
                        jobs, 100, [&](unsigned, std::size_t chunk, Buffer&) { fail_at_7(chunk); }, ignore),
                    std::runtime_error);
    std::size_t taken = 0;
    const auto full_disk = [&](std::string_view) {
      if (++taken == 3) throw std::runtime_error("disk full");
    };
    CHECK_THROWS_AS(write_in_order(
                        jobs, 100, [](unsigned, std::size_t, Buffer&) {}, full_disk),
                    std::runtime_error);
    CHECK(taken == 3);
  }
}
