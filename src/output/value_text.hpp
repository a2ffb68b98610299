// How machine formats write values that are no texts: ISO dates, decimal integers, true and false.
#pragma once

#include <array>
#include <charconv>
#include <cstddef>
#include <string_view>

#include "buffer.hpp"
#include "cell.hpp"
#include "nceplan/base/date.hpp"

namespace nceplan {

/// Room that any cell needs that is not a text: the longest is a GUID.
inline constexpr std::size_t value_room = 40;

/// Writes `YYYY-MM-DD` and returns the end; days of the years that plans are about come from a table.
char* put_date(char* out, Date date);

/// Writes a date, integer, boolean or plain text; an empty cell writes nothing. At most `value_room` bytes.
inline char* put_value(char* out, const Cell& cell) {
  switch (cell.kind) {
    case Cell::Kind::empty:
      return out;
    case Cell::Kind::text:
      return put(out, cell.text);
    case Cell::Kind::date:
      return put_date(out, cell.date);
    case Cell::Kind::integer:
      return std::to_chars(out, out + value_room, cell.number).ptr;
    case Cell::Kind::boolean:
      return put(out, cell.number != 0 ? std::string_view("true") : std::string_view("false"));
  }
  return out;
}

/// The cell as CSV would write it without quotes; made in `scratch` unless it is a text.
std::string_view machine_text(const Cell& cell, std::array<char, value_room>& scratch);

}  // namespace nceplan
