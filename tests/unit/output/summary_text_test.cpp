#include "support/catch.hpp"
#include "unit/output/sample_plan.hpp"

using namespace nceplan;
using namespace nceplan::testing;

namespace {

std::vector<SampleRow> three_rows() {
  return {{.id = "A", .term_end = "2024-01-19"},
          {.id = "B", .product = "Office 365 E1 (Government Pricing)", .term_end = "2024-06-30"},
          {.id = "C", .term_end = "9999-12-31"}};
}

}  // namespace

TEST_CASE("The summary counts phases, due days and months, and each adds up") {
  CHECK(plan_of(three_rows()).report({.summary = true}) ==
        "nceplan 1.0.0   edition 2023-07 (announced 2023-07-11)   as of 2024-01-16\n"
        "kunden.csv: 3 rows = 3 legacy\n"
        "\n"
        "  PHASE        COUNT\n"
        "  not covered      1\n"
        "  due soon         1\n"
        "  open             1\n"
        "  total            3\n"
        "\n"
        "  NEXT STEP DUE    COUNT\n"
        "  overdue              0\n"
        "  in 7 days            1\n"
        "  in 8 to 30 days      0\n"
        "  later                1\n"
        "  nothing to do        1\n"
        "  total                3\n"
        "\n"
        "  MONTH              CATEGORY       PHASE        COUNT\n"
        "  January 2024       commercial     due soon         1\n"
        "  July 2024          public sector  open             1\n"
        "  No migration date  commercial     not covered      1\n"
        "\n"
        "1 urgent, 0 more due in 30 days, 1 later, 1 with nothing to do.\n");
}

TEST_CASE("The summary is a set of tables in Markdown") {
  const std::string text =
      plan_of(three_rows()).report({.format = ReportFormat::md, .summary = true, .language = Language::de});
  CHECK(text.find("| PHASE | ANZAHL |\n| --- | ---: |\n| nicht erfasst | 1 |\n") != text.npos);
  CHECK(text.find("| Juli 2024 | öffentlicher Sektor | offen | 1 |\n") != text.npos);
}
