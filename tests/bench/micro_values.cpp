// The smallest steps: date cells, dates, ids and interned texts. One item is one value.
#include <benchmark/benchmark.h>

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "generate_rows.hpp"
#include "micro_samples.hpp"
#include "nceplan/base/date.hpp"
#include "nceplan/base/id.hpp"
#include "nceplan/base/string_pool.hpp"
#include "nceplan/input/date_cell.hpp"

namespace {

using namespace nceplan;
using namespace nceplan::bench;

constexpr std::size_t value_count = 4096;

/// Runs `step` over all `values`, again and again.
template <typename Values, typename Step>
void run_over(benchmark::State& state, const Values& values, Step step) {
  for (auto _ : state) {
    for (const auto& value : values) benchmark::DoNotOptimize(step(value));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(values.size()));
}

std::vector<Date> sample_dates() {
  Random random(1);
  std::vector<Date> dates(value_count);
  for (Date& date : dates) date = Date::from_days(19000 + static_cast<std::int32_t>(random.below(3000)));
  return dates;
}

std::vector<std::string> sample_guids() {
  RowGenerator generator(1);
  std::vector<std::string> guids(value_count);
  for (std::string& guid : guids) guid = generator.next().subscription_id;
  return guids;
}

/// The texts that a row interns, row by row: customer, product and subscription name.
std::vector<std::string> sample_texts() {
  RowGenerator generator(1);
  std::vector<std::string> texts;
  for (std::uint64_t i = 0; i < sample_rows; ++i) {
    const GeneratedRow& row = generator.next();
    texts.insert(texts.end(), {row.customer.name, row.product_name, row.subscription_name});
  }
  return texts;
}

enum class DateForm { batch_tool, iso, german };

std::string date_cell(Date date, DateForm form) {
  const std::string iso = to_iso(date);
  switch (form) {
    case DateForm::batch_tool:
      return iso.substr(5, 2) + '/' + iso.substr(8, 2) + '/' + iso.substr(0, 4) + " 00:00:00";
    case DateForm::iso:
      return iso + "T00:00:00Z";
    case DateForm::german:
      return to_german(date);
  }
  return {};
}

void bm_parse_date_cell(benchmark::State& state, DateForm form) {
  std::vector<std::string> cells;
  for (const Date date : sample_dates()) cells.push_back(date_cell(date, form));
  run_over(state, cells, [](const std::string& cell) { return parse_date_cell(cell); });
}
BENCHMARK_CAPTURE(bm_parse_date_cell, batch_tool, DateForm::batch_tool);
BENCHMARK_CAPTURE(bm_parse_date_cell, iso, DateForm::iso);
BENCHMARK_CAPTURE(bm_parse_date_cell, german, DateForm::german);

void bm_add_months(benchmark::State& state) {
  run_over(state, sample_dates(), [](Date date) { return add_months(date, 12); });
}
BENCHMARK(bm_add_months);

void bm_write_iso_date(benchmark::State& state) {
  run_over(state, sample_dates(), [](Date date) {
    std::array<char, 10> text{};
    write_iso_date(date, text.data());
    return text;
  });
}
BENCHMARK(bm_write_iso_date);

void bm_parse_guid(benchmark::State& state) {
  run_over(state, sample_guids(), [](const std::string& text) { return parse_guid(text); });
}
BENCHMARK(bm_parse_guid);

void bm_write_guid(benchmark::State& state) {
  std::vector<Id> ids;
  for (const std::string& guid : sample_guids()) ids.push_back(parse_guid(guid));
  run_over(state, ids, [](Id id) {
    std::array<char, guid_length> text{};
    write_guid(id, text.data());
    return text;
  });
}
BENCHMARK(bm_write_guid);

void bm_intern(benchmark::State& state) {
  const std::vector<std::string> texts = sample_texts();
  for (auto _ : state) {
    StringPool pool;
    for (const std::string& text : texts) benchmark::DoNotOptimize(pool.intern(text));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(texts.size()));
}
BENCHMARK(bm_intern);

/// The standard library's way to the same end, for comparison with bm_intern.
void bm_intern_unordered_map(benchmark::State& state) {
  const std::vector<std::string> texts = sample_texts();
  for (auto _ : state) {
    std::unordered_map<std::string, std::uint32_t> pool;
    for (const std::string& text : texts) {
      benchmark::DoNotOptimize(pool.try_emplace(text, static_cast<std::uint32_t>(pool.size())));
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(texts.size()));
}
BENCHMARK(bm_intern_unordered_map);

}  // namespace
