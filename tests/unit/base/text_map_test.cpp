#include "nceplan/base/text_map.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <random>
#include <set>
#include <vector>

#include "support/catch.hpp"

using namespace nceplan;

namespace {

// MurmurHash64A as libstdc++ hashes strings with it: its seed is known, and its steps can be turned round.
constexpr std::uint64_t multiplier = 0xc6a4a7935bd1e995;
constexpr std::uint64_t seed = 0xc70f6907;

constexpr std::uint64_t inverse_of(std::uint64_t odd) {
  std::uint64_t inverse = odd;
  for (int i = 0; i < 6; ++i) inverse *= 2 - odd * inverse;
  return inverse;
}

std::uint64_t mix(std::uint64_t word) {
  word *= multiplier;
  return (word ^ word >> 47) * multiplier;
}

std::uint64_t unmix(std::uint64_t mixed) {
  mixed *= inverse_of(multiplier);
  return (mixed ^ mixed >> 47) * inverse_of(multiplier);
}

/// 2^`steps` texts of 16 bytes a step, among which each step has two ways from one state of the hash to the next.
std::vector<std::string> alike_texts(std::size_t steps) {
  std::mt19937_64 random(1);
  std::vector<std::string> texts = {""};
  std::uint64_t state = seed ^ (16 * steps * multiplier);
  for (std::size_t step = 0; step < steps; ++step) {
    const std::uint64_t target = random();
    std::vector<std::string> longer;
    for (int way = 0; way < 2; ++way) {
      const std::uint64_t first = random();
      const std::uint64_t last = unmix(((state ^ mix(first)) * multiplier) ^ target);
      std::string block(16, '\0');
      std::memcpy(block.data(), &first, 8);
      std::memcpy(block.data() + 8, &last, 8);
      for (const std::string& text : texts) longer.push_back(text + block);
    }
    texts = std::move(longer);
    state = target * multiplier;
  }
  return texts;
}

}  // namespace

TEST_CASE("texts that are alike to the library's own hash get places of their own", "[base]") {
  const std::vector<std::string> texts = alike_texts(12);
#if defined(__GLIBCXX__)
  if (sizeof(std::size_t) == 8 && std::endian::native == std::endian::little) {
    std::set<std::size_t> hashes;
    for (const std::string& text : texts) hashes.insert(std::hash<std::string>()(text));
    CHECK(hashes.size() == 1);
  }
#endif
  TextMap<std::size_t> map;
  for (std::size_t i = 0; i < texts.size(); ++i) map.emplace(texts[i], i);
  REQUIRE(map.size() == texts.size());
  std::size_t largest = 0;
  for (std::size_t bucket = 0; bucket < map.bucket_count(); ++bucket) {
    largest = std::max(largest, map.bucket_size(bucket));
  }
  CHECK(largest <= 16);  // by chance five to eight
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (map.at(texts[i]) != i) FAIL(i);
  }
}
