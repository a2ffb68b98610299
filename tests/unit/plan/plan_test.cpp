#include "nceplan/plan/plan.hpp"

#include "support/catch.hpp"
#include "support/planned.hpp"

using namespace nceplan;
using namespace nceplan::test;

namespace {

OfferMatrix matrix_of(std::vector<MatrixOffer> offers) { return OfferMatrix(std::move(offers), "matrix.csv"); }

MatrixOffer listed(std::string name, bool enabled, std::string nce_product, std::string_view listed_on = "") {
  MatrixOffer offer;
  offer.offer_name = std::move(name);
  offer.migration_enabled = enabled;
  offer.nce_product = std::move(nce_product);
  offer.listed_on = maybe_day(listed_on);
  return offer;
}

}  // namespace

TEST_CASE("every date of a plain subscription follows from its term end", "[plan][R3][R4][R5][R6][R7]") {
  const Planned planned({{.id = "s", .ends = "2024-01-19", .created = "2020-01-20"}});
  const PlanEntry entry = planned["s"];
  CHECK(iso(entry.renewal.renewal) == "2024-01-20");
  CHECK(iso(entry.migration.date) == "2024-01-20");
  CHECK(entry.migration.by == MigratedBy::microsoft);
  CHECK(iso(entry.migration.committed_until()) == "2025-01-19");
  CHECK(iso(entry.window.last_full_day) == "2024-01-26");
  CHECK(iso(entry.window.end) == "2024-01-27");
  CHECK(iso(entry.self_migration.from) == "2023-07-11");
  CHECK(iso(entry.self_migration.until) == "2024-01-18");
  CHECK(iso(entry.self_migration.preorder_from) == "2023-11-21");
  CHECK(phase_of(entry) == "due_soon");
  CHECK(notes_of(entry).empty());
  CHECK(written(entry.actions) == "migrate_yourself 2023-07-11..2024-01-18; preorder 2023-11-21..2024-01-18");
}

TEST_CASE("the first month delays doing it yourself", "[plan][R7]") {
  const Planned planned({{.id = "created", .ends = "2024-12-31", .created = "2024-01-31", .started = "2020-01-01"},
                         {.id = "started", .ends = "2024-12-31", .started = "2024-01-15"},
                         {.id = "unknown", .ends = "2024-12-31"}});
  CHECK(iso(planned["created"].self_migration.from) == "2024-02-29");
  CHECK(phase_of(planned["created"]) == "waiting not_yet_open");
  CHECK(iso(planned["started"].self_migration.from) == "2024-02-15");
  CHECK(iso(planned["unknown"].self_migration.from) == "2023-07-11");
}

TEST_CASE("what was assumed is noted", "[plan][R3][R8]") {
  PortfolioMaker maker("export.csv");
  maker.add(Row{.id = "", .term = "", .auto_renew = std::nullopt, .flags = {RowFlag::status_unknown}});
  const Planned planned = Planned::of(maker.make());
  const PlanEntry entry = planned["export.csv:2"];
  CHECK(notes_of(entry) == "term_assumed auto_renew_assumed id_assumed status_assumed");
  CHECK(entry.offer.term == one_year);
  CHECK(phase_of(entry) == "due_soon");
}

TEST_CASE("an uncovered subscription has no dates, save that auto-renew off keeps the way out", "[plan][R8]") {
  const Planned planned({{.id = "off", .ends = "2024-03-31", .auto_renew = false},
                         {.id = "trial", .product = "Office 365 E5 Trial"},
                         {.id = "suspended", .status = Status::suspended},
                         {.id = "endless", .ends = "9999-12-31"}});
  for (const std::string id : {"trial", "suspended", "endless"}) {
    CAPTURE(id);
    const PlanEntry entry = planned[id];
    CHECK(entry.phase == Phase::not_covered);
    CHECK(entry.migration.by == MigratedBy::none);
    CHECK_FALSE(entry.migration.date);
    CHECK_FALSE(entry.migration.target_term.known());
    CHECK_FALSE(entry.window.end);
    CHECK_FALSE(entry.self_migration.from);
    CHECK_FALSE(entry.self_migration.until);
    CHECK_FALSE(entry.self_migration.preorder_from);
    CHECK(entry.self_migration.blocker == Blocker::none);
  }
  const PlanEntry off = planned["off"];
  CHECK(phase_of(off) == "not_covered auto_renew_off");
  CHECK_FALSE(off.migration.date);
  CHECK_FALSE(off.self_migration.preorder_from);
  CHECK(iso(off.self_migration.from) == "2023-07-11");
  CHECK(iso(off.self_migration.until) == "2024-03-30");
  CHECK(written(off.actions) == "decide_auto_renew 2024-03-31; migrate_before_end 2024-03-30");
}

