// From subscriptions to bytes: making a plan, computing its entries, sorting and writing rows. One item is one row.
#include <benchmark/benchmark.h>

#include "micro_samples.hpp"
#include "nceplan/output/report.hpp"
#include "output/machine/machine_writers.hpp"

namespace {

using namespace nceplan;
using namespace nceplan::bench;

void count_rows(benchmark::State& state) {
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(sample_rows));
}

void bm_make_plan(benchmark::State& state) {
  const Portfolio& portfolio = sample_portfolio();
  const PlanContext context = sample_context();
  for (auto _ : state) benchmark::DoNotOptimize(make_plan(portfolio, context));
  count_rows(state);
}
BENCHMARK(bm_make_plan);

void bm_plan_entry(benchmark::State& state) {
  const Plan& plan = sample_plan();
  for (auto _ : state) {
    for (RowIndex row = 0; row < sample_rows; ++row) benchmark::DoNotOptimize(plan.entry(row));
  }
  count_rows(state);
}
BENCHMARK(bm_plan_entry);

void bm_sort_rows(benchmark::State& state) {
  const Plan& plan = sample_plan();
  const Selection selection{.sort = {{.column = Column::migration_date}, {.column = Column::customer_name}}};
  for (auto _ : state) benchmark::DoNotOptimize(select_rows(plan, selection));
  count_rows(state);
}
BENCHMARK(bm_sort_rows);

void write_sample(benchmark::State& state, const ReportOptions& options) {
  const SelectedRows rows(sample_plan());
  std::size_t bytes = 0;
  const Sink sink = [&bytes](std::string_view part) { bytes += part.size(); };
  for (auto _ : state) write_delimited(rows, options, ',', sink);
  count_rows(state);
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

/// The columns of tests/bench/compare.py.
void bm_write_csv_nine_columns(benchmark::State& state) {
  write_sample(state, {.columns = {Column::customer_name, Column::subscription_id, Column::product_name,
                                   Column::category, Column::migration_date, Column::window_end, Column::phase,
                                   Column::preorder_from, Column::seats}});
}
BENCHMARK(bm_write_csv_nine_columns);

void bm_write_csv_all_columns(benchmark::State& state) { write_sample(state, {}); }
BENCHMARK(bm_write_csv_all_columns);

}  // namespace
