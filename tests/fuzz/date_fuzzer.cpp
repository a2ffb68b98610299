// Any text as a date cell: what is read is a day of the calendar, under every order of day and month.
#include <string>

#include "fuzz/fuzz_support.hpp"
#include "nceplan/input/date_cell.hpp"

using namespace nceplan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // A copy of the exact size, so that a read behind its end is seen.
  const std::string text(reinterpret_cast<const char*>(data), size);
  const DateCell cell = parse_date_cell(text);
  for (const CellOrder order : {CellOrder::unknown, CellOrder::day_first, CellOrder::month_first,
                                CellOrder::refuse_ambiguous, CellOrder::refuse_mixed, CellOrder::refuse_swapped}) {
    if (const OptionalDate date = date_of(cell, order)) fuzz::require_day(*date);
  }
  DateColumnEvidence evidence;
  evidence.add(cell, text);
  DateColumnEvidence twice = evidence;
  twice.append(evidence);
  fuzz::require(decide_order(twice, false, {}) == decide_order(evidence, false, {}),
                "a cell that comes twice decides as it does alone");
  return 0;
}