TEST_CASE("the offer matrix lists, blocks and ends coverage", "[plan][R7][R8]") {
  const std::vector<Row> rows = {{.id = "listed", .product = "Plan (6 year)", .ends = "2024-08-31"},
                                 {.id = "undated", .product = "Plan (3 year)", .ends = "2024-08-31"},
                                 {.id = "unlisted", .product = "Plan (5 year)", .ends = "2024-08-31"},
                                 {.id = "yearly", .product = "Plan", .ends = "2024-08-31"},
                                 {.id = "absent", .product = "Plan B", .ends = "2024-08-31"},
                                 {.id = "manual", .product = "Plan C", .ends = "2024-08-31"},
                                 {.id = "nothing", .product = "Plan D", .ends = "2024-08-31"}};
  PlanOptions options;
  options.matrix =
      matrix_of({listed("Plan (6 year)", true, "x:1", "2024-02-01"), listed("Plan (3 year)", true, "x:1"),
                 listed("Plan", true, "x:1"), listed("Plan C", false, "x:1"), listed("Plan D", false, "")});
  const Planned with(rows, options);
  CHECK(phase_of(with["listed"]) == "waiting not_yet_open");
  CHECK(iso(with["listed"].self_migration.from) == "2024-02-01");
  CHECK(iso(with["undated"].self_migration.from) == "2023-07-11");
  CHECK(phase_of(with["unlisted"]) == "waiting unlisted");
  CHECK(phase_of(with["yearly"]) == "open");
  CHECK(phase_of(with["absent"]) == "waiting not_in_matrix");
  CHECK_FALSE(with["absent"].self_migration.from);
  CHECK(phase_of(with["manual"]) == "waiting manual_only");
  CHECK(phase_of(with["nothing"]) == "not_covered no_nce_equivalent");

  const Planned without(rows);
  for (const std::string id : {"listed", "undated", "unlisted"}) CHECK(phase_of(without[id]) == "waiting unlisted");
  for (const std::string id : {"yearly", "absent", "manual", "nothing"}) CHECK(phase_of(without[id]) == "open");
}

TEST_CASE("the export's reason for ineligibility has a code", "[plan][R7]") {
  const Planned planned({{.id = "known", .ineligible_because = "Subscription has add-ons that are not eligible"},
                         {.id = "other", .ineligible_because = "Because"},
                         {.id = "silent", .flags = {RowFlag::ineligible}},
                         {.id = "fine"}});
  CHECK(phase_of(planned["known"]) == "waiting ineligible");
  CHECK(static_cast<int>(planned["known"].self_migration.ineligibility_code) == 4);
  CHECK(static_cast<int>(planned["other"].self_migration.ineligibility_code) == -1);
  CHECK(planned["silent"].self_migration.blocker == Blocker::ineligible);
  CHECK(static_cast<int>(planned["silent"].self_migration.ineligibility_code) == -1);
  CHECK(planned["fine"].self_migration.blocker == Blocker::none);
}

TEST_CASE("an edition without a date leaves its category waiting", "[plan][R11][R13]") {
  PlanOptions options;
  options.edition = edition_2023_09();
  const Planned planned({{.id = "school", .product = "Office 365 A3 for faculty"}, {.id = "firm"}}, options);
  const PlanEntry entry = planned["school"];
  CHECK(phase_of(entry) == "waiting date_not_announced");
  CHECK(entry.migration.by == MigratedBy::none);
  CHECK(entry.actions.empty());
  CHECK_FALSE(entry.self_migration.until);
  CHECK(phase_of(planned["firm"]) == "due_soon");
}

TEST_CASE("exclusive end dates are the renewals themselves", "[plan][R3]") {
  PlanOptions options;
  options.end_date = EndDateMeaning::exclusive;
  const Planned planned(
      {{.id = "s", .ends = "2024-01-19"}, {.id = "own", .ends = "2024-01-19", .renews = "2024-01-20"}}, options);
  CHECK(iso(planned["s"].migration.date) == "2024-01-19");
  CHECK(iso(planned["own"].migration.date) == "2024-01-20");
}

