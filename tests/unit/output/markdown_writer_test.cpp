#include "output/human/markdown.hpp"
#include "support/catch.hpp"
#include "unit/output/sample_plan.hpp"

using namespace nceplan;
using namespace nceplan::testing;

TEST_CASE("Names mean nothing to Markdown or HTML") {
  CHECK(markdown_text("a|b") == "a\\|b");
  CHECK(markdown_text("C:\\temp `x` *y* _z_ [l] ~s~") == "C:\\\\temp \\`x\\` \\*y\\* \\_z\\_ \\[l\\] \\~s\\~");
  CHECK(markdown_text("<b>&amp;") == "&lt;b&gt;&amp;amp;");
  CHECK(markdown_text("one\ntwo") == "one\\\\ntwo");
  CHECK(markdown_text("Müller 日本") == "Müller 日本");
}

TEST_CASE("Each customer has a table, most urgent first") {
  const SamplePlan sample =
      plan_of({{.id = "A", .customer = "Late | Ltd", .customer_id = "K-1", .term_end = "2025-01-31"},
               {.id = "B", .customer = "Soon", .customer_id = "K-2", .term_end = "2024-01-19"}});
  CHECK(sample.report({.format = ReportFormat::md}) ==
        "nceplan 1.0.0   edition 2023-07 (announced 2023-07-11)   as of 2024-01-16\n\n"
        "kunden.csv: 2 rows = 2 legacy\n\n"
        "## Soon\n\n"
        "| | Product | Seats | Migrates | Adjust until | Phase | Do next |\n"
        "| --- | --- | ---: | --- | --- | --- | --- |\n"
        "| ! | Office 365 E3 | 5 | 2024-01-20 | 2024-01-26 | due soon | migrate yourself by 2024-01-18 |\n\n"
        "## Late \\| Ltd\n\n"
        "| | Product | Seats | Migrates | Adjust until | Phase | Do next |\n"
        "| --- | --- | ---: | --- | --- | --- | --- |\n"
        "| | Office 365 E3 | 5 | 2025-02-01 | 2025-02-07 | open | contact the customer by 2024-12-03 |\n\n"
        "! urgent\n\n"
        "1 urgent, 0 more due in 30 days, 1 later.\n\n");
}

TEST_CASE("Months share a table that names the customer, and chosen columns are honoured") {
  const SamplePlan sample = plan_of({{.term_end = "2024-01-19"}});
  CHECK(sample.report({.format = ReportFormat::md, .group_by = GroupBy::month, .language = Language::de})
            .find("## Januar 2024\n\n"
                  "| | Kunde | Produkt | Lizenzen | Migration | Anpassen bis | Phase | Als Nächstes |\n"
                  "| --- | --- | --- | ---: | --- | --- | --- | --- |\n"
                  "| ! | Contoso | Office 365 E3 | 5 | 20.01.2024 | 26.01.2024 | bald fällig | bis 18.01.2024 selbst "
                  "migrieren |\n") != std::string::npos);
  CHECK(sample.report({.format = ReportFormat::md, .columns = {Column::seats, Column::window_end}})
            .find("| | Seats | Window closes |\n| --- | ---: | --- |\n| ! | 5 | 2024-01-27 |\n") != std::string::npos);
}
