#include <array>

#include "output/cell.hpp"
#include "output/value_text.hpp"
#include "support/catch.hpp"
#include "unit/output/sample_plan.hpp"

using namespace nceplan;
using namespace nceplan::testing;

namespace {

ReportOptions csv_of(std::vector<Column> columns) {
  return {.format = ReportFormat::csv, .columns = std::move(columns)};
}

}  // namespace

TEST_CASE("csv has a header and a line per planned row in input order") {
  const SamplePlan sample = plan_of({{.id = "b", .customer = "Zoo", .seats = -1},
                                     {.id = "x", .kind = RowKind::nce},
                                     {.id = "a", .customer = "Bäckerei", .term_end = "2025-06-30"}});
  CHECK(sample.report(csv_of({Column::customer_name, Column::subscription_id, Column::migration_date, Column::seats,
                              Column::auto_renew})) ==
        "customer_name,subscription_id,migration_date,seats,auto_renew\n"
        "Zoo,b,2024-02-01,,true\n"
        "Bäckerei,a,2025-07-01,5,true\n");
}

TEST_CASE("csv without chosen columns has all of them") {
  const std::string csv = plan_of({{}}).report({.format = ReportFormat::csv});
  const std::string header = csv.substr(0, csv.find('\n'));
  CHECK(std::count(header.begin(), header.end(), ',') == static_cast<std::ptrdiff_t>(column_count) - 1);
  CHECK(csv.find("\nContoso,cccccccc-0000-4000-8000-000000000001,,,11111111-") != std::string::npos);
}

TEST_CASE("a column says the same alone, after another row, and among all others") {
  // Each of them leaves other fields of an entry empty.
  const SamplePlan sample = plan_of({{.created = "2023-02-01", .started = "2023-02-02"},
                                     {.id = "", .term_end = "2025-06-30", .auto_renew = false},
                                     {.id = "addon", .base_id = "11111111-aaaa-4aaa-8aaa-000000000001"},
                                     {.id = "many", .product = "Microsoft 365 Business Basic", .seats = 400},
                                     {.id = "blocked", .ineligibility_reason = "Promotion", .term = three_years},
                                     {.id = "old", .term_end = "2023-12-31", .seats = -1}});
  RowCells all(sample.plan(), Language::en);
  std::array<char, value_room> scratch;
  for (const Column column : all_columns()) {
    std::string expected(to_code(column));
    expected += '\n';
    for (RowIndex row = 0; row < 6; ++row) {
      all.load(sample.plan().portfolio().block_of(row), row);
      const std::string_view text = machine_text(all[column], scratch);
      expected.append(text.empty() ? "\"\"" : text).append("\n");
    }
    CHECK(sample.report(csv_of({column})) == expected);
  }
}

TEST_CASE("fields are quoted only where they have to be") {
  struct Case {
    std::string name;
    std::string csv;
    std::string tsv;
  };
  const Case cases[] = {
      {"plain", "plain", "plain"},
      {"a,b", "\"a,b\"", "a,b"},
      {"a\tb", "a\tb", "\"a\tb\""},
      {"a;b|c", "a;b|c", "a;b|c"},
      {"say \"hi\"", "\"say \"\"hi\"\"\"", "\"say \"\"hi\"\"\""},
      {"\"", "\"\"\"\"", "\"\"\"\""},
      {"two\nlines", "\"two\nlines\"", "\"two\nlines\""},
      {"old\rMac", "\"old\rMac\"", "\"old\rMac\""},
      {" leading", "\" leading\"", "\" leading\""},
      {"trailing ", "\"trailing \"", "\"trailing \""},
      {"in the middle", "in the middle", "in the middle"},
      {"=1+1", "=1+1", "=1+1"},
      {"Größe 😀", "Größe 😀", "Größe 😀"},
      {std::string("nul\0byte", 8), std::string("nul\0byte", 8), std::string("nul\0byte", 8)},
  };
  for (const Case& item : cases) {
    CAPTURE(item.name);
    const SamplePlan sample = plan_of({{.name = item.name}});
    ReportOptions options = csv_of({Column::subscription_name, Column::seats});
    CHECK(sample.report(options) == "subscription_name,seats\n" + item.csv + ",5\n");
    options.format = ReportFormat::tsv;
    CHECK(sample.report(options) == "subscription_name\tseats\n" + item.tsv + "\t5\n");
  }
}

TEST_CASE("a special character is found wherever it stands") {
  for (std::size_t size = 1; size <= 20; ++size) {
    for (std::size_t at = 0; at < size; ++at) {
      for (const char special : {',', '\n', '\r'}) {
        std::string name(size, '\xc3');
        name[at] = special;
        const SamplePlan sample = plan_of({{.name = name}});
        CHECK(sample.report(csv_of({Column::subscription_name})) == "subscription_name\n\"" + name + "\"\n");
      }
    }
  }
}

TEST_CASE("an empty field that is alone on its line is quoted, lest the line be blank") {
  const SamplePlan sample = plan_of({{.seats = -1}, {.id = "2", .seats = 7}});
  CHECK(sample.report(csv_of({Column::seats})) == "seats\n\"\"\n7\n");
}

TEST_CASE("a field of any length is written whole") {
  const std::string name(200'000, '"');
  const SamplePlan sample = plan_of({{.name = name}, {.id = "2", .name = "short"}});
  const std::string expected = "subscription_name\n\"" + name + name + "\"\nshort\n";
  CHECK((sample.report(csv_of({Column::subscription_name})) == expected));
}

TEST_CASE("a plan without rows is a header") {
  CHECK(plan_of({}).report(csv_of({Column::seats, Column::phase})) == "seats,phase\n");
  CHECK(plan_of({{.kind = RowKind::nce}}).report(csv_of({Column::seats, Column::phase})) == "seats,phase\n");
}

TEST_CASE("the number of threads does not change a byte", "[parallel]") {
  const std::vector<SampleRow> rows = many_rows(20'000);
  const SamplePlan one = plan_of(rows, 1, 1000);
  const SamplePlan four = plan_of(rows, 4, 1000);
  const Selection sorted{.sort = {{Column::migration_date}, {Column::customer_name, true}}};
  const Selection filtered{.where = {{Column::phase, "due*"}}, .due_days = 20};
  for (const ReportFormat format : {ReportFormat::csv, ReportFormat::tsv, ReportFormat::json, ReportFormat::ndjson}) {
    for (const bool summary : {false, true}) {
      const ReportOptions options{.format = format, .summary = summary};
      CHECK((one.report(options) == four.report(options)));
      CHECK((one.report(options, sorted) == four.report(options, sorted)));
      CHECK((one.report(options, filtered) == four.report(options, filtered)));
    }
  }
}

TEST_CASE("the summary counts by month, category and phase") {
  const SamplePlan sample = plan_of({{.id = "1"},
                                     {.id = "2", .term_end = "2024-12-31"},
                                     {.id = "3"},
                                     {.id = "4", .auto_renew = false},
                                     {.id = "5", .product = "Office 365 A3 for faculty"}});
  ReportOptions options{.format = ReportFormat::csv, .summary = true};
  CHECK(sample.report(options) ==
        "month,category,phase,count\n"
        "2024-02,commercial,due_soon,2\n"
        "2024-02,public_sector,due_soon,1\n"
        "2025-01,commercial,open,1\n"
        ",commercial,not_covered,1\n");
  options.format = ReportFormat::tsv;
  CHECK(sample.report(options).substr(0, 27) == "month\tcategory\tphase\tcount\n");
}
