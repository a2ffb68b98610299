// What became of subscriptions from one plan to the next.
#include "nceplan/plan/plan_diff.hpp"

#include <algorithm>
#include <random>

#include "support/catch.hpp"
#include "support/planned.hpp"

using namespace nceplan;
using namespace nceplan::test;

namespace {

/// `kind id` for each change, in order; the id is the later one.
std::vector<std::string> changes_of(const Planned& before, const Planned& after) {
  std::vector<std::string> written;
  for (const SubscriptionChange& change : diff_plans(before.plan(), after.plan()).changes) {
    const Planned& side = change.after ? after : before;
    const RowIndex row = change.after ? *change.after : *change.before;
    const RowBlock& block = side.portfolio().block_of(row);
    for (std::size_t kind = 0; kind < change_kind_count; ++kind) {
      if (!change.kinds.has(static_cast<ChangeKind>(kind))) continue;
      written.push_back(std::string(to_code(static_cast<ChangeKind>(kind))) + ' ' +
                        side.portfolio().subscription_id(block, side.portfolio().row(row)));
    }
  }
  return written;
}

using Lines = std::vector<std::string>;

constexpr const char* later = "2024-12-31";

PlanOptions completed(const std::string& id) {
  PlanOptions options;
  options.evidence.sources.resize(1);
  MigrationEvidence statement;
  statement.subscription_id = id;
  statement.state = MigrationState::completed;
  statement.nce_subscription_id = "nce";
  options.evidence.statements.push_back(statement);
  return options;
}

}  // namespace

TEST_CASE("what is only on one side is new or gone", "[diff]") {
  const Planned before({{.id = "stays"}, {.id = "old"}});
  const Planned after({{.id = "STAYS"}, {.id = "new"}});
  CHECK(changes_of(before, after) == Lines{"new new", "gone old"});
  CHECK(diff_plans(before.plan(), after.plan()).unchanged == 1);
}

TEST_CASE("each fact that changed is a change of its own", "[diff]") {
  struct FactCase {
    Row row;
    Lines expected;
  };
  const Row base{.id = "s", .customer_id = "t", .ends = later};
  const auto changed = [&base](auto change) {
    Row row = base;
    change(row);
    return row;
  };
  const FactCase cases[] = {
      {changed([](Row& row) { row.seats = 11; }), {"seats_changed s"}},
      {changed([](Row& row) { row.seats = -1; }), {}},
      {changed([](Row& row) { row.ends = "2025-01-31"; }), {"renewal_moved s"}},
      {changed([](Row& row) { row.term = "P3Y"; }), {"phase_changed s", "term_changed s"}},
      {changed([](Row& row) { row.term = ""; }), {}},
      {changed([](Row& row) { row.auto_renew = false; }),
       {"phase_changed s", "migration_moved s", "auto_renew_changed s"}},
      {changed([](Row& row) { row.auto_renew.reset(); }), {}},
      {changed([](Row& row) { row.status = Status::suspended; }),
       {"phase_changed s", "migration_moved s", "status_changed s"}},
      {changed([](Row& row) { row.product = "Office 365 E5"; }), {"product_changed s"}},
      {changed([](Row& row) { row.product = "OFFICE 365 e3"; }), {}},
      {changed([](Row& row) { row.customer = "Contoso neu"; }), {"customer_renamed s"}},
  };
  const Planned before(std::vector<Row>{base});
  for (const auto& [row, expected] : cases) {
    const Planned after(std::vector<Row>{row});
    CHECK(changes_of(before, after) == expected);
  }
}

