// Any bytes as the lists beside an export: holidays (a list or a calendar), seats and days of single subscriptions.
#include "fuzz/fuzz_support.hpp"
#include "nceplan/input/holiday_reader.hpp"
#include "nceplan/input/subscription_list.hpp"

using namespace nceplan;

namespace {

/// Calls `read` with a list of problems; a file may be refused.
template <typename Read>
void try_reading(Read read) {
  Diagnostics diagnostics;
  try {
    read(diagnostics);
  } catch (const Failure&) {
    return;
  }
}

void check_holidays(const std::string& content) {
  try_reading([&](Diagnostics& diagnostics) {
    for (const Holiday& holiday : read_holidays(memory_file("fuzz.ics", content), {}, diagnostics)) {
      fuzz::require_day(holiday.first);
      fuzz::require_day(holiday.last);
      fuzz::require(holiday.first <= holiday.last, "a holiday does not end before it begins");
    }
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string content(reinterpret_cast<const char*>(data), size);
  check_holidays(content);
  check_holidays("BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + content + "\nEND:VEVENT\nEND:VCALENDAR\n");
  for (const std::string& text : {content, "subscription_id,seats,target_date\n" + content}) {
    try_reading([&](Diagnostics& diagnostics) {
      static_cast<void>(read_seat_list(memory_file("fuzz.csv", text), {}, diagnostics));
    });
    try_reading([&](Diagnostics& diagnostics) {
      static_cast<void>(read_day_list(memory_file("fuzz.csv", text), {}, diagnostics));
    });
  }
  return 0;
}
