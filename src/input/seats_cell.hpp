// Cells of seats: a few digits in nearly all rows.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "nceplan/base/text.hpp"
#include "nceplan/input/values.hpp"

namespace nceplan {

inline constexpr std::int32_t no_seats = -1;
inline constexpr std::int32_t invalid_seats = -2;

/// The number in a cell; `no_seats` where there are only spaces, `invalid_seats` where it is no number. Precondition:
/// the cell is not empty.
inline std::int32_t read_seats(std::string_view cell) {
  const std::size_t size = cell.size();
  if (size <= 3) {
    // First, middle and last digit, the same one where there are fewer: no branch depends on how many there are.
    static constexpr std::array<std::array<std::uint8_t, 2>, 4> weights = {{{}, {0, 0}, {10, 0}, {100, 10}}};
    const auto digit_at = [cell](std::size_t i) { return static_cast<unsigned char>(cell[i]) - unsigned{'0'}; };
    const unsigned first = digit_at(0);
    const unsigned middle = digit_at(size / 2);
    const unsigned last = digit_at(size - 1);
    const bool plain = (first <= 9) & (middle <= 9) & (last <= 9);
    if (plain) return static_cast<std::int32_t>(first * weights[size][0] + middle * weights[size][1] + last);
  }
  constexpr std::size_t safe_digits = 6;
  std::int32_t seats = 0;
  bool plain = size <= safe_digits;
  for (std::size_t i = 0; plain && i < size; ++i) {
    plain = cell[i] >= '0' && cell[i] <= '9';
    seats = seats * 10 + (cell[i] - '0');
  }
  if (plain) return seats;
  const std::string_view text = trim(cell);
  return text.empty() ? no_seats : parse_seats(text).value_or(invalid_seats);
}

}  // namespace nceplan