TEST_CASE("rows of other kinds are counted and not planned", "[plan][R1][R14]") {
  PortfolioMaker maker;
  maker.add({{.id = "legacy"},
             {.id = "nce", .kind = RowKind::nce, .ends = ""},
             {.id = "azure", .kind = RowKind::other, .ends = ""}});
  maker.rejected(2);
  const Planned planned = Planned::of(maker.make());
  CHECK(planned.fate("legacy") == RowFate::planned);
  CHECK(planned.fate("nce") == RowFate::already_nce);
  CHECK(planned.fate("azure") == RowFate::other);
  CHECK(planned.plan().counts() ==
        RowCounts{.read = 5, .planned = 1, .already_nce = 1, .other = 1, .rejected = 2, .merged = 0});
}

TEST_CASE("takeovers get one action whatever their phase", "[plan][R12]") {
  PlanOptions options;
  options.own_provider = "MÜLLER Cloud";
  const Planned planned({{.id = "file", .flags = {RowFlag::takeover}},
                         {.id = "other", .auto_renew = false, .provider = "Fabrikam Cloud"},
                         {.id = "own", .provider = " Müller cloud "},
                         {.id = "blank"},
                         {.id = "moved", .flags = {RowFlag::takeover, RowFlag::migrated}}},
                        options);
  CHECK(written(planned["file"].actions) == "offer_takeover 2023-11-21..2024-01-19");
  CHECK(written(planned["other"].actions) == "offer_takeover 2023-11-21..2024-01-19");
  CHECK(phase_of(planned["other"]) == "not_covered auto_renew_off");
  CHECK(written(planned["moved"].actions) == "offer_takeover 2023-11-21..2024-01-19");
  for (const std::string id : {"own", "blank"}) {
    CHECK_FALSE(planned[id].takeover);
    CHECK(planned[id].primary().code == ActionCode::migrate_yourself);
  }
}

TEST_CASE("an empty portfolio has an empty plan", "[plan][R14]") {
  const Planned planned(std::vector<Row>{});
  CHECK(planned.plan().counts() == RowCounts{});
  const Planned nothing = Planned::of(Portfolio{});
  CHECK(nothing.plan().counts() == RowCounts{});
}

TEST_CASE("a plan can be moved", "[plan]") {
  const Portfolio portfolio = portfolio_of({{.id = "s"}});
  const Edition edition = edition_2023_07();
  const OfferCatalog catalog;
  Plan plan = make_plan(portfolio, {.as_of = day("2024-01-16"), .edition = &edition, .catalog = &catalog});
  const Plan moved = std::move(plan);
  CHECK(phase_of(moved.entry(0)) == "due_soon");
}

TEST_CASE("an entry that is less deep says the same as far as it goes", "[plan]") {
  const Planned planned({{.id = "open", .ends = "2024-06-30"},
                         {.id = "closed", .ends = "2024-01-02"},
                         {.id = "addon", .term = "", .base = "open"},
                         {.id = "trial", .flags = {RowFlag::trial}},
                         {.id = "nce", .flags = {RowFlag::migrated}}});
  for (const char* id : {"open", "closed", "addon", "trial", "nce"}) {
    CAPTURE(id);
    const RowIndex row = planned.row(id);
    const RowBlock& block = planned.portfolio().block_of(row);
    const auto entry = [&](EntryDepth depth) { return planned.plan().entry(block, row, depth); };
    const PlanEntry whole = planned[id];
    CHECK(entry(EntryDepth::offer).offer.category == whole.offer.category);
    CHECK(entry(EntryDepth::offer).renewal.renewal == whole.renewal.renewal);
    CHECK(entry(EntryDepth::dates).migration.date == whole.migration.date);
    CHECK(entry(EntryDepth::dates).self_migration.from == whole.self_migration.from);
    CHECK(notes_of(entry(EntryDepth::dates)) == notes_of(whole));
    CHECK(phase_of(entry(EntryDepth::phase)) == phase_of(whole));
    CHECK(written(entry(EntryDepth::actions).actions) == written(whole.actions));
  }
}
