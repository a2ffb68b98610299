#include "output/summary.hpp"

#include "support/catch.hpp"
#include "unit/output/sample_plan.hpp"

using namespace nceplan;
using namespace nceplan::testing;

namespace {

const Date as_of = day("2024-01-16");

PlanEntry entry_due(int days, Phase phase = Phase::open) {
  PlanEntry entry;
  entry.phase = phase;
  entry.actions.add({ActionCode::migrate_yourself, {}, as_of + days});
  return entry;
}

PlanEntry entry_migrating(OptionalDate date, Category category = Category::commercial, Phase phase = Phase::open) {
  PlanEntry entry;
  entry.migration.date = date;
  entry.offer.category = category;
  entry.phase = phase;
  return entry;
}

std::string text_of(const MonthCounts& counts) {
  std::string text;
  for (const SummaryLine& line : counts.lines()) {
    text.append(line.month).append(" ").append(to_code(line.category)).append(" ").append(to_code(line.phase));
    text.append(" ").append(std::to_string(line.count)).append("\n");
  }
  return text;
}

}  // namespace

TEST_CASE("due counts change on the day itself") {
  struct Case {
    int days;
    std::uint64_t overdue, week, month, later;
  };
  for (const Case& item : {Case{-1, 1, 1, 1, 0}, Case{0, 0, 1, 1, 0}, Case{7, 0, 1, 1, 0}, Case{8, 0, 0, 1, 0},
                           Case{30, 0, 0, 1, 0}, Case{31, 0, 0, 0, 1}}) {
    CAPTURE(item.days);
    Summary summary;
    summary.add(entry_due(item.days), as_of);
    CHECK(summary.due.overdue == item.overdue);
    CHECK(summary.due.due_7_days == item.week);
    CHECK(summary.due.urgent == item.week);
    CHECK(summary.due.due_30_days == item.month);
    CHECK(summary.due.later == item.later);
    CHECK(summary.due.without_due_date == 0);
  }
}

TEST_CASE("an open window is urgent however many days are left") {
  Summary summary;
  summary.add(entry_due(20, Phase::window_open), as_of);
  CHECK(summary.due.urgent == 1);
  CHECK(summary.due.due_7_days == 0);
}

TEST_CASE("an entry without an action has no due date") {
  Summary summary;
  summary.add(entry_migrating({}), as_of);
  CHECK(summary.due.without_due_date == 1);
  CHECK(summary.shown == 1);
}

TEST_CASE("months are counted in any order, those without a date last") {
  MonthCounts counts;
  CHECK(text_of(counts).empty());
  counts.add(entry_migrating({}));
  counts.add(entry_migrating(day("2024-01-31")));
  counts.add(entry_migrating(day("2025-12-01"), Category::public_sector));
  counts.add(entry_migrating(day("2023-12-31"), Category::multi_year, Phase::waiting));
  counts.add(entry_migrating(day("2024-02-01")));
  counts.add(entry_migrating(day("2024-01-01"), Category::commercial, Phase::due_soon));
  counts.add(entry_migrating(day("2024-01-01")));
  CHECK(text_of(counts) ==
        "2023-12 multi_year waiting 1\n"
        "2024-01 commercial due_soon 1\n"
        "2024-01 commercial open 2\n"
        "2024-02 commercial open 1\n"
        "2025-12 public_sector open 1\n"
        " commercial open 1\n");
}

TEST_CASE("counts of two parts add up to the counts of both") {
  Summary early;
  early.add(entry_migrating(day("2024-03-01")), as_of);
  early.add(entry_due(3), as_of);
  Summary late;
  late.add(entry_migrating(day("2022-03-01")), as_of);
  late.add(entry_migrating(day("2024-03-31")), as_of);
  Summary total;
  total.add(early);
  total.add(late);
  CHECK(total.shown == 4);
  CHECK(total.phases[static_cast<std::size_t>(Phase::open)] == 4);
  CHECK(total.due.urgent == 1);
  CHECK(text_of(total.months) ==
        "2022-03 commercial open 1\n"
        "2024-03 commercial open 2\n"
        " commercial open 1\n");
}

TEST_CASE("the phases of a plan add up to its planned rows", "[parallel]") {
  const SamplePlan sample = plan_of(many_rows(10'000), 3, 900);
  const Summary summary = summarize(SelectedRows(sample.plan()));
  std::uint64_t sum = 0;
  for (const std::uint64_t phase : summary.phases) sum += phase;
  CHECK(sum == sample.plan().counts().planned);
  CHECK(summary.shown == sum);
  CHECK(summary.due.due_30_days + summary.due.later + summary.due.without_due_date == sum);
  std::uint64_t by_month = 0;
  for (const SummaryLine& line : summary.months.lines()) by_month += line.count;
  CHECK(by_month == sum);
}
