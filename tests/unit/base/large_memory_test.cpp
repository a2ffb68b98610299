#include "nceplan/base/large_memory.hpp"

#include <algorithm>
#include <cstdint>
#include <memory_resource>
#include <numeric>
#include <span>
#include <vector>

#include "support/catch.hpp"

using namespace nceplan;

TEST_CASE("a large array is zeroed, aligned and its own") {
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{1000}, std::size_t{1} << 19}) {
    CAPTURE(size);
    LargeArray<std::uint64_t> array(size);
    CHECK(array.size() == size);
    bool zeroed = true;
    for (std::size_t i = 0; i < size; ++i) {
      zeroed = zeroed && array[i] == 0;
      array[i] = i;
    }
    CHECK(zeroed);
    LargeArray<std::uint64_t> moved = std::move(array);
    if (size > 0) CHECK(moved[size - 1] == size - 1);
  }
}

TEST_CASE("large vectors keep their elements while they grow across the limit") {
  LargeVector<std::uint32_t> numbers;
  constexpr std::uint32_t count = 400'000;
  for (std::uint32_t i = 0; i < count; ++i) numbers.push_back(i);
  const std::uint64_t sum = std::accumulate(numbers.begin(), numbers.end(), std::uint64_t{0});
  CHECK(sum == std::uint64_t{count} * (count - 1) / 2);
  const LargeVector<std::uint32_t> copy = numbers;
  CHECK(copy == numbers);
}

TEST_CASE("blocks of an arena do not overlap, within its room and beyond") {
  for (const std::size_t room : {small_room, std::size_t{2} << 20, large_room}) {
    CAPTURE(room);
    LargeArena arena(room);
    std::pmr::vector<std::pmr::vector<std::uint32_t>> parts(&arena);
    for (std::uint32_t part = 0; part < 40; ++part) parts.emplace_back(std::size_t{50'000}, part);
    for (std::uint32_t part = 0; part < 40; ++part) {
      CHECK(parts[part] == std::pmr::vector<std::uint32_t>(50'000, part));
    }
  }
}

TEST_CASE("an arena gives memory of any size in order, aligned as asked for") {
  LargeArena arena(std::size_t{1} << 20);
  std::vector<std::span<unsigned char>> parts;
  std::size_t size = 1;
  for (std::size_t total = 0; total < std::size_t{6} << 20; total += size) {
    size = size * 7 % 3001 + (parts.size() % 500 == 499 ? 700'000 : 0);
    const std::size_t alignment = std::size_t{1} << parts.size() % 5;
    auto* const begin = static_cast<unsigned char*>(arena.take(size, alignment));
    CHECK(reinterpret_cast<std::uintptr_t>(begin) % alignment == 0);
    parts.emplace_back(begin, size);
    std::fill_n(begin, size, static_cast<unsigned char>(parts.size()));
  }
  bool own = true;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    for (const unsigned char byte : parts[part]) own = own && byte == static_cast<unsigned char>(part + 1);
  }
  CHECK(own);
}

TEST_CASE("memory that was given back comes again zeroed, and belongs to one owner at a time") {
  constexpr std::size_t large = std::size_t{1} << 20;
  for (int round = 0; round < 3; ++round) {
    {
      LargeArray<std::uint64_t> used(large);
      for (std::size_t i = 0; i < large; ++i) used[i] = ~std::uint64_t{0};
    }
    std::vector<LargeArray<std::uint64_t>> parts;
    for (const std::size_t share : {4U, 2U, 1U, 4U}) parts.emplace_back(large / share);
    bool zeroed = true;
    for (std::size_t part = 0; part < parts.size(); ++part) {
      for (std::size_t i = 0; i < parts[part].size(); ++i) {
        zeroed = zeroed && parts[part][i] == 0;
        parts[part][i] = part + 1;
      }
    }
    CHECK(zeroed);
    bool own = true;
    for (std::size_t part = 0; part < parts.size(); ++part) {
      for (std::size_t i = 0; i < parts[part].size(); ++i) own = own && parts[part][i] == part + 1;
    }
    CHECK(own);
  }
}
