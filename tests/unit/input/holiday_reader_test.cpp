#include "nceplan/input/holiday_reader.hpp"

#include <string>

#include "support/catch.hpp"

using namespace nceplan;

namespace {

std::string holidays_of(const std::string& text, Diagnostics& diagnostics) {
  std::string written;
  for (const Holiday& holiday : read_holidays(memory_file("days", text), {}, diagnostics)) {
    if (!written.empty()) written += ' ';
    written += to_iso(holiday.first);
    if (holiday.last != holiday.first) written += ".." + to_iso(holiday.last);
    if (holiday.yearly) written += " yearly";
  }
  return written;
}

std::string holidays(const std::string& text) {
  Diagnostics diagnostics;
  const std::string written = holidays_of(text, diagnostics);
  CHECK(diagnostics.empty());
  return written;
}

std::string problem(const std::string& text) {
  Diagnostics diagnostics;
  holidays_of(text, diagnostics);
  REQUIRE_FALSE(diagnostics.empty());
  const Diagnostic& first = diagnostics.kept().front();
  return std::string(to_code(first.code)) + ' ' + std::to_string(first.where.line) + ' ' + first.seen;
}

std::string event(const std::string& lines) {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n" + lines + "END:VEVENT\r\nEND:VCALENDAR\r\n";
}

}  // namespace

TEST_CASE("a list has dates in any notation, with words behind and around them", "[schedule]") {
  CHECK(holidays("2024-12-25\n2024-12-26 Boxing Day\n") == "2024-12-25 2024-12-26");
  CHECK(holidays("\xef\xbb\xbf"
                 "Datum;Name\r\n24.12.2024;Heiligabend\r\n\r\n# Rest\r\n01.01.2025\tNeujahr") ==
        "2024-12-24 2025-01-01");
  CHECK(holidays("12/25/2024\n1/1/2025,New Year\n") == "2024-12-25 2025-01-01");
}

TEST_CASE("lines of a list that are no date, or may be two, are named", "[schedule]") {
  CHECK(problem("2024-12-25\nChristmas\n") == "date-invalid 2 Christmas");
  CHECK(problem("2024-12-25\n2024-02-30\n") == "date-invalid 2 2024-02-30");
  CHECK(problem("03/04/2024\n") == "date-ambiguous 1 03/04/2024");
  CHECK(problem("1/2/2024\n13/4/2024\n2/13/2024\n") == "date-swapped 1 1/2/2024");
}

TEST_CASE("of a calendar the events count, to the day before their end", "[schedule]") {
  CHECK(holidays(event("DTSTART;VALUE=DATE:20241224\r\nDTEND;VALUE=DATE:20241227\r\nSUMMARY:Weihnachten\r\n")) ==
        "2024-12-24..2024-12-26");
  CHECK(holidays(event("SUMMARY:x\r\nDTSTART;VALUE=DATE:20241\r\n 224\r\n")) == "2024-12-24");  // folded
  CHECK(holidays(event("DTSTART:20240501T000000\r\nDTEND:20240501T235959\r\n")) == "2024-05-01");
  CHECK(holidays(event("DTSTART:20240501T000000\r\nDTEND:20240503T000000\r\n")) == "2024-05-01..2024-05-02");
  CHECK(holidays(event("DTSTART:20240501T080000\r\nDTEND:20240502T160000\r\n")) == "2024-05-01..2024-05-02");
  CHECK(holidays(event("DTSTART:20240501T220000Z\r\nDTEND:20240502T000000Z\r\n")) == "2024-05-01");
  CHECK(holidays(event("DTSTART;VALUE=DATE:20241003\r\nRRULE:FREQ=YEARLY\r\n")) == "2024-10-03 yearly");
  CHECK(holidays(event("DTSTART;VALUE=DATE:20241003\r\nSTATUS:CANCELLED\r\n")).empty());
  CHECK(holidays(event("DTSTART;VALUE=DATE:20241224\r\nDURATION:P4D\r\n")) == "2024-12-24..2024-12-27");
  CHECK(holidays(event("DURATION:P1W\r\nDTSTART;VALUE=DATE:20241224\r\n")) == "2024-12-24..2024-12-30");
}

TEST_CASE("a file without an end or without anything is refused", "[schedule]") {
  const std::string whole = event("DTSTART;VALUE=DATE:20241003\r\n");
  for (std::size_t size = 16; size < whole.size() - 2; ++size) {
    CAPTURE(size);
    Diagnostics diagnostics;
    CHECK_THROWS_AS(holidays_of(whole.substr(0, size), diagnostics), Failure);
  }
  for (const char* const text : {"", "\n", " \r\n"}) {
    Diagnostics diagnostics;
    CHECK_THROWS_AS(holidays_of(text, diagnostics), Failure);
  }
}

TEST_CASE("repetitions that are not understood count once and are named", "[schedule]") {
  Diagnostics diagnostics;
  CHECK(holidays_of(event("DTSTART;VALUE=DATE:20241003\r\nRRULE:FREQ=WEEKLY;BYDAY=MO\r\n"), diagnostics) ==
        "2024-10-03");
  CHECK(diagnostics.count(DiagnosticCode::holiday_unsupported) == 1);
  for (const char* const line : {"DURATION:P1DT2H", "DURATION:PT48H", "DURATION:P", "DURATION:P-1D", "DURATION:-P1D",
                                 "RDATE:20241010", "EXDATE:20241010"}) {
    CAPTURE(line);
    const std::string seen = problem(event("DTSTART;VALUE=DATE:20241003\r\n" + std::string(line) + "\r\n"));
    CHECK(seen.rfind("holiday-unsupported 5 ", 0) == 0);
  }
  CHECK(problem(event("DTSTART:someday\r\n")) == "date-invalid 4 someday");
}

TEST_CASE("a property without a value is named", "[schedule]") {
  CHECK(problem(event("DTSTART;VALUE=DATE:20241003\r\nDURATION\r\n")) == "holiday-unsupported 5 ");
}
