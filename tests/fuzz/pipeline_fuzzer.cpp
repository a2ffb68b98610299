// Exports that make sense, from reading to a plan under any edition: CSV and NDJSON of the same rows give the same
// subscriptions and the same plan, which accounts for every row.
#include "fuzz/fuzz_support.hpp"
#include "fuzz/structured_input.hpp"
#include "nceplan/base/date.hpp"
#include "nceplan/output/report.hpp"

using namespace nceplan;

namespace {

const std::vector<Column>& lasting_columns() {
  static const std::vector<Column> columns = [] {
    std::vector<Column> lasting;
    for (const Column column : all_columns()) {
      // A status that nobody knows is planned, and written, as active; the place of a row is that of its file.
      const bool of_the_file =
          column == Column::source_file || column == Column::source_line || column == Column::status;
      if (!of_the_file && column != Column::notes) lasting.push_back(column);
    }
    return lasting;
  }();
  return columns;
}

std::string written(const Plan& plan) {
  std::string csv;
  write_report(select_rows(plan, {}), {.format = ReportFormat::csv, .columns = lasting_columns()}, plan.diagnostics(),
               [&csv](std::string_view bytes) { csv += bytes; });
  return csv;
}

/// Rows without an id are named after their file.
std::string as_if_csv(std::string text) {
  const std::string_view name = "fuzz.ndjson:";
  for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name)) {
    text.replace(at, name.size(), "fuzz.csv:");
  }
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const Date as_of = fuzz::structured_day(data);
  const auto rows = fuzz::structured_rows(data + 2, size - 2);
  Diagnostics csv_problems;
  Diagnostics json_problems;
  const auto csv = fuzz::portfolio_of("fuzz.csv", fuzz::as_csv(rows), {}, csv_problems);
  const auto json = fuzz::portfolio_of("fuzz.ndjson", fuzz::as_ndjson(rows), {}, json_problems);
  if (!csv || rows.empty()) return 0;
  fuzz::require(json.has_value(), "CSV and NDJSON are both read");
  fuzz::require(fuzz::reading_of(*csv, csv_problems).rows == as_if_csv(fuzz::reading_of(*json, json_problems).rows),
                "CSV and NDJSON say the same");
  const std::size_t edition = data[1];
  const Plan plan = fuzz::plan_of(*csv, as_of, edition);
  fuzz::check_plan(plan);
  fuzz::require(written(plan) == as_if_csv(written(fuzz::plan_of(*json, as_of, edition))),
                "CSV and NDJSON give the same plan");
  return 0;
}
