#include "nceplan/i18n/language.hpp"

#include "support/catch.hpp"

using namespace nceplan;

TEST_CASE("A German locale speaks German, every other one English") {
  for (const auto locale : {"de", "de_DE", "de_DE.UTF-8", "de_AT@euro", "DE"}) {
    CHECK(language_of_locale(locale) == Language::de);
  }
  for (const auto locale : {"", "C", "POSIX", "en_US.UTF-8", "nds_DE", "d"}) {
    CHECK(language_of_locale(locale) == Language::en);
  }
}

TEST_CASE("A language is named by its code, in either case") {
  CHECK(language_from_code("de") == Language::de);
  CHECK(language_from_code("EN") == Language::en);
  CHECK_FALSE(language_from_code("fr"));
  CHECK_FALSE(language_from_code(""));
  CHECK(to_code(Language::de) == "de");
  CHECK(to_code(Language::en) == "en");
}
