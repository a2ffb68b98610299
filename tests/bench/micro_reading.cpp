// From bytes to subscriptions: the CSV index, the row builder, and both together as the program runs them. One item is
// one row.
#include <benchmark/benchmark.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "input/csv/csv_index.hpp"
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

/// The sample cut into fields, as a reader hands it to the row builder.
class RawSample {
 public:
  RawSample() : text_(sample_export()) {
    index_csv(text_, {}, index_);
    Diagnostics diagnostics;
    const std::vector<std::string> headers = parse_csv(text_.substr(0, text_.find('\n')), {}, "").front().fields;
    mapping_ = map_headers(headers, {}, "sample", diagnostics);
  }

  const HeaderMapping& mapping() const { return mapping_; }
  /// The header is record 0.
  std::size_t record_count() const { return index_.records().size(); }

  /// Valid until the next call.
  const RawRow& raw_row(std::size_t record) {
    const std::size_t first = index_.records()[record - 1];
    for (std::size_t column = 0; column < mapping_.fields.size(); ++column) {
      if (!mapping_.fields[column]) continue;
      const std::size_t begin = index_.ends()[first + column - 1] + 1;
      const std::size_t end = index_.ends()[first + column];
      raw_.set(*mapping_.fields[column], csv_content(text_.substr(begin, end - begin), scratch_[column]));
    }
    raw_.line = static_cast<std::uint32_t>(record + 1);
    return raw_;
  }

 private:
  std::string_view text_;
  CsvIndex index_;
  HeaderMapping mapping_;
  std::array<std::string, field_count> scratch_;
  RawRow raw_;
};

void bm_row_builder(benchmark::State& state) {
  RawSample sample;
  RowContext context;
  context.mapping = &sample.mapping();
  context.date_orders.fill(CellOrder::month_first);
  for (auto _ : state) {
    Shard shard(0);
    RowBlock block;
    Diagnostics diagnostics;
    DateEvidence evidence;
    RowBuilder builder(context, shard, block, diagnostics, evidence);
    for (std::size_t record = 1; record < sample.record_count(); ++record) builder.add(sample.raw_row(record));
    if (block.rows.size() != sample_rows) return state.SkipWithError("rows were rejected");
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
