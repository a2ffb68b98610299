// R12 as sentences: a table around each boundary of the due date.
#include "nceplan/i18n/texts.hpp"
#include "support/catch.hpp"

using namespace nceplan;

namespace {

Date day(const char* iso) { return *parse_iso_date(iso); }

const Date as_of = day("2024-01-16");

std::string said(ActionCode code, OptionalDate from, OptionalDate due, Language language, const PlanEntry& entry = {}) {
  return action_sentence({code, from, due}, entry, as_of, language);
}

PlanEntry entry_with_window(const char* start) {
  PlanEntry entry;
  entry.window = {day(start), day(start) + 6, day(start) + 7};
  return entry;
}

}  // namespace

TEST_CASE("An action says by when, until it is overdue") {
  const struct {
    const char* due;
    const char* en;
    const char* de;
  } cases[] = {
      {"2024-02-20", "migrate yourself by 2024-02-20", "bis 20.02.2024 selbst migrieren"},
      {"2024-01-17", "migrate yourself by 2024-01-17", "bis 17.01.2024 selbst migrieren"},
      {"2024-01-16", "migrate yourself, today is the last day", "selbst migrieren, heute ist der letzte Tag"},
      {"2024-01-15", "migrate yourself, 1 day overdue", "selbst migrieren, seit 1 Tag überfällig"},
      {"2024-01-13", "migrate yourself, 3 days overdue", "selbst migrieren, seit 3 Tagen überfällig"},
  };
  for (const auto& expected : cases) {
    CHECK(said(ActionCode::migrate_yourself, day("2023-07-11"), day(expected.due), Language::en) == expected.en);
    CHECK(said(ActionCode::migrate_yourself, day("2023-07-11"), day(expected.due), Language::de) == expected.de);
  }
}

TEST_CASE("An action that starts later says from when") {
  const auto due = day("2024-03-01");
  CHECK(said(ActionCode::preorder, day("2024-01-17"), due, Language::en) ==
        "order ahead from 2024-01-17 to 2024-03-01");
  CHECK(said(ActionCode::preorder, day("2024-01-17"), due, Language::de) ==
        "vom 17.01.2024 bis 01.03.2024 vorbestellen");
  CHECK(said(ActionCode::preorder, as_of, due, Language::en) == "order ahead by 2024-03-01");
  CHECK(said(ActionCode::preorder, day("2024-01-17"), std::nullopt, Language::en) == "order ahead from 2024-01-17");
  CHECK(said(ActionCode::preorder, std::nullopt, std::nullopt, Language::en) == "order ahead");
  CHECK(said(ActionCode::prepare_migration, day("2024-02-01"), due, Language::en) ==
        "prepare, migrate yourself from 2024-02-01 to 2024-03-01");
}

TEST_CASE("In the adjustment window the days left count") {
  const struct {
    const char* start;
    bool on_end;
    const char* en;
    const char* de;
  } cases[] = {
      {"2024-01-16", false, "adjust term or seats, 6 days left", "Laufzeit oder Lizenzen anpassen, noch 6 Tage"},
      {"2024-01-11", false, "adjust term or seats, 1 day left", "Laufzeit oder Lizenzen anpassen, noch 1 Tag"},
      {"2024-01-10", false, "adjust term or seats, today is the last full day",
       "Laufzeit oder Lizenzen anpassen, heute ist der letzte volle Tag"},
      {"2024-01-09", true, "adjust term or seats, the window closes today",
       "Laufzeit oder Lizenzen anpassen, das Fenster schließt heute"},
  };
  for (const auto& expected : cases) {
    const PlanEntry entry = entry_with_window(expected.start);
    const OptionalDate due = expected.on_end ? entry.window.end : entry.window.last_full_day;
    CHECK(said(ActionCode::adjust_in_window, {}, due, Language::en, entry) == expected.en);
    CHECK(said(ActionCode::adjust_in_window, {}, due, Language::de, entry) == expected.de);
  }
}

TEST_CASE("Some actions say more than a date") {
  PlanEntry entry = entry_with_window("2024-05-01");
  CHECK(said(ActionCode::plan_window, {}, entry.window.last_full_day, Language::en, entry) ==
        "plan the adjustment window, 2024-05-01 to 2024-05-07");
  CHECK(said(ActionCode::check_offer_matrix, {}, day("2024-02-01"), Language::de, entry) ==
        "Angebotsmatrix abwarten, bis 01.02.2024 prüfen");
  entry.self_migration.blocker = Blocker::promotion;
  CHECK(said(ActionCode::clear_blocker, {}, day("2024-02-01"), Language::en, entry) ==
        "clear the promotion by 2024-02-01");
  CHECK(said(ActionCode::none, {}, {}, Language::en, entry).empty());
}

TEST_CASE("Every action has a sentence in both languages") {
  for (int code = 1; code <= static_cast<int>(ActionCode::clear_failed_migration); ++code) {
    const Action action{static_cast<ActionCode>(code), {}, day("2024-03-01")};
    const bool counts_days = action.code == ActionCode::adjust_in_window;
    CHECK(action_sentence(action, {}, as_of, Language::en).find(counts_days ? "45 days left" : "2024-03-01") !=
          std::string::npos);
    CHECK(action_sentence(action, {}, as_of, Language::de).find(counts_days ? "noch 45 Tage" : "01.03.2024") !=
          std::string::npos);
  }
}
