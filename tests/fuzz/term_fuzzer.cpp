// Any text as a cell with a term, a number of seats, a status, a yes or no: what is read is within its bounds, and a
// term that is written is read again.
#include <cstdlib>
#include <string>

#include "nceplan/input/values.hpp"

using namespace nceplan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (text.empty()) return 0;
  constexpr int most_months = 1200;
  constexpr std::int32_t most_seats = 10'000'000;
  if (const auto cell = parse_term(text); cell && cell->term.known()) {
    if (cell->term.months > most_months || parse_iso_term(to_iso(cell->term)) != cell->term) std::abort();
  }
  if (const auto seats = parse_seats(text); seats && (*seats < 0 || *seats > most_seats)) std::abort();
  if (const auto term = parse_iso_term(text); term && !term->known()) std::abort();
  static_cast<void>(parse_boolean(text));
  static_cast<void>(parse_billing_plan(text));
  static_cast<void>(parse_status(text));
  return 0;
}
