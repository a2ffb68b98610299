// Any text as a date cell: what is read is a day of the calendar, under every order of day and month.
#include <cstdlib>
#include <string>

#include "nceplan/input/date_cell.hpp"

using namespace nceplan;

namespace {

void require_day(OptionalDate date) {
  if (date && parse_iso_date(to_iso(*date)) != std::optional(*date)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // A copy of the exact size, so that a read behind its end is seen.
  const std::string text(reinterpret_cast<const char*>(data), size);
  const DateCell cell = parse_date_cell(text);
  for (const CellOrder order : {CellOrder::unknown, CellOrder::day_first, CellOrder::month_first,
                                CellOrder::refuse_ambiguous, CellOrder::refuse_mixed, CellOrder::refuse_swapped}) {
    require_day(date_of(cell, order));
  }
  DateColumnEvidence evidence;
  evidence.add(cell, text);
  DateColumnEvidence twice = evidence;
  twice.append(evidence);
  if (decide_order(twice, false, {}) != decide_order(evidence, false, {})) std::abort();
  return 0;
}
