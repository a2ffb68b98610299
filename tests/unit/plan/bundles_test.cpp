// Bases and add-ons (R9) and what they do to each other (R7, R8).
#include <algorithm>

#include "support/catch.hpp"
#include "support/planned.hpp"

using namespace nceplan;
using namespace nceplan::test;

TEST_CASE("an add-on follows its base", "[plan][R9]") {
  const Planned planned({{.id = "addon", .ends = "2024-06-30", .term = "P1M", .base = "BASE"},
                         {.id = "base", .ends = "2024-01-19"},
                         {.id = "alone", .ends = "2024-06-30"}});
  const PlanEntry addon = planned["addon"];
  CHECK(iso(addon.renewal.renewal) == "2024-07-01");
  CHECK(iso(addon.migration.date) == "2024-01-20");
  CHECK(iso(addon.window.end) == "2024-01-27");
  CHECK(iso(addon.self_migration.until) == "2024-01-18");
  CHECK(iso(addon.migration.committed_until()) == "2025-01-19");
  CHECK(notes_of(addon) == "follows_base");
  CHECK(notes_of(planned["base"]).empty());
  CHECK(planned.bundle("addon") == "base addon");
  CHECK(planned.bundle("alone") == "alone");
  CHECK(planned.plan().root(planned.row("addon")) == planned.row("base"));
  CHECK(planned.plan().root(planned.row("alone")) == planned.row("alone"));
}

TEST_CASE("the category of the base decides for its add-ons", "[plan][R4][R9]") {
  PlanOptions options;
  options.edition = edition_2023_10();
  const Planned planned({{.id = "school", .product = "Office 365 A3 for faculty"},
                         {.id = "addon", .product = "Audio Conferencing", .base = "school"}},
                        options);
  CHECK(iso(planned["addon"].migration.date) == "2025-01-20");
  options.edition = edition_2023_09();
  const Planned undated({{.id = "school", .product = "Office 365 A3 for faculty"},
                         {.id = "addon", .product = "Audio Conferencing", .base = "school"}},
                        options);
  CHECK(phase_of(undated["addon"]) == "waiting date_not_announced");
}

TEST_CASE("parents of parents resolve to the root", "[plan][R9]") {
  const Planned planned({{.id = "c", .base = "b"}, {.id = "b", .base = "a"}, {.id = "d", .base = "c"}, {.id = "a"}});
  CHECK(planned.bundle("d") == "a c b d");
  CHECK(planned.plan().root(planned.row("c")) == planned.row("a"));
  CHECK(planned.diagnostics().empty());
}

TEST_CASE("a base that is not in the export leaves the add-on alone", "[plan][R9]") {
  PortfolioMaker maker;
  maker.add({{.id = "orphan", .created = "2024-01-15", .base = "gone"},
             {.id = "child", .base = "orphan"},
             {.id = "nce", .kind = RowKind::nce},
             {.id = "azure", .kind = RowKind::other},
             {.id = "of-nce", .base = "nce"},
             {.id = "of-azure", .base = "azure"}});
  const Planned planned = Planned::of(maker.make());
  CHECK(notes_of(planned["orphan"]) == "parent_missing");
  CHECK(iso(planned["orphan"].self_migration.first_month) == "2024-02-15");
  CHECK(planned.bundle("child") == "orphan child");
  CHECK(notes_of(planned["child"]) == "follows_base");
  CHECK(notes_of(planned["of-nce"]) == "parent_missing");
  CHECK(planned.diagnostics() == std::vector<std::string>{"parent-missing a.csv:2 gone [gone]",
                                                          "parent-missing a.csv:6 nce [nce]",
                                                          "parent-missing a.csv:7 azure [azure]"});
}

