// What a plan keeps of each row, in two bytes.
#pragma once

#include <cstdint>

#include "nceplan/model/codes.hpp"

namespace nceplan {

/// What became of a row that the reader accepted (R14).
enum class RowFate : std::uint8_t { planned, already_nce, other, merged, rejected };

/// What a plan found out about a planned row from other rows and from evidence. Bits beside the fate.
enum class RowMark : std::uint8_t {
  on_nce = 1 << 3,          ///< migrated already (R1)
  parent_missing = 1 << 4,  ///< names a base that is not in the export (R9)
  over_seat_cap = 1 << 5,   ///< R10
  scheduled = 1 << 6,       ///< the partner scheduled its migration (R8)
  evidence = 1 << 7         ///< evidence speaks of it
};

class RowState {
 public:
  constexpr RowState() = default;

  constexpr RowFate fate() const { return static_cast<RowFate>(bits_ & fate_bits); }
  constexpr bool planned() const { return fate() == RowFate::planned; }
  constexpr bool has(RowMark mark) const { return (bits_ & static_cast<std::uint8_t>(mark)) != 0; }

  /// Why Microsoft does not migrate the row, as far as the row alone decides it (R8).
  constexpr Coverage own_coverage() const { return coverage_; }

  constexpr void set(RowFate fate) {
    bits_ = static_cast<std::uint8_t>((bits_ & ~fate_bits) | static_cast<std::uint8_t>(fate));
  }
  constexpr void add(RowMark mark) { bits_ = static_cast<std::uint8_t>(bits_ | static_cast<std::uint8_t>(mark)); }
  constexpr void set(Coverage own) { coverage_ = own; }
  constexpr void remove(RowMark mark) { bits_ = static_cast<std::uint8_t>(bits_ & ~static_cast<std::uint8_t>(mark)); }

 private:
  static constexpr std::uint8_t fate_bits = 7;
  std::uint8_t bits_ = 0;
  Coverage coverage_ = Coverage::covered;
};
static_assert(sizeof(RowState) == 2);

}  // namespace nceplan
