// Sets of enumerators in the bits of one number.
#pragma once

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <limits>

namespace nceplan {

/// A set of values of `Enum`, which count from 0 and are fewer than `Bits` has bits.
template <typename Enum, std::unsigned_integral Bits>
class EnumSet {
 public:
  /// How many enumerators there may be.
  static constexpr std::size_t capacity = std::numeric_limits<Bits>::digits;

  constexpr EnumSet() = default;
  template <std::size_t count>
  constexpr explicit EnumSet(const std::array<Enum, count>& members) {
    for (const Enum member : members) add(member);
  }

  constexpr bool has(Enum member) const { return (bits_ >> place_of(member) & 1U) != 0; }
  constexpr bool has_any(EnumSet members) const { return (bits_ & members.bits_) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  /// Calls `visit` for each member, in the order of the enumeration.
  template <typename Visit>
  constexpr void for_each(const Visit& visit) const {
    for (Bits left = bits_; left != 0; left &= static_cast<Bits>(left - 1U)) {
      visit(static_cast<Enum>(std::countr_zero(left)));
    }
  }

  constexpr void add(Enum member) { add_if(member, true); }
  /// Without a branch.
  constexpr void add_if(Enum member, bool wanted) {
    bits_ = static_cast<Bits>(bits_ | static_cast<Bits>(Bits{wanted} << place_of(member)));
  }
  constexpr void remove(Enum member) { bits_ = static_cast<Bits>(bits_ & ~(Bits{1} << place_of(member))); }

  /// Those that are not in `members`.
  constexpr EnumSet without(EnumSet members) const { return EnumSet(static_cast<Bits>(bits_ & ~members.bits_)); }
  friend constexpr EnumSet operator&(EnumSet a, EnumSet b) { return EnumSet(static_cast<Bits>(a.bits_ & b.bits_)); }
  friend constexpr EnumSet operator|(EnumSet a, EnumSet b) { return EnumSet(static_cast<Bits>(a.bits_ | b.bits_)); }
  friend constexpr bool operator==(const EnumSet&, const EnumSet&) = default;

 private:
  constexpr explicit EnumSet(Bits bits) : bits_(bits) {}
  static constexpr unsigned place_of(Enum member) { return static_cast<unsigned>(member); }

  Bits bits_ = 0;
};

}  // namespace nceplan
