#include "i18n/reason_table.hpp"
#include "nceplan/i18n/texts.hpp"
#include "support/catch.hpp"

using namespace nceplan;

namespace {

Date day(const char* iso) { return *parse_iso_date(iso); }

}  // namespace

TEST_CASE("The arithmetic of a migration date is spelled out") {
  Reason reason{4, Statement::migrates_after_renewals, {}, 1, one_year, "", ""};
  reason.dates = {day("2024-01-01"), day("2023-09-30"), day("2024-09-30")};
  CHECK(sentence(reason, Language::en) ==
        "renewal 2023-09-30 + 1 × P1Y = 2024-09-30, the first on or after 2024-01-01");
  CHECK(sentence(reason, Language::de) ==
        "Verlängerung 30.09.2023 + 1 × P1Y = 30.09.2024, die erste ab dem 01.01.2024");
}

TEST_CASE("The window names its last full day and the day it closes") {
  Reason reason{6, Statement::window, {day("2024-01-11"), day("2024-01-17"), day("2024-01-18")}, 0, {}, "", ""};
  CHECK(sentence(reason, Language::en) ==
        "adjustment window 2024-01-11 + 7 days: last full day 2024-01-17, closed in the course of 2024-01-18");
}

TEST_CASE("Codes are worded in the language of the sentence") {
  CHECK(sentence({2, Statement::segment_decided, {}, 0, {}, "education", "catalog-name"}, Language::en) ==
        "segment education (bundled catalog, by offer name)");
  CHECK(sentence({2, Statement::category_decided, {}, 0, {}, "public_sector", ""}, Language::de) ==
        "Terminkategorie öffentlicher Sektor");
  CHECK(sentence({9, Statement::bundle_blocked_by, {}, 0, {}, "4711", "promotion"}, Language::en) ==
        "4711, a member of its bundle, is blocked: promotion");
}

TEST_CASE("Values that are missing leave no hole in the sentence") {
  CHECK(sentence({1, Statement::migrated_already, {}, 0, {}, "", ""}, Language::en) ==
        "already migrated: a New Commerce subscription replaced it");
  CHECK(sentence({8, Statement::not_covered, {}, 0, {}, "trial", ""}, Language::de) ==
        "Microsoft migriert es nicht: Testversion");
  CHECK(sentence({8, Statement::partner_scheduled, {day("2024-05-01")}, 0, {}, "", ""}, Language::en) ==
        "the partner has scheduled the migration for 2024-05-01; Microsoft leaves it alone");
  CHECK(sentence({7, Statement::ineligible, {}, 3, {}, "Promo {0}", ""}, Language::en) ==
        "the export says that it is not eligible for migration (code 3: promotion): \"Promo {0}\"");
  CHECK(sentence({7, Statement::ineligible, {}, -1, {}, "", ""}, Language::en) ==
        "the export says that it is not eligible for migration");
  CHECK(sentence({11, Statement::phase_decided, {day("2024-01-16")}, 0, {}, "waiting", "unlisted"}, Language::en) ==
        "on 2024-01-16 its phase is: waiting (not listed in the offer matrix)");
  CHECK(sentence({12, Statement::action, {OptionalDate{}, day("2024-01-18")}, 0, {}, "migrate_yourself", ""},
                 Language::en) == "next: migrate yourself, until 2024-01-18");
}

TEST_CASE("Every statement is worded in both languages") {
  for (std::size_t value = 0; value < statement_count; ++value) {
    const Reason reason{1,
                        static_cast<Statement>(value),
                        {day("2024-01-01"), day("2024-01-02"), day("2024-01-03")},
                        2,
                        one_year,
                        "x",
                        "y\x1b["};
    for (const Language language : {Language::en, Language::de}) {
      CHECK_FALSE(sentence(reason, language).empty());
      CHECK(sentence(reason, language).find('\x1b') == std::string::npos);
    }
  }
}