TEST_CASE("rows on a cycle are rejected, rows that hang off it are planned", "[plan][R9][R14]") {
  const Planned planned({{.id = "a", .base = "c"},
                         {.id = "b", .base = "a"},
                         {.id = "c", .base = "b"},
                         {.id = "hanging", .base = "b"},
                         {.id = "below", .base = "hanging"},
                         {.id = "self", .base = "self"},
                         {.id = "fine"}});
  for (const std::string id : {"a", "b", "c", "self"}) CHECK(planned.fate(id) == RowFate::rejected);
  CHECK(notes_of(planned["hanging"]) == "parent_missing");
  CHECK(planned.bundle("below") == "hanging below");
  CHECK(planned.plan().counts() ==
        RowCounts{.read = 7, .planned = 3, .already_nce = 0, .other = 0, .rejected = 4, .merged = 0});
  CHECK(planned.plan().diagnostics().errors() == 4);
  CHECK(planned.diagnostics() == std::vector<std::string>{"parent-cycle a.csv:2 c [c]", "parent-cycle a.csv:3 a [a]",
                                                          "parent-cycle a.csv:4 b [b]",
                                                          "parent-cycle a.csv:7 self [self]",
                                                          "parent-missing a.csv:5 b [b]"});
}

TEST_CASE("problems with a base name the column of a table", "[plan][R9]") {
  PortfolioMaker maker;
  maker.add(Row{.id = "orphan", .base = "gone"});
  Portfolio portfolio = maker.make();
  portfolio.sources[0].columns = {{.header = "Id", .field = "subscription_id"},
                                  {.header = "BaseSubscriptionId", .field = "base_subscription_id"}};
  const Planned planned = Planned::of(std::move(portfolio));
  const Location& where = planned.plan().diagnostics().kept().front().where;
  CHECK(where.column == 2);
  CHECK(where.field == "BaseSubscriptionId");
}

TEST_CASE("an add-on of a base that is not covered is not covered either", "[plan][R8][R9]") {
  const Planned planned({{.id = "base", .status = Status::suspended},
                         {.id = "addon", .base = "base"},
                         {.id = "trial", .product = "Plan Trial", .base = "base"},
                         {.id = "off", .ends = "2024-03-31", .auto_renew = false, .base = "base"}});
  CHECK(phase_of(planned["addon"]) == "not_covered base_not_covered");
  CHECK_FALSE(planned["addon"].self_migration.until);
  CHECK(notes_of(planned["addon"]).empty());
  CHECK(phase_of(planned["trial"]) == "not_covered trial");
  CHECK(phase_of(planned["off"]) == "not_covered auto_renew_off");
  CHECK(iso(planned["off"].self_migration.until) == "2024-03-30");
}

TEST_CASE("a base without auto-renew keeps its way out, its add-ons have none", "[plan][R7][R8]") {
  const Planned planned({{.id = "base", .ends = "2024-03-31", .auto_renew = false},
                         {.id = "addon", .ends = "2024-03-31", .created = "2024-01-15", .base = "base"}});
  CHECK(iso(planned["base"].self_migration.from) == "2024-02-14");  // the add-on's first thirty days count
  CHECK(iso(planned["base"].self_migration.until) == "2024-03-30");
  CHECK(phase_of(planned["addon"]) == "not_covered base_not_covered");
  CHECK_FALSE(planned["addon"].self_migration.from);
}

TEST_CASE("doing it yourself begins when the latest member may", "[plan][R7]") {
  const Planned planned({{.id = "base", .ends = "2024-12-31", .created = "2023-12-31"},
                         {.id = "early", .ends = "2024-12-31", .base = "base"},
                         {.id = "late", .ends = "2024-12-31", .created = "2024-01-31", .base = "base"}});
  for (const std::string id : {"base", "early", "late"}) {
    CAPTURE(id);
    CHECK(iso(planned[id].self_migration.from) == "2024-03-01");
  }
  CHECK(iso(planned["base"].self_migration.first_month) == "2024-01-31");
  CHECK(iso(planned["late"].self_migration.first_month) == "2024-03-01");
}

TEST_CASE("one blocked member blocks all, and the base is told to resolve it", "[plan][R7][R12]") {
  const Planned planned({{.id = "base", .ends = "2024-12-31"},
                         {.id = "blocked", .product = "Plan Promo", .ends = "2024-12-31", .base = "base"},
                         {.id = "other", .ends = "2024-12-31", .base = "base"}});
  CHECK(phase_of(planned["base"]) == "waiting bundle");
  CHECK(phase_of(planned["blocked"]) == "waiting promotion");
  CHECK(phase_of(planned["other"]) == "waiting bundle");
  CHECK_FALSE(planned["other"].self_migration.from);
  CHECK(written(planned["base"].actions) == "clear_blocker 2024-12-30; resolve_bundle 2024-12-30");
  CHECK(written(planned["other"].actions) == "clear_blocker 2024-12-30");
}