TEST_CASE("a legacy subscription that is on NCE now has migrated", "[diff]") {
  const Planned before(std::vector<Row>{{.id = "s", .ends = later}});
  const Row successor{.id = "n", .kind = RowKind::nce, .ends = "", .migrated_from = "S"};
  SECTION("both rows in the later export") {
    const Planned after({{.id = "s", .ends = later}, successor});
    CHECK(changes_of(before, after) == Lines{"migrated s"});
    CHECK(changes_of(after, before) == Lines{"back_in_legacy s"});
    CHECK(diff_plans(before.plan(), after.plan()).changes[0].nce_subscription_id == "n");
  }
  SECTION("only the NCE row") {
    const Planned after(std::vector<Row>{successor});
    const PlanDiff diff = diff_plans(before.plan(), after.plan());
    REQUIRE(diff.changes.size() == 1);
    CHECK(diff.changes[0].kinds.has(ChangeKind::migrated));
    CHECK(diff.changes[0].matched_by == MatchedBy::successor);
    CHECK(diff.changes[0].nce_subscription_id == "n");
    CHECK(changes_of(after, before) == Lines{"back_in_legacy s"});
  }
  SECTION("only evidence") {
    const Planned after({{.id = "other", .ends = later}}, completed("s"));
    CHECK(changes_of(before, after) == Lines{"new other", "migrated s"});
  }
}

TEST_CASE("urgency and phase are compared as of one day, unless a saved plan says otherwise", "[diff]") {
  const Planned before(std::vector<Row>{{.id = "s", .ends = "2024-02-18"}});
  const Planned after(std::vector<Row>{{.id = "s", .ends = "2024-01-20"}});
  CHECK(changes_of(before, after) == Lines{"became_urgent s", "phase_changed s", "renewal_moved s"});
  CHECK(changes_of(after, before) == Lines{"no_longer_urgent s", "phase_changed s", "renewal_moved s"});

  Portfolio saved = portfolio_of({{.id = "s", .ends = "2024-02-10"}});
  SavedRow row;
  row.phase = Phase::open;
  row.migration_date = maybe_day("2024-02-11");
  row.act_by = maybe_day("2024-02-09");
  row.days_left = 32;
  saved.blocks[0].saved.push_back(row);
  saved.blocks[0].details.push_back({.saved = 1});
  saved.blocks[0].rows[0].details = 1;
  const Planned earlier = Planned::of(std::move(saved));
  const Planned now(std::vector<Row>{{.id = "s", .ends = "2024-02-10"}});
  CHECK(changes_of(earlier, now) == Lines{"phase_changed s"});
  CHECK(verdict_day(earlier.plan()).saved);
  CHECK(iso(verdict_day(earlier.plan()).day) == "2024-01-08");
  CHECK_FALSE(verdict_day(before.plan()).saved);
}

TEST_CASE("rows without an id are matched by customer and product, the most alike first", "[diff]") {
  const Planned before({{.ends = "2024-03-31", .seats = 5},
                        {.ends = "2024-05-31", .seats = 7},
                        {.product = "Visio Plan 2", .ends = later},
                        {.customer = "Fabrikam", .ends = later}});
  const Planned after({{.ends = "2024-05-31", .seats = 8},
                       {.ends = "2024-03-31", .seats = 5},
                       {.product = "Visio Plan 2", .ends = "2025-06-30", .seats = 11},
                       {.customer = "Fabrikam AG", .ends = later}});
  const PlanDiff diff = diff_plans(before.plan(), after.plan());
  CHECK(changes_of(before, after) == Lines{"seats_changed a.csv:2", "renewal_moved a.csv:4", "seats_changed a.csv:4",
                                           "new a.csv:5", "gone a.csv:5"});
  CHECK(diff.unchanged == 1);
  CHECK(diff.unidentified == 0);
}

TEST_CASE("a customer id finds a customer that was renamed", "[diff]") {
  const Planned before({{.customer = "Fabrikam", .customer_id = "t1", .ends = later}});
  const Planned after({{.customer = "Fabrikam AG", .customer_id = "T1", .ends = later}});
  CHECK(changes_of(before, after) == Lines{"customer_renamed a.csv:2"});
}

TEST_CASE("rows of which several could be meant are listed as gone and new, and counted", "[diff]") {
  const Planned before({{.ends = "2024-03-31", .seats = 5}, {.ends = "2024-04-30", .seats = 6}});
  const Planned after({{.ends = "2024-05-31", .seats = 7}, {.ends = "2024-06-30", .seats = 8}});
  const PlanDiff diff = diff_plans(before.plan(), after.plan());
  CHECK(diff.changes.size() == 4);
  CHECK(diff.unidentified == 4);
}

