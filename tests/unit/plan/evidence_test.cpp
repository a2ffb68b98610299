// What is on NCE already and what the partner has scheduled (R1, R8).
#include "support/catch.hpp"
#include "support/planned.hpp"

using namespace nceplan;
using namespace nceplan::test;

namespace {

MigrationEvidence evidence(std::string id, MigrationState state, std::string_view target = "", Term term = {}) {
  MigrationEvidence made;
  made.subscription_id = std::move(id);
  made.state = state;
  made.target_date = maybe_day(target);
  made.target_term = term;
  return made;
}

PlanOptions with(std::vector<MigrationEvidence> statements) {
  PlanOptions options;
  options.evidence.sources.resize(1);
  options.evidence.sources[0].source.path = "e.csv";
  options.evidence.sources[0].statements = statements.size();
  for (MigrationEvidence& statement : statements) statement.line = ++options.evidence.sources[0].source.rows;
  options.evidence.statements = std::move(statements);
  return options;
}

void check_moved(const PlanEntry& entry) {
  CHECK(phase_of(entry) == "already_nce");
  CHECK(entry.migration.by == MigratedBy::none);
  CHECK_FALSE(entry.migration.date);
  CHECK_FALSE(entry.window.end);
  CHECK_FALSE(entry.self_migration.from);
  CHECK_FALSE(entry.self_migration.until);
  CHECK(entry.actions.empty());
  CHECK(notes_of(entry).empty());
}

}  // namespace

TEST_CASE("an NCE row that names a legacy subscription shows that it has moved", "[plan][R1]") {
  const Planned planned({{.id = "new", .kind = RowKind::nce, .ends = "", .migrated_from = "OLD"},
                         {.id = "old"},
                         {.id = "addon", .created = "2024-01-15", .base = "old"},
                         {.id = "elsewhere", .kind = RowKind::nce, .ends = "", .migrated_from = "not in this export"}});
  check_moved(planned["old"]);
  CHECK(planned.plan().is_planned(planned.row("old")));
  CHECK(notes_of(planned["addon"]).empty());
  CHECK(planned.bundle("addon") == "addon");
  CHECK(iso(planned["addon"].self_migration.first_month) == "2024-02-15");  // a month, as if alone
  CHECK(planned.diagnostics().empty());
}

TEST_CASE("completed evidence and a saved plan show the same", "[plan][R1][R8]") {
  const std::string guid = "0F8FAD5B-D9CB-469F-A165-70867728950E";
  const Planned planned(
      {{.id = guid}, {.id = "text"}, {.id = "saved", .flags = {RowFlag::migrated}}},
      with({evidence("0f8fad5b-d9cb-469f-a165-70867728950e", MigrationState::completed),
            evidence(" TEXT ", MigrationState::completed), evidence("unknown", MigrationState::completed)}));
  check_moved(planned.plan().entry(0));
  check_moved(planned["text"]);
  check_moved(planned["saved"]);
  CHECK(planned.plan().evidence(0) != nullptr);
  CHECK(planned.plan().evidence(2) == nullptr);
}

TEST_CASE("a running or failed migration changes no date", "[plan][R8]") {
  const auto state = GENERATE(MigrationState::processing, MigrationState::failed);
  const Planned planned({{.id = "s"}}, with({evidence("s", state, "2024-05-01", one_month)}));
  CHECK(iso(planned["s"].migration.date) == "2024-01-20");
  CHECK(planned["s"].migration.by == MigratedBy::microsoft);
  CHECK(planned.plan().evidence(0)->state == state);
}

TEST_CASE("a schedule of the partner replaces Microsoft's migration", "[plan][R8]") {
  const Planned planned({{.id = "dated", .ends = "2024-12-31"},
                         {.id = "renewal", .ends = "2024-12-31"},
                         {.id = "saved",
                          .ends = "2024-12-31",
                          .flags = {RowFlag::partner_scheduled},
                          .target_date = "2024-05-01",
                          .target_term = "P1M"},
                         {.id = "draft", .ends = "2024-12-31", .target_date = "2024-05-01"}},
                        with({evidence("dated", MigrationState::scheduled, "2024-05-01", three_years),
                              evidence("renewal", MigrationState::scheduled)}));
  const PlanEntry dated = planned["dated"];
  CHECK(phase_of(dated) == "scheduled");
  CHECK(dated.migration.by == MigratedBy::partner_schedule);
  CHECK(iso(dated.migration.date) == "2024-05-01");
  CHECK(dated.migration.target_term == three_years);
  CHECK(iso(dated.migration.committed_until()) == "2027-04-30");
  CHECK(iso(dated.window.end) == "2024-05-08");
  CHECK_FALSE(dated.self_migration.from);
  CHECK_FALSE(dated.self_migration.until);
  CHECK_FALSE(dated.self_migration.preorder_from);
  CHECK(dated.actions.empty());
  CHECK(iso(planned["renewal"].migration.date) == "2025-01-01");
  CHECK(planned["renewal"].migration.target_term == one_year);
  CHECK(iso(planned["saved"].migration.date) == "2024-05-01");
  CHECK(planned["saved"].migration.target_term == one_month);
  CHECK(planned["draft"].migration.by == MigratedBy::microsoft);
}

