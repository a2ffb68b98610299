// What a plan keeps of each row, in two bytes.
#pragma once

#include <bit>
#include <cstdint>

#include "nceplan/model/codes.hpp"

namespace nceplan {

/// What became of a row that the reader accepted (R14).
enum class RowFate : std::uint8_t { planned, already_nce, other, merged, rejected };

/// What a plan found out about a planned row from other rows and from evidence. Bits beside fate and coverage.
enum class RowMark : std::uint16_t {
  on_nce = 1 << 7,          ///< migrated already (R1)
  parent_missing = 1 << 8,  ///< names a base that is not in the export (R9)
  over_seat_cap = 1 << 9,   ///< R10
  scheduled = 1 << 10,      ///< the partner scheduled its migration (R8)
  evidence = 1 << 11,       ///< evidence speaks of it
  pools_seats = 1 << 12     ///< it has seats of an offer that pools them (R10)
};

class RowState {
 public:
  constexpr RowState() = default;

  constexpr RowFate fate() const { return static_cast<RowFate>(bits_ & fate_bits); }
  constexpr bool planned() const { return fate() == RowFate::planned; }
  constexpr bool has(RowMark mark) const { return (bits_ & static_cast<std::uint16_t>(mark)) != 0; }

  /// Why Microsoft does not migrate the row, as far as the row alone decides it (R8).
  constexpr Coverage own_coverage() const { return static_cast<Coverage>((bits_ & coverage_bits) >> coverage_at); }

  constexpr void set(RowFate fate) { put(fate_bits, static_cast<unsigned>(fate)); }
  constexpr void add(RowMark mark) { put(static_cast<unsigned>(mark), static_cast<unsigned>(mark)); }
  constexpr void set(Coverage own) { put(coverage_bits, static_cast<unsigned>(own) << coverage_at); }
  constexpr void remove(RowMark mark) { put(static_cast<unsigned>(mark), 0); }

 private:
  static constexpr unsigned fate_bits = 7;
  static constexpr unsigned coverage_at = 3;
  static constexpr unsigned coverage_bits = 15U << coverage_at;

  constexpr void put(unsigned place, unsigned bits) { bits_ = static_cast<std::uint16_t>((bits_ & ~place) | bits); }

  std::uint16_t bits_ = static_cast<std::uint16_t>(static_cast<unsigned>(Coverage::covered) << coverage_at);
};
static_assert(sizeof(RowState) == 2);
static_assert(std::bit_cast<std::uint16_t>(RowState()) == 0, "a plan's states begin as zeroed memory");

}  // namespace nceplan