TEST_CASE("an export with ids and one without are compared by product", "[diff]") {
  const Planned before({{.ends = later}});
  const Planned after({{.id = "s", .ends = later, .seats = 12}});
  CHECK(changes_of(before, after) == Lines{"seats_changed s"});
  const Planned other_ids(std::vector<Row>{{.id = "other", .ends = later}});
  CHECK(changes_of(after, other_ids) == Lines{"new other", "gone s"});  // two ids are two subscriptions
}

namespace {

std::vector<Row> random_rows(std::mt19937& random) {
  std::vector<Row> rows;
  const auto pick = [&random](std::initializer_list<const char*> texts) {
    return std::string(*(texts.begin() + static_cast<std::ptrdiff_t>(random() % texts.size())));
  };
  for (unsigned i = 0; i < 30; ++i) {
    Row row;
    if (random() % 3 != 0) row.id = "id" + std::to_string(random() % 25);
    row.customer = pick({"Contoso", "Fabrikam", "Bäckerei Müller"});
    if (random() % 2 == 0) row.customer_id = pick({"t1", "t2"});
    row.product = pick({"Office 365 E3", "Visio Plan 2", "Office 365 A3 for faculty (6 year)"});
    row.ends = pick({"2024-01-12", "2024-01-20", "2024-03-31", "2024-12-31"});
    row.seats = static_cast<int>(random() % 4) * 5;
    if (random() % 6 == 0) row.status = Status::suspended;
    if (random() % 5 == 0) row.auto_renew.reset();
    if (random() % 8 == 0) {
      row.kind = RowKind::nce;
      row.ends = "";
      row.migrated_from = "id" + std::to_string(random() % 25);
      row.id = "nce" + std::to_string(i);
    }
    rows.push_back(row);
  }
  return rows;
}

struct Mirrored {
  std::optional<RowIndex> before;
  std::optional<RowIndex> after;
  std::vector<ChangeKind> kinds;
  auto operator<=>(const Mirrored&) const = default;
};

std::vector<Mirrored> listed(const PlanDiff& diff, bool swapped) {
  std::vector<Mirrored> lines;
  for (const SubscriptionChange& change : diff.changes) {
    Mirrored line{change.before, change.after, {}};
    if (swapped) std::swap(line.before, line.after);
    for (std::size_t i = 0; i < change_kind_count; ++i) {
      const auto kind = static_cast<ChangeKind>(i);
      if (change.kinds.has(kind)) line.kinds.push_back(swapped ? mirror_of(kind) : kind);
    }
    std::sort(line.kinds.begin(), line.kinds.end());
    lines.push_back(line);
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

}  // namespace

TEST_CASE("a plan compared with itself has no changes, and changing places mirrors them", "[diff][property]") {
  std::mt19937 random(20240116);
  for (int round = 0; round < 60; ++round) {
    CAPTURE(round);
    const Planned a(random_rows(random));
    const Planned b(random_rows(random));
    const PlanDiff self = diff_plans(a.plan(), a.plan());
    CHECK(self.changes.empty());
    CHECK(self.unchanged == a.plan().counts().planned);
    const PlanDiff there = diff_plans(a.plan(), b.plan());
    const PlanDiff back = diff_plans(b.plan(), a.plan());
    CHECK(listed(there, false) == listed(back, true));
    CHECK(there.unidentified == back.unidentified);
  }
}

TEST_CASE("nothing vanishes: every planned row of either side is in a change, or unchanged", "[diff][property]") {
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    const Planned a(random_rows(random));
    const Planned b(random_rows(random));
    const PlanDiff diff = diff_plans(a.plan(), b.plan());
    std::uint64_t before = 0;
    std::uint64_t after = 0;
    for (const SubscriptionChange& change : diff.changes) {
      before += change.before && a.plan().is_planned(*change.before) ? 1U : 0U;
      after += change.after && b.plan().is_planned(*change.after) ? 1U : 0U;
    }
    CHECK(before <= a.plan().counts().planned);
    CHECK(after <= b.plan().counts().planned);
    // What is on NCE on both sides stands alone on one of them and counts as unchanged there.
    CHECK(before + diff.unchanged >= a.plan().counts().planned);
    CHECK(after + diff.unchanged >= b.plan().counts().planned);
  }
}
