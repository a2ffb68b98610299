// Random numbers that are the same on every machine: integer arithmetic only, SplitMix64 (Steele, Lea and Flood,
// "Fast Splittable Pseudorandom Number Generators", 2014).
#pragma once

#include <cstdint>

namespace nceplan::bench {

constexpr std::uint64_t scramble(std::uint64_t bits) {
  bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9U;
  bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebU;
  return bits ^ (bits >> 31);
}

/// Draws are to be made in statements of their own: the order of calls within an expression is the compiler's choice.
class Random {
 public:
  explicit constexpr Random(std::uint64_t seed) : state_(scramble(seed * step + 17)) {}

  /// 0 <= result < bound. Precondition: bound > 0.
  constexpr std::uint32_t below(std::uint32_t bound) {
    return static_cast<std::uint32_t>(((next() >> 32) * bound) >> 32);
  }
  /// True `permille` times in 1000.
  constexpr bool chance(std::uint32_t permille) { return below(1000) < permille; }

  /// Any element, all with the same chance.
  template <typename Table>
  constexpr const auto& one_of(const Table& table) {
    return table[below(static_cast<std::uint32_t>(table.size()))];
  }

 private:
  static constexpr std::uint64_t step = 0x9e3779b97f4a7c15U;

  constexpr std::uint64_t next() { return scramble(state_ += step); }

  std::uint64_t state_;
};

}  // namespace nceplan::bench
