#include "nceplan/rules/window.hpp"

#include "support/catch.hpp"
#include "support/editions.hpp"

using namespace nceplan;
using test::day;
using test::iso;

TEST_CASE("the window is as long as the edition says", "[rules][R6]") {
  Edition edition = test::edition_2023_07();
  const WindowDecision week = window_of(day("2024-02-26"), edition);
  CHECK(iso(week.start) == "2024-02-26");
  CHECK(iso(week.last_full_day) == "2024-03-03");
  CHECK(iso(week.end) == "2024-03-04");
  edition.window_days = 3;
  CHECK(iso(window_of(day("2024-12-31"), edition).end) == "2025-01-03");
}

TEST_CASE("notes tell the last partial day and a row that should be gone", "[rules][R6]") {
  struct NoteCase {
    std::string as_of;
    bool closing;
    bool still_legacy;
  };
  const auto [as_of, closing, still_legacy] = GENERATE(values<NoteCase>({
      {"2024-01-10", false, false},
      {"2024-01-11", false, false},
      {"2024-01-14", false, false},
      {"2024-01-15", false, true},
      {"2024-01-17", false, true},
      {"2024-01-18", true, true},
      {"2024-01-19", false, true},
  }));
  CAPTURE(as_of);
  const Date migration = day("2024-01-11");
  NoteSet notes;
  add_window_notes(notes, migration, window_of(migration, test::edition_2023_07()), day(as_of));
  CHECK(notes.has(Note::window_closing) == closing);
  CHECK(notes.has(Note::still_legacy) == still_legacy);
}
