#include "nceplan/output/attention.hpp"

#include "support/catch.hpp"
#include "unit/output/sample_plan.hpp"

using namespace nceplan;
using nceplan::testing::SamplePlan;
using nceplan::testing::SampleRow;

namespace {

/// Term ends that make a row urgent, due soon or calm as of 2024-01-16.
std::vector<SampleRow> sample_rows() {
  const std::vector<std::string> ends = {"2025-12-31", "2024-01-20", "2024-02-10", "2024-01-18", "2024-01-12"};
  std::vector<SampleRow> rows;
  for (const std::string& end : ends) {
    SampleRow row;
    row.id = "11111111-aaaa-4aaa-8aaa-00000000000" + std::to_string(rows.size());
    row.term_end = end;
    rows.push_back(row);
  }
  return rows;
}

}  // namespace

TEST_CASE("without a gate what is urgent needs attention, most urgent first", "[output]") {
  for (const unsigned jobs : {1U, 3U}) {
    const SamplePlan sample(sample_rows(), jobs);
    const Attention all = attention_of(SelectedRows(sample.plan()), {}, 10);
    CHECK(all.count == 3);
    CHECK(all.most_urgent == std::vector<RowIndex>{3, 4, 1});
    const Attention few = attention_of(SelectedRows(sample.plan()), {}, 2);
    CHECK(few.count == 3);
    CHECK(few.most_urgent == std::vector<RowIndex>{3, 4});
    CHECK(attention_of(SelectedRows(sample.plan()), {}, 0).count == 3);
  }
}

TEST_CASE("with a gate what fails it needs attention, and only rows that are shown", "[output]") {
  const SamplePlan sample(sample_rows());
  const std::vector<GateCondition> gate = {{GateKind::due, 30}};
  CHECK(attention_of(SelectedRows(sample.plan()), gate, 10).most_urgent == std::vector<RowIndex>{3, 4, 1, 2});
  CHECK(attention_of(SelectedRows(sample.plan(), {2, 0}), gate, 10).most_urgent == std::vector<RowIndex>{2});
  CHECK(attention_of(SelectedRows(sample.plan(), {}), gate, 10).count == 0);
}
