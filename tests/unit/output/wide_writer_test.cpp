#include "support/catch.hpp"
#include "unit/output/sample_plan.hpp"

using namespace nceplan;
using namespace nceplan::testing;

TEST_CASE("Wide output has all dates of a subscription on one line, whatever its name") {
  const std::string name(90, 'x');
  const SamplePlan sample = plan_of({{.product = name, .term_end = "2024-01-19", .created = "2020-01-20"}});
  const std::string wide = sample.report({.format = ReportFormat::wide, .width = 80});
  const std::size_t line = wide.find("! Contoso");
  REQUIRE(line != wide.npos);
  const std::string row = wide.substr(line, wide.find('\n', line) - line);
  CHECK(row ==
        "! Contoso   " + name +
            "  11111111-aaaa-4aaa-8aaa-000000000001      5  1 year  monthly       2020-01-20  2024-01-19  2024-01-20  "
            "2023-11-21  2023-07-11     2024-01-18      2024-01-20  2024-01-20   2024-01-26    2024-01-27     1 year   "
            " 2025-01-19       due soon  2024-01-18          2  migrate yourself by 2024-01-18");
}

TEST_CASE("Chosen columns are worded in the language of the report") {
  const SamplePlan sample = plan_of({{.product = "Power BI Pro Trial"}});
  const ReportOptions options{.format = ReportFormat::wide,
                              .columns = {Column::product_name, Column::reason, Column::auto_renew, Column::seats,
                                          Column::term_end_date, Column::category, Column::notes},
                              .language = Language::de};
  const std::string wide = sample.report(options);
  CHECK(wide.find("  Produkt             Grund        Autom. Verlängerung  Lizenzen  Laufzeitende  Kategorie") !=
        wide.npos);
  CHECK(wide.find("? Power BI Pro Trial  Testversion  ja                          5  31.01.2024    gewerblich\n") !=
        wide.npos);
}

TEST_CASE("The table with chosen columns is wide output") {
  const SamplePlan sample = plan_of(std::vector<SampleRow>(1));
  ReportOptions options{.format = ReportFormat::table, .columns = {Column::product_name, Column::act_by}};
  const std::string table = sample.report(options);
  options.format = ReportFormat::wide;
  CHECK(table == sample.report(options));
}
