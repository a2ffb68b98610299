// What follows from a plan of an export that makes sense: every format in both languages, explanations, batches,
// schedules, and the differences to itself.
#include <algorithm>

#include "fuzz/fuzz_support.hpp"
#include "fuzz/structured_input.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/output/diff_report.hpp"
#include "nceplan/output/explain.hpp"
#include "nceplan/output/report.hpp"
#include "nceplan/plan/batch.hpp"
#include "nceplan/plan/migration_schedule.hpp"

using namespace nceplan;

namespace {

template <typename Write>
void require_text(Write write) {
  std::string text;
  write([&text](std::string_view bytes) { text += bytes; });
  fuzz::require(is_valid_utf8(text), "outputs are UTF-8");
}

void check_reports(const Plan& plan, Language language) {
  const SelectedRows rows = select_rows(plan, {.sort = {{Column::migration_date, true}, {Column::seats, false}}});
  fuzz::require(rows.size() == plan.counts().planned, "all planned rows are shown");
  for (const ReportFormat format : {ReportFormat::table, ReportFormat::wide, ReportFormat::csv, ReportFormat::tsv,
                                    ReportFormat::json, ReportFormat::ndjson, ReportFormat::md, ReportFormat::ics,
                                    ReportFormat::html, ReportFormat::junit, ReportFormat::codequality}) {
    require_text([&](const Sink& sink) {
      write_report(rows, {.format = format, .language = language}, plan.diagnostics(), sink);
    });
  }
  for (RowIndex row = 0; row < plan.portfolio().row_count(); ++row) {
    if (!plan.is_planned(row)) continue;
    require_text([&](const Sink& sink) { write_explanation(plan, row, {.language = language}, sink); });
  }
}

void check_batch(const Plan& plan, const MigrationUnits& units, BatchTiming timing) {
  const Batch batch = make_batch(plan, units, {.timing = timing, .day = plan.context().as_of + 1});
  std::uint64_t rows = batch.staying.size();
  for (const BatchFile& file : batch.files) {
    fuzz::require(file.rows.size() <= rows_per_file && file.migrations <= migrations_per_slot,
                  "a file is not too long");
    rows += file.rows.size();
  }
  fuzz::require(rows == plan.counts().planned, "every planned row is in a file or stays");
}

void check_schedule(const Plan& plan, const MigrationUnits& units) {
  const Date first = plan.context().as_of;
  const MigrationSchedule schedule = make_schedule(units.units, {.first = first, .per_day = 2});
  fuzz::require(schedule.placed.size() + schedule.unplaced.size() == units.units.size(), "every unit has its place");
  for (const ScheduledUnit& placed : schedule.placed) {
    const Date earliest = std::max(first, placed.unit.from);
    fuzz::require(placed.day && *placed.day >= earliest && *placed.day <= placed.unit.until,
                  "a unit is placed between its days");
  }
}

void check_diff(const Plan& plan) {
  const PlanDiff diff = diff_plans(plan, plan);
  const DiffReport report{plan, plan, diff};
  for (const DiffFormat format : {DiffFormat::table, DiffFormat::csv, DiffFormat::json, DiffFormat::md}) {
    require_text([&](const Sink& sink) { write_diff(report, {.format = format}, {}, sink); });
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const Date as_of = fuzz::structured_day(data);
  const auto rows = fuzz::structured_rows(data + 2, size - 2);
  Diagnostics problems;
  const auto portfolio = fuzz::portfolio_of("fuzz.csv", fuzz::as_csv(rows), {}, problems);
  if (!portfolio) return 0;
  const Plan plan = fuzz::plan_of(*portfolio, as_of, data[1]);
  check_reports(plan, data[0] % 2 == 0 ? Language::en : Language::de);
  const MigrationUnits units = migration_units(plan, [](RowIndex) { return true; });
  for (const BatchTiming timing : {BatchTiming::at_once, BatchTiming::on_day, BatchTiming::on_renewal}) {
    check_batch(plan, units, timing);
  }
  check_schedule(plan, units);
  check_diff(plan);
  return 0;
}