TEST_CASE("an unlisted multi-year member blocks its bundle", "[plan][R7]") {
  const Planned planned({{.id = "base", .ends = "2024-12-31"},
                         {.id = "addon", .product = "Plan (3 year)", .ends = "2024-12-31", .base = "base"}});
  CHECK(phase_of(planned["base"]) == "waiting bundle");
  CHECK(phase_of(planned["addon"]) == "waiting unlisted");
}

TEST_CASE("a member whose category has no date makes it unknown for all", "[plan][R7]") {
  PlanOptions options;
  options.edition = edition_2023_09();
  const Planned planned({{.id = "base", .ends = "2024-12-31"},
                         {.id = "addon", .product = "Plan GCC", .ends = "2024-12-31", .base = "base"}},
                        options);
  CHECK_FALSE(planned["base"].self_migration.from);
  CHECK(phase_of(planned["base"]) == "waiting date_not_announced");
  CHECK(written(planned["base"].actions) == "plan_window 2025-01-07");
}

TEST_CASE("members that are not covered for their own reason do not count", "[plan][R7]") {
  const Planned planned(
      {{.id = "base", .ends = "2024-12-31"},
       {.id = "trial", .product = "Plan Promo Trial", .ends = "2024-12-31", .created = "2024-01-15", .base = "base"},
       {.id = "deleted", .created = "2024-01-15", .status = Status::deleted, .base = "base"}});
  CHECK(phase_of(planned["base"]) == "open");
  CHECK(iso(planned["base"].self_migration.from) == "2023-07-11");
}

TEST_CASE("a member whose auto-renew is off counts", "[plan][R7]") {
  const Planned planned(
      {{.id = "base", .ends = "2024-12-31"},
       {.id = "off", .product = "Plan Promo", .ends = "2024-12-31", .auto_renew = false, .base = "base"}});
  CHECK(phase_of(planned["base"]) == "waiting bundle");
  CHECK(written(planned["off"].actions) == "decide_auto_renew 2024-12-31");
}

TEST_CASE("the later of two duplicate bases is the base", "[plan][R9][R14]") {
  const Planned planned({{.id = "base", .ends = "2024-02-29"},
                         {.id = "addon", .ends = "2024-06-30", .base = "base"},
                         {.id = "base", .ends = "2024-01-19"}});
  CHECK(iso(planned["addon"].migration.date) == "2024-01-20");
  CHECK(planned.plan().root(1) == 2);
}

TEST_CASE("a base is found wherever it stands", "[plan][R9]") {
  std::vector<Row> rows = {{.id = "first"}};
  for (int i = 0; i < 40; ++i) rows.push_back({.id = "between-" + std::to_string(i)});
  rows.push_back({.id = "far-below", .base = "first"});
  rows.push_back({.id = "near", .base = "between-39"});
  rows.insert(rows.begin(), {.id = "far-above", .base = "between-39"});
  const Planned planned(rows);
  CHECK(planned.bundle("far-below") == "first far-below");
  CHECK(planned.bundle("near") == "between-39 far-above near");
  CHECK(planned.diagnostics().empty());
}

TEST_CASE("a near base that a later row outdid gives way to it", "[plan][R9][R14]") {
  std::vector<Row> rows = {{.id = "base", .seats = 1}, {.id = "addon", .base = "base"}};
  for (int i = 0; i < 40; ++i) rows.push_back({.id = "between-" + std::to_string(i)});
  rows.push_back({.id = "base", .ends = "2024-02-19", .seats = 2});
  const Planned planned(rows);
  CHECK(planned.bundle("addon") == "base addon");
  CHECK(planned.plan().root(planned.row("addon")) == planned.row("base"));
  CHECK(iso(planned["addon"].migration.date) == "2024-02-20");
}
