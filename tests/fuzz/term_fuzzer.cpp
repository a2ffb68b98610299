// Any text as a cell with a term, a number of seats, a status, a yes or no: what is read is within its bounds, and a
// term that is written is read again.
#include <string>

#include "fuzz/fuzz_support.hpp"
#include "nceplan/input/values.hpp"

using namespace nceplan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (text.empty()) return 0;
  constexpr int most_months = 1200;
  constexpr std::int32_t most_seats = 10'000'000;
  if (const auto cell = parse_term(text); cell && cell->term.known()) {
    fuzz::require(cell->term.months <= most_months, "a term is within its bounds");
    fuzz::require(parse_iso_term(to_iso(cell->term)) == cell->term, "a term that is written is read again");
  }
  if (const auto seats = parse_seats(text)) {
    fuzz::require(*seats >= 0 && *seats <= most_seats, "seats are within their bounds");
  }
  if (const auto term = parse_iso_term(text)) fuzz::require(term->known(), "a term that is read is known");
  static_cast<void>(parse_boolean(text));
  static_cast<void>(parse_billing_plan(text));
  static_cast<void>(parse_status(text));
  return 0;
}
