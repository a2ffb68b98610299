#include "nceplan/i18n/texts.hpp"
#include "support/catch.hpp"

using namespace nceplan;

TEST_CASE("Dates are ISO in English and day first in German") {
  const Date date = *Date::from_ymd(2024, 1, 16);
  CHECK(format_date(date, Language::en) == "2024-01-16");
  CHECK(format_date(date, Language::de) == "16.01.2024");
  CHECK(format_month(*Date::from_ymd(2024, 3, 1), Language::en) == "March 2024");
  CHECK(format_month(*Date::from_ymd(2024, 3, 1), Language::de) == "März 2024");
}

TEST_CASE("Terms are counted in years where they are whole years") {
  const struct {
    Term term;
    const char* en;
    const char* de;
  } cases[] = {
      {{1}, "1 month", "1 Monat"},
      {{12}, "1 year", "1 Jahr"},
      {{18}, "18 months", "18 Monate"},
      {{36}, "3 years", "3 Jahre"},
      {{0}, "", ""},
  };
  for (const auto& expected : cases) {
    CHECK(word(expected.term, Language::en) == expected.en);
    CHECK(word(expected.term, Language::de) == expected.de);
  }
}

TEST_CASE("Words match their codes") {
  CHECK(word(Category::public_sector, Language::de) == "öffentlicher Sektor");
  CHECK(word(RowKind::legacy, Language::de) == "Altabonnement");
  CHECK(word(Segment::nonprofit, Language::de) == "gemeinnützig");
  CHECK(word(Phase::window_open, Language::en) == "window open");
  CHECK(word(Phase::open, Language::de) == "offen");
  CHECK(word(PhaseReason::trial, Language::de) == "Testversion");
  CHECK(word(PhaseReason::not_yet_open, Language::en) == "not yet open");
  CHECK(word(Blocker::manual_only, Language::en) == "manual order only");
  CHECK(word(Blocker::none, Language::en).empty());
  CHECK(word(Note::term_assumed, Language::en) == "term assumed");
  CHECK(word(Note::status_assumed, Language::en) == "unknown status, planned as active");
  CHECK(word(Status::pending, Language::de) == "ausstehend");
  CHECK(word(BillingPlan::unknown, Language::en).empty());
  CHECK(word(BillingPlan::none, Language::en) == "none");
  CHECK(word(MigratedBy::none, Language::en) == "nobody");
  CHECK(word(SegmentBasis::assumed, Language::en) == "assumed, nothing says otherwise");
  CHECK(word(Severity::error, Language::de) == "Fehler");
  CHECK(word(ActionCode::migrate_yourself, Language::de) == "selbst migrieren");
}

TEST_CASE("Microsoft's ineligibility codes 0 to 12 have words, other numbers none") {
  CHECK(ineligibility_word(0, Language::en) == "not active");
  CHECK(ineligibility_word(12, Language::en) == "the custom end date must align");
  CHECK(ineligibility_word(-1, Language::en).empty());
  CHECK(ineligibility_word(13, Language::en).empty());
}

TEST_CASE("Rules 1 to 14 have a title, and cite Microsoft where they are Microsoft's") {
  for (int rule = 1; rule <= rule_count; ++rule) {
    CHECK_FALSE(rule_title(rule, Language::en).empty());
    CHECK_FALSE(rule_text(rule, Language::de).empty());
  }
  CHECK(rule_title(6, Language::de) == "Das Anpassungsfenster");
  CHECK(rule_source(7) == "PC/migrate-subscriptions-to-new-commerce");
  CHECK(rule_source(14).empty());
}
