// The planner against the rules once more, slow and obvious (tests/support/reference_plan.hpp), on random portfolios
// with the as-of day on, before and after the days that decide.
#include <array>
#include <set>
#include <string>
#include <vector>

#include "nceplan/plan/edition_diff.hpp"
#include "support/catch.hpp"
#include "support/random_rows.hpp"
#include "support/reference_plan.hpp"

using namespace nceplan;
using namespace nceplan::test;

namespace {

std::string line(const std::string& name, const std::string& value) { return name + ' ' + value + '\n'; }

std::string dates_of(const PlanEntry& entry) {
  const SelfMigrationDecision& self = entry.self_migration;
  return line("term end", iso(entry.renewal.term_end)) + line("renewal", iso(entry.renewal.renewal)) +
         line("migration", iso(entry.migration.date) + ' ' + std::string(to_code(entry.migration.by))) +
         line("terms renewed", std::to_string(entry.migration.terms_renewed)) +
         line("yields", to_iso(entry.migration.target_term) + " until " + iso(entry.migration.committed_until())) +
         line("window", iso(entry.window.start) + ' ' + iso(entry.window.last_full_day) + ' ' + iso(entry.window.end)) +
         line("self", iso(self.from) + ' ' + iso(self.until) + " preorder " + iso(self.preorder_from)) +
         line("blocker", std::string(to_code(self.blocker)) + ' ' + std::to_string(self.ineligibility_code));
}

/// All that docs/rules.md says of an entry, one line per decision.
std::string described(const PlanEntry& entry) {
  return line("segment",
              std::string(to_code(entry.offer.segment)) + ' ' + std::string(to_code(entry.offer.segment_basis))) +
         line("category", std::string(to_code(entry.offer.category))) +
         line("term", to_iso(entry.offer.term) + ' ' + std::to_string(static_cast<int>(entry.offer.term_basis))) +
         line("coverage", std::string(to_code(entry.coverage))) + dates_of(entry) + line("phase", phase_of(entry)) +
         line("notes", notes_of(entry)) + line("takeover", entry.takeover ? "yes" : "no") +
         line("seats", std::to_string(entry.seat_sum)) + line("actions", written(entry.actions));
}

std::string described(const Row& row) {
  std::string flags;
  for (const RowFlag flag : row.flags) flags += ' ' + std::to_string(static_cast<unsigned>(flag));
  return row.id + " | " + row.customer + " | " + row.product + " | " + row.offer_id + " | ends " + row.ends +
         " renews " + row.renews + " | " + row.term + " | base " + row.base + " | flags" + flags;
}

/// An as-of day that is, or is next to, one that decides something for one of the rows.
std::string deciding_day(Random& random, const std::vector<Row>& rows, const PlanOptions& options) {
  static const std::array distances = {-61, -60, -31, -30, -8, -7, -2, -1, 0, 1, 3, 4, 6, 7, 8};
  const reference::Verdicts verdicts = reference::judge(rows, options);
  const PlanEntry& entry = one_of(random, verdicts.rows).entry;
  const std::array days = {entry.migration.date,       entry.self_migration.from,
                           entry.self_migration.until, entry.self_migration.preorder_from,
                           entry.window.end,           entry.renewal.term_end};
  const OptionalDate chosen = one_of(random, days);
  if (!chosen || *chosen > day("2040-01-01")) return options.as_of;
  return to_iso(*chosen + one_of(random, distances));
}

void check_entries(const Planned& planned, const std::vector<Row>& rows, const reference::Verdicts& expected) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto row = static_cast<RowIndex>(i);
    CAPTURE(described(rows[i]));
    REQUIRE(static_cast<int>(planned.plan().fate(row)) == static_cast<int>(expected.rows[i].fate));
    if (expected.rows[i].fate != RowFate::planned) continue;
    REQUIRE(described(planned.plan().entry(row)) == described(expected.rows[i].entry));
    REQUIRE(planned.plan().root(row) == expected.rows[i].root);
  }
}