TEST_CASE("a schedule outranks every reason but an inactive status", "[plan][R8]") {
  struct ReasonCase {
    Row row;
    std::string expected;
  };
  const auto [row, expected] = GENERATE(values<ReasonCase>({
      {{.id = "s", .product = "Plan Trial"}, "scheduled"},
      {{.id = "s", .status = Status::suspended}, "scheduled"},
      {{.id = "s", .auto_renew = false}, "scheduled"},
      {{.id = "s", .ends = "9999-12-31"}, "scheduled"},
      {{.id = "s", .status = Status::deleted}, "not_covered inactive"},
      {{.id = "s", .status = Status::expired}, "not_covered inactive"},
      {{.id = "s", .status = Status::disabled}, "not_covered inactive"},
      {{.id = "s", .status = Status::pending}, "not_covered inactive"},
      {{.id = "s", .product = "Plan Trial", .status = Status::deleted}, "not_covered trial"},
  }));
  const Planned planned(std::vector<Row>{row}, with({evidence("s", MigrationState::scheduled, "2024-05-01")}));
  CHECK(phase_of(planned["s"]) == expected);
}

TEST_CASE("a schedule for a renewal that never comes is none", "[plan][R8]") {
  const Planned planned({{.id = "s", .ends = "9999-12-31"}}, with({evidence("s", MigrationState::scheduled)}));
  CHECK(phase_of(planned["s"]) == "not_covered no_renewal");
}

TEST_CASE("add-ons follow a scheduled base, and a scheduled add-on keeps its own day", "[plan][R8][R9]") {
  const std::vector<Row> rows = {{.id = "base", .ends = "2024-12-31"},
                                 {.id = "addon", .ends = "2024-12-31", .base = "base"},
                                 {.id = "other", .product = "Plan Promo", .ends = "2024-12-31", .base = "base"}};
  const Planned by_base(rows, with({evidence("base", MigrationState::scheduled, "2024-05-01", one_month)}));
  for (const std::string id : {"base", "addon", "other"}) {
    CAPTURE(id);
    CHECK(phase_of(by_base[id]) == "scheduled");
    CHECK(iso(by_base[id].migration.date) == "2024-05-01");
    CHECK(by_base[id].migration.by == MigratedBy::partner_schedule);
    CHECK(by_base[id].migration.target_term == one_month);
  }
  CHECK(notes_of(by_base["addon"]) == "follows_base");

  const Planned by_addon(rows, with({evidence("other", MigrationState::scheduled, "2024-05-01")}));
  CHECK(iso(by_addon["other"].migration.date) == "2024-05-01");
  CHECK(notes_of(by_addon["other"]).empty());
  CHECK(iso(by_addon["base"].migration.date) == "2025-01-01");
  CHECK(phase_of(by_addon["base"]) == "open");  // what is arranged already blocks nobody
}

TEST_CASE("of several statements the strongest counts, then the latest", "[plan][R8]") {
  const Planned planned(
      {{.id = "s", .ends = "2024-12-31"}, {.id = "t", .ends = "2024-12-31"}},
      with({evidence("s", MigrationState::completed), evidence("s", MigrationState::scheduled),
            evidence("t", MigrationState::scheduled, "2024-04-01"),
            evidence("t", MigrationState::scheduled, "2024-05-01"), evidence("t", MigrationState::failed)}));
  CHECK(phase_of(planned["s"]) == "already_nce");
  CHECK(iso(planned["t"].migration.date) == "2024-05-01");
}

TEST_CASE("a completion of known instant makes the window exact", "[plan][R6]") {
  struct DayCase {
    std::string as_of;
    std::string actions;
    std::string notes;
  };
  const auto [as_of, actions, notes] = GENERATE(values<DayCase>({
      {"2024-01-09", "", ""},
      {"2024-01-10", "adjust_in_window 2024-01-16", ""},
      {"2024-01-16", "adjust_in_window 2024-01-16", ""},
      {"2024-01-17", "adjust_in_window 2024-01-17", "window_closing"},
      {"2024-01-18", "", ""},
  }));
  CAPTURE(as_of);
  MigrationEvidence completed = evidence("s", MigrationState::completed);
  completed.completed_at = parse_iso_instant("2024-01-10T14:05:30Z");
  PlanOptions options = with({completed, evidence("s", MigrationState::completed)});  // the one with the instant counts
  options.as_of = as_of;
  const Planned planned({{.id = "s"}}, std::move(options));
  const PlanEntry entry = planned["s"];
  CHECK(phase_of(entry) == "already_nce");
  CHECK_FALSE(entry.migration.date);
  CHECK(iso(entry.window.start) == "2024-01-10");
  CHECK(iso(entry.window.last_full_day) == "2024-01-16");
  CHECK(iso(entry.window.end) == "2024-01-17");
  CHECK(to_iso(*entry.window_closes_at) == "2024-01-17T14:05:30Z");
  CHECK(written(entry.actions) == actions);
  CHECK(notes_of(entry) == notes);
}

