// From bytes to subscriptions: the CSV index, the row builder, and both together as the program runs them. One item is
// one row.
#include <benchmark/benchmark.h>

#include <vector>

#include "input/csv_index.hpp"
#include "micro_samples.hpp"
#include "nceplan/input/csv.hpp"
#include "nceplan/input/header_mapping.hpp"
#include "nceplan/input/row_builder.hpp"

namespace {

using namespace nceplan;
using namespace nceplan::bench;

void count_rows(benchmark::State& state, std::size_t bytes_per_round) {
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(sample_rows));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes_per_round));
}

void bm_index_csv(benchmark::State& state) {
  const std::string& text = sample_export();
  CsvIndex index;
  for (auto _ : state) {
    index_csv(text, {}, index);
    benchmark::DoNotOptimize(index.ends().data());
  }
  count_rows(state, text.size());
}
BENCHMARK(bm_index_csv);

/// A stray quote anywhere makes the indexer go byte by byte; this is what that costs.
void bm_index_csv_stray_quote(benchmark::State& state) {
  std::string text = sample_export();
  text.insert(text.find(',') - 1, 1, '"');
  CsvIndex index;
  for (auto _ : state) {
    index_csv(text, {}, index);
    benchmark::DoNotOptimize(index.ends().data());
  }
  count_rows(state, text.size());
}
BENCHMARK(bm_index_csv_stray_quote);

/// The rows of the sample as a reader hands them to the row builder.
struct RawSample {
  std::vector<CsvRow> rows;
  HeaderMapping mapping;

  RawSample() : rows(parse_csv(sample_export(), detect_csv_dialect(sample_export()))) {
    Diagnostics diagnostics;
    mapping = map_headers(rows.front().fields, {}, "sample", diagnostics);
    rows.erase(rows.begin());
  }

  RawRow raw_row(const CsvRow& row) const {
    RawRow raw{.line = row.line};
    for (std::size_t column = 0; column < row.fields.size(); ++column) {
      if (mapping.fields[column]) raw[*mapping.fields[column]] = row.fields[column];
    }
    return raw;
  }
};

void bm_row_builder(benchmark::State& state) {
  const RawSample sample;
  std::vector<RawRow> raw_rows;
  for (const CsvRow& row : sample.rows) raw_rows.push_back(sample.raw_row(row));
  RowContext context{.mapping = &sample.mapping, .file = "sample"};
  context.date_orders.fill(CellOrder::month_first);
  for (auto _ : state) {
    Shard shard(0);
    RowBlock block;
    Diagnostics diagnostics;
    DateEvidence evidence;
    RowBuilder builder(context, shard, block, diagnostics, evidence);
    for (const RawRow& raw : raw_rows) benchmark::DoNotOptimize(builder.add(raw));
  }
  count_rows(state, sample_export().size());
}
BENCHMARK(bm_row_builder);

void bm_read_portfolio(benchmark::State& state, GeneratedFormat format) {
  const std::string& content = sample_export(format);
  for (auto _ : state) benchmark::DoNotOptimize(read_sample(content));
  count_rows(state, content.size());
}
BENCHMARK_CAPTURE(bm_read_portfolio, csv, GeneratedFormat::csv);
BENCHMARK_CAPTURE(bm_read_portfolio, ndjson, GeneratedFormat::ndjson);
BENCHMARK_CAPTURE(bm_read_portfolio, json, GeneratedFormat::json);

}  // namespace