void check_moves(const Planned& planned, const std::vector<Row>& rows, PlanOptions options, const Edition& other) {
  const reference::Verdicts before = reference::judge(rows, options);
  options.edition = other;
  const reference::Verdicts after = reference::judge(rows, options);
  std::vector<EditionMove> expected;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const DateMove move{.from = before.rows[i].entry.migration.date, .to = after.rows[i].entry.migration.date};
    if (move.from != move.to) expected.push_back({.row = static_cast<RowIndex>(i), .date = move});
  }
  REQUIRE(moves_between_editions(planned.plan(), other) == expected);
  REQUIRE(count_moves_between_editions(planned.plan(), other) == expected.size());
}

void check_case(Random& random, std::size_t most_rows) {
  RandomCase made = random_case(random, most_rows);
  made.options.as_of = deciding_day(random, made.rows, made.options);
  CAPTURE(made.options.as_of, made.options.edition.id);
  const reference::Verdicts expected = reference::judge(made.rows, made.options);
  const Planned planned = Planned::of(in_random_files(random, made.rows), made.options);

  REQUIRE(planned.plan().counts() == expected.counts);
  check_entries(planned, made.rows, expected);
  const Diagnostics& found = planned.plan().diagnostics();
  CHECK(found.count(DiagnosticCode::parent_cycle) == expected.cycles);
  CHECK(found.count(DiagnosticCode::parent_missing) == expected.orphans);
  CHECK(found.count(DiagnosticCode::duplicate_conflict) == expected.conflicts);
  check_moves(planned, made.rows, made.options, random_edition(random));
}

}  // namespace

TEST_CASE("the planner agrees with the rules on single rows", "[property][reference]") {
  Random random(1);
  for (int round = 0; round < 1500; ++round) {
    CAPTURE(round);
    check_case(random, 1);
  }
}

TEST_CASE("the planner agrees with the rules on small portfolios", "[property][reference]") {
  Random random(2);
  for (int round = 0; round < 1500; ++round) {
    CAPTURE(round);
    check_case(random, 8);
  }
}

TEST_CASE("the planner agrees with the rules on portfolios with many bundles", "[property][reference]") {
  Random random(3);
  for (int round = 0; round < 60; ++round) {
    CAPTURE(round);
    check_case(random, 60);
  }
}

TEST_CASE("random portfolios come to every phase, reason, note and action", "[property][reference]") {
  std::set<std::string> seen;
  Random random(2);
  for (int round = 0; round < 1500; ++round) {
    RandomCase made = random_case(random, 8);
    made.options.as_of = deciding_day(random, made.rows, made.options);
    for (const reference::Verdict& verdict : reference::judge(made.rows, made.options).rows) {
      seen.insert("phase " + std::string(to_code(verdict.entry.phase)));
      seen.insert("reason " + std::string(to_code(verdict.entry.reason)));
      seen.insert("blocker " + std::string(to_code(verdict.entry.self_migration.blocker)));
      for (const Action& action : verdict.entry.actions) seen.insert("action " + std::string(to_code(action.code)));
      verdict.entry.notes.for_each([&seen](Note note) { seen.insert("note " + std::string(to_code(note))); });
    }
  }
  const auto all_of = [&seen](const std::string& kind, auto last) {
    for (int value = 0; value <= static_cast<int>(last); ++value) {
      const std::string wanted = kind + ' ' + std::string(to_code(static_cast<decltype(last)>(value)));
      CAPTURE(wanted);
      if (wanted != "action ") CHECK(seen.count(wanted) == 1);
    }
  };
  all_of("phase", Phase::open);
  all_of("reason", PhaseReason::not_yet_open);
  all_of("blocker", Blocker::bundle);
  all_of("action", ActionCode::split_seats);
  for (std::size_t i = 0; i < note_count; ++i) {
    CHECK(seen.count("note " + std::string(to_code(static_cast<Note>(i)))) == 1);
  }
}