TEST_CASE("a running migration is looked at within 72 hours, and not ordered again", "[plan][R8][R12]") {
  const Planned planned(
      {{.id = "open", .ends = "2024-12-31"}, {.id = "last", .ends = "2024-01-17"}},
      with({evidence("open", MigrationState::processing), evidence("last", MigrationState::processing)}));
  CHECK(written(planned["open"].actions) == "await_migration 2024-01-19");
  CHECK(phase_of(planned["open"]) == "open");
  CHECK(written(planned["last"].actions) == "await_migration 2024-01-16");  // the last day to migrate freely
  CHECK(planned["open"].migration_state == MigrationState::processing);
}

TEST_CASE("a failed migration is cleared first, then migrated again", "[plan][R8][R12]") {
  MigrationEvidence failed = evidence("s", MigrationState::failed);
  failed.error_code = "3";
  failed.error_reason = "Subscription has promotions applied.";
  const Planned planned({{.id = "s", .ends = "2024-06-14"}, {.id = "window", .ends = "2024-01-14"}},
                        with({failed, evidence("window", MigrationState::failed)}));
  const PlanEntry entry = planned["s"];
  CHECK(entry.actions.front() == Action{ActionCode::clear_failed_migration, {}, maybe_day("2024-06-13")});
  CHECK(entry.actions.size() > 1);
  CHECK(entry.migration_error_code == 3);
  CHECK(planned.plan().migration_error(0) == "3: Subscription has promotions applied.");
  CHECK(planned["window"].primary().code == ActionCode::adjust_in_window);  // Microsoft has done it
  CHECK(planned.plan().diagnostics().count(DiagnosticCode::migration_failed) == 2);
}

TEST_CASE("a cancelled schedule leaves the date to Microsoft", "[plan][R8]") {
  const std::vector<Row> rows = {
      {.id = "s", .ends = "2024-12-31", .flags = {RowFlag::partner_scheduled}, .target_date = "2024-05-01"}};
  const Planned planned(
      rows, with({evidence("s", MigrationState::scheduled, "2024-04-01"), evidence("s", MigrationState::cancelled)}));
  CHECK(iso(planned["s"].migration.date) == "2025-01-01");
  CHECK(planned["s"].migration_state == MigrationState::cancelled);
  CHECK(planned.plan().diagnostics().count(DiagnosticCode::evidence_conflict) == 1);
}

TEST_CASE("evidence about nothing in the exports is counted and said", "[plan][R8]") {
  const Planned completed(
      {{.id = "s"}}, with({evidence("gone", MigrationState::completed), evidence("s", MigrationState::completed)}));
  CHECK(completed.plan().unmatched_statements(0) == 1);
  CHECK(completed.plan().diagnostics().count(DiagnosticCode::evidence_unmatched) == 1);
  CHECK(completed.plan().diagnostics().warnings() == 0);  // what is on NCE has left the legacy export
  const Planned scheduled({{.id = "s"}}, with({evidence("gone", MigrationState::scheduled)}));
  CHECK(scheduled.plan().diagnostics().warnings() == 1);
}

TEST_CASE("statements that follow from each other are no conflict", "[plan][R8]") {
  struct Story {
    std::vector<MigrationState> states;
    std::size_t conflicts;
  };
  const auto [states, conflicts] = GENERATE(values<Story>({
      {{MigrationState::failed, MigrationState::scheduled, MigrationState::completed}, 0},
      {{MigrationState::completed, MigrationState::failed, MigrationState::processing}, 0},
      {{MigrationState::failed, MigrationState::processing}, 0},
      {{MigrationState::failed, MigrationState::scheduled}, 0},
      {{MigrationState::scheduled, MigrationState::failed}, 1},
      {{MigrationState::scheduled, MigrationState::cancelled}, 1},
      {{MigrationState::scheduled, MigrationState::scheduled}, 0},
  }));
  std::vector<MigrationEvidence> statements;
  for (const MigrationState state : states) statements.push_back(evidence("s", state));
  const Planned planned({{.id = "s"}}, with(std::move(statements)));
  CHECK(planned.plan().diagnostics().count(DiagnosticCode::evidence_conflict) == conflicts);
}
