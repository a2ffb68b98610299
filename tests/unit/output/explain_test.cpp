#include "nceplan/output/explain.hpp"

#include "nceplan/i18n/texts.hpp"
#include "support/catch.hpp"
#include "unit/output/sample_plan.hpp"

using namespace nceplan;
using namespace nceplan::testing;

namespace {

std::string explained(const SamplePlan& sample, RowIndex row, const ReportOptions& options) {
  std::string bytes;
  write_explanation(sample.plan(), row, options, [&](std::string_view part) { bytes += part; });
  return bytes;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("An explanation names each rule once, with arithmetic and source, and ends with what to do") {
  const SamplePlan sample = plan_of({{.term_end = "2023-09-30", .seats = 140}});
  const std::string text = explained(sample, 0, {.width = 0});
  CHECK(text.find("Office 365 E3, 140 seats\n"
                  "  customer      Contoso\n"
                  "  subscription  11111111-aaaa-4aaa-8aaa-000000000001\n"
                  "  read from     kunden.csv:2\n"
                  "  edition       2023-07 (announced 2023-07-11)\n"
                  "  as of         2024-01-16\n"
                  "\n"
                  "R1 Which rows are legacy\n") == 0);
  CHECK(has(text,
            "\nR4 When Microsoft migrates\n"
            "  renewal 2023-10-01 + 1 × P1Y = 2024-10-01, the first on or after 2024-01-01\n"
            "  source: PC/announcements/2023-july#11; dates of edition 2023-07\n"));
  CHECK(has(text,
            "\nR3 Term end and renewal\n  the export gives the term P1Y (1 year)\n"
            "  term end 2023-09-30 + 1 day = renewal 2023-10-01\n"));
  CHECK(has(text,
            "\nWhat to do\n  1. contact the customer by 2024-08-02\n"
            "  2. migrate yourself by 2024-09-29\n"
            "  3. order ahead from 2024-08-02 to 2024-09-29\n"));
}

TEST_CASE("An add-on names its base, and a base its add-ons") {
  const SamplePlan sample = plan_of({{.id = "A"}, {.id = "B", .product = "Archiving", .base_id = "A"}});
  CHECK(has(explained(sample, 1, {.width = 0}), "  add-on of     Office 365 E3, A\n"));
  CHECK(has(explained(sample, 0, {.width = 0}), "  add-ons       Archiving, B\n"));
  CHECK(has(explained(sample, 1, {.language = Language::de, .width = 0}),
            "\nR9 Bündel\n  ein Add-on zieht mit seiner Basis A um: Migration 01.02.2024\n"));
}

TEST_CASE("An explanation wraps at the width and keeps the indentation") {
  const SamplePlan sample = plan_of(std::vector<SampleRow>(1));
  CHECK(has(explained(sample, 0, {.width = 40}),
            "  a legacy subscription: its offer id is\n"
            "  a GUID or missing, and nothing says\n"
            "  New Commerce, usage or software\n"));
}

TEST_CASE("Every rule can be printed in both languages") {
  for (int rule = 1; rule <= rule_count; ++rule) {
    for (const Language language : {Language::en, Language::de}) {
      std::string bytes;
      write_rule(rule, {.language = language, .width = 0}, [&](std::string_view part) { bytes += part; });
      CHECK(bytes.find("R" + std::to_string(rule) + " ") == 0);
      CHECK(has(bytes, rule_text(rule, language)));
      CHECK(has(bytes, language == Language::en ? "\n  source: " : "\n  Quelle: "));
    }
  }
}
