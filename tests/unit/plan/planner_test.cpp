// What must hold for any portfolio: the plan depends neither on the order of rows nor on the number of threads.
#include <algorithm>
#include <random>

#include "nceplan/plan/edition_diff.hpp"
#include "support/catch.hpp"
#include "support/planned.hpp"

using namespace nceplan;
using namespace nceplan::test;

namespace {

/// Random rows in which ids repeat, bases are missing or cyclic, and seats exceed caps.
std::vector<Row> random_rows(std::size_t count, bool with_duplicates) {
  const std::vector<std::string> products = {"Office 365 E3", "Microsoft 365 Business Standard", "Plan Promo",
                                             "Plan (3 year)", "Office 365 A3 for faculty",       "Plan Trial"};
  std::mt19937 random(4711);
  const auto below = [&random](std::size_t limit) { return static_cast<std::size_t>(random() % limit); };
  std::vector<Row> rows;
  for (std::size_t i = 0; i < count; ++i) {
    Row row;
    row.id = "s" + std::to_string(with_duplicates ? below(count) : i);
    row.customer = "Customer " + std::to_string(below(count / 8 + 1));
    row.product = products[below(products.size())];
    row.ends = to_iso(day("2023-10-01") + static_cast<int>(below(1000)));
    row.term = below(4) == 0 ? "P1M" : "P1Y";
    row.seats = static_cast<int>(below(200));
    row.auto_renew = below(8) != 0;
    if (below(5) == 0) row.created = to_iso(day("2023-06-01") + static_cast<int>(below(200)));
    if (below(4) == 0) row.base = "s" + std::to_string(below(count + 5));
    if (below(20) == 0) row.ineligible_because = "promotion";
    if (below(30) == 0) row.kind = RowKind::nce;
    if (row.kind == RowKind::nce) row.migrated_from = "s" + std::to_string(below(count));
    rows.push_back(std::move(row));
  }
  rows.push_back({.id = "x", .base = "y"});
  rows.push_back({.id = "y", .base = "x"});
  return rows;
}

std::string text_of(const PlanEntry& entry) {
  std::string text = phase_of(entry) + '|' + notes_of(entry) + '|' + written(entry.actions);
  for (const OptionalDate date : {entry.renewal.renewal, entry.migration.date, entry.migration.committed_until(),
                                  entry.window.end, entry.self_migration.from, entry.self_migration.until}) {
    text += '|' + iso(date);
  }
  return text + '|' + std::string(to_code(entry.self_migration.blocker)) + '|' + std::to_string(entry.seat_sum);
}

/// What the plan says of a row, whatever became of it.
std::string text_of(const Plan& plan, RowIndex row) {
  const std::string fate = std::to_string(static_cast<int>(plan.fate(row)));
  return plan.is_planned(row) ? fate + ' ' + text_of(plan.entry(row)) : fate;
}

}  // namespace

TEST_CASE("the number of threads changes nothing", "[plan]") {
  const Portfolio portfolio = portfolio_of(random_rows(90'000, true));
  const Edition edition = edition_2023_07();
  const Edition newer = edition_2024_05();
  const OfferCatalog catalog;
  PlanContext context{.as_of = day("2024-01-16"), .edition = &edition, .catalog = &catalog};
  const Plan one = make_plan(portfolio, context);
  context.jobs = 4;
  const Plan four = make_plan(portfolio, context);
  CHECK(one.counts() == four.counts());
  CHECK(one.counts().merged > 10'000);
  CHECK(one.diagnostics().kept() == four.diagnostics().kept());
  std::size_t different = 0;
  for (RowIndex row = 0; row < portfolio.row_count(); ++row) {
    const bool same = text_of(one, row) == text_of(four, row) && one.root(row) == four.root(row) &&
                      one.customer_group(portfolio.row(row)) == four.customer_group(portfolio.row(row));
    different += same ? 0U : 1U;
  }
  CHECK(different == 0);
  CHECK(moves_between_editions(one, newer) == moves_between_editions(four, newer));
  CHECK(count_moves_between_editions(four, newer) == moves_between_editions(one, newer).size());
}

TEST_CASE("the order of rows changes nothing", "[plan]") {
  std::vector<Row> rows = random_rows(2'000, false);
  const Planned straight(rows);
  std::shuffle(rows.begin(), rows.end(), std::mt19937(17));
  PortfolioMaker maker;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i % 300 == 299) maker.file("part" + std::to_string(i));
    maker.add(rows[i]);
  }
  const Planned shuffled = Planned::of(maker.make());
  CHECK(straight.plan().counts() == shuffled.plan().counts());
  CHECK(straight.plan().counts().rejected >= 2);
  for (const Row& row : rows) {
    CAPTURE(row.id);
    const RowIndex here = straight.row(row.id);
    const RowIndex there = shuffled.row(row.id);
    REQUIRE(text_of(straight.plan(), here) == text_of(shuffled.plan(), there));
  }
}

TEST_CASE("rows read are accounted for, and every entry has a reason", "[plan][R14]") {
  const Planned planned(random_rows(2'000, true));
  const RowCounts& counts = planned.plan().counts();
  CHECK(counts.read == 2'002);
  CHECK(counts.read == counts.planned + counts.already_nce + counts.other + counts.rejected + counts.merged);
  for (RowIndex row = 0; row < 2'002; ++row) {
    if (!planned.plan().is_planned(row)) continue;
    const PlanEntry entry = planned.plan().entry(row);
    const bool must_say_why = entry.phase == Phase::not_covered || entry.phase == Phase::waiting;
    REQUIRE((entry.reason != PhaseReason::none) == must_say_why);
    REQUIRE(planned.plan().reasons(row).size() >= 6);
  }
}

TEST_CASE("an export without a legacy row is said to have none", "[plan][R14]") {
  const Planned nce({{.id = "n", .kind = RowKind::nce}});
  CHECK(nce.plan().diagnostics().count(DiagnosticCode::no_legacy_rows) == 1);
  const Planned mixed({{.id = "n", .kind = RowKind::nce}, {.id = "a"}});
  CHECK(mixed.plan().diagnostics().count(DiagnosticCode::no_legacy_rows) == 0);
}
