#include "nceplan/rules/actions.hpp"

#include "nceplan/rules/migration.hpp"
#include "nceplan/rules/phase.hpp"
#include "nceplan/rules/self_migration.hpp"
#include "nceplan/rules/window.hpp"
#include "support/catch.hpp"
#include "support/editions.hpp"
#include "support/planned.hpp"

using namespace nceplan;
using test::day;
using test::iso;
using test::written;

namespace {

/// A covered yearly subscription that renews and migrates on 2024-06-01, open to the partner from 2024-01-01 on.
PlanEntry open_entry() {
  PlanEntry entry;
  entry.offer.term = one_year;
  entry.renewal = {.term_end = day("2024-05-31"), .renewal = day("2024-06-01"), .basis = RenewalBasis::own_date};
  entry.migration = microsoft_migration(entry.offer, entry.renewal.renewal, test::edition_2023_07());
  entry.window = window_of(*entry.migration.date, test::edition_2023_07());
  entry.self_migration.from = day("2024-01-01");
  entry.self_migration.until = self_migrate_until(*entry.migration.date);
  entry.self_migration.preorder_from = *entry.migration.date - 60;
  return entry;
}

PlanEntry blocked_entry(Blocker blocker) {
  PlanEntry entry = open_entry();
  entry.self_migration.blocker = blocker;
  entry.self_migration.from = std::nullopt;
  return entry;
}

/// A subscription that ends on 2024-05-31 without Microsoft's migration.
PlanEntry uncovered_entry(Coverage coverage) {
  PlanEntry entry;
  entry.offer.term = one_year;
  entry.coverage = coverage;
  entry.renewal = {.term_end = day("2024-05-31"), .renewal = day("2024-06-01"), .basis = RenewalBasis::own_date};
  if (coverage == Coverage::auto_renew_off) entry.self_migration.until = day("2024-05-30");
  return entry;
}

std::string actions_on(std::string_view as_of, PlanEntry entry, bool base_with_addons = false) {
  entry.phase = decide_phase(entry, day(as_of)).phase;
  return written(actions_for(entry, {.as_of = day(as_of), .base_with_addons = base_with_addons}));
}

std::string takeover_on(std::string_view as_of, const PlanEntry& entry) {
  return written(takeover_actions(entry, {.as_of = day(as_of)}));
}

struct DayCase {
  std::string as_of;
  std::string expected;
};

}  // namespace

TEST_CASE("an open entry is migrated, ordered ahead, or migrated for a full term at last", "[rules][R12]") {
  const std::string both = "migrate_yourself 2024-01-01..2024-05-30; preorder 2024-04-02..2024-05-30";
  const auto [as_of, expected] = GENERATE_COPY(values<DayCase>({
      {"2023-12-31", "prepare_migration 2024-01-01..2024-05-30"},
      {"2024-01-01", "contact_customer 2024-04-02; " + both},
      {"2024-04-01", "contact_customer 2024-04-02; " + both},
      {"2024-04-02", both},
      {"2024-05-30", both},
      {"2024-05-31", "migrate_full_term 2024-05-31"},
      {"2024-06-01", "adjust_in_window 2024-06-07"},
      {"2024-06-07", "adjust_in_window 2024-06-07"},
      {"2024-06-08", "adjust_in_window 2024-06-08"},
      {"2024-06-09", "plan_next_term 2025-04-02..2025-05-31"},
      {"2025-05-31", "plan_next_term 2025-04-02..2025-05-31"},
      {"2025-06-01", "plan_next_term 2026-04-02..2026-05-31"},
  }));
  CAPTURE(as_of);
  CHECK(actions_on(as_of, open_entry()) == expected);
}

TEST_CASE("an entry that opens too late or at an unknown day is left to the window", "[rules][R12]") {
  PlanEntry entry = open_entry();
  entry.self_migration.from = day("2024-05-30");
  CHECK(actions_on("2024-03-01", entry) == "prepare_migration 2024-05-30..2024-05-30");
  entry.self_migration.from = day("2024-05-31");
  CHECK(actions_on("2024-03-01", entry) == "plan_window 2024-06-07");
  entry.self_migration.from = std::nullopt;
  CHECK(actions_on("2024-03-01", entry) == "plan_window 2024-06-07");
}

TEST_CASE("offers that the matrix does not list are looked up when it is renewed", "[rules][R12]") {
  const auto blocker = GENERATE(Blocker::unlisted, Blocker::not_in_matrix);
  const PlanEntry entry = blocked_entry(blocker);
  CHECK(actions_on("2024-01-31", entry) == "check_offer_matrix 2024-02-01");
  CHECK(actions_on("2024-02-01", entry) == "check_offer_matrix 2024-03-01");
  CHECK(actions_on("2023-12-15", entry) == "check_offer_matrix 2024-01-01");
  CHECK(actions_on("2024-05-15", entry) == "check_offer_matrix 2024-05-31");  // not after the day before migration
}

TEST_CASE("other blockers have an action of their own", "[rules][R12]") {
  CHECK(actions_on("2024-03-01", blocked_entry(Blocker::manual_only)) == "order_manually 2024-05-30");
  CHECK(actions_on("2024-03-01", blocked_entry(Blocker::ineligible)) == "clear_blocker 2024-05-30");
  CHECK(actions_on("2024-03-01", blocked_entry(Blocker::promotion)) == "clear_blocker 2024-05-30");
  CHECK(actions_on("2024-03-01", blocked_entry(Blocker::bundle)) == "clear_blocker 2024-05-30");
}

TEST_CASE("what is not covered is decided before its term ends", "[rules][R12]") {
  struct CoverageCase {
    Coverage coverage;
    std::string expected;
  };
  const auto [coverage, expected] = GENERATE(values<CoverageCase>({
      {Coverage::trial, "decide_trial 2024-05-31"},
      {Coverage::suspended, "reactivate_or_release 2024-05-31"},
      {Coverage::auto_renew_off, "decide_auto_renew 2024-05-31; migrate_before_end 2024-05-30"},
      {Coverage::no_nce_equivalent, "choose_replacement 2024-05-31"},
      {Coverage::inactive, ""},
      {Coverage::no_renewal, ""},
      {Coverage::base_not_covered, ""},
  }));
  const PlanEntry entry = uncovered_entry(coverage);
  CHECK(actions_on("2024-03-01", entry) == expected);
  CHECK(actions_on("2024-05-31", entry) == expected);
  CHECK(actions_on("2024-06-01", entry).empty());
}

TEST_CASE("a blocked subscription without auto-renew is not migrated before its end", "[rules][R12]") {
  PlanEntry entry = uncovered_entry(Coverage::auto_renew_off);
  entry.self_migration.blocker = Blocker::promotion;
  CHECK(actions_on("2024-03-01", entry) == "decide_auto_renew 2024-05-31");
}

TEST_CASE("nothing is to be done while there is no date, or the partner's schedule runs", "[rules][R12]") {
  PlanEntry undated;
  undated.offer.segment = Segment::education;
  undated.offer.term = one_month;
  undated.notes.add(Note::seat_cap);
  CHECK(actions_on("2024-03-01", undated).empty());

  PlanEntry scheduled = open_entry();
  scheduled.migration.by = MigratedBy::partner_schedule;
  scheduled.self_migration = {};
  scheduled.notes.add(Note::seat_cap);
  CHECK(actions_on("2024-03-01", scheduled).empty());
  CHECK(actions_on("2024-06-01", scheduled) == "adjust_in_window 2024-06-07");

  PlanEntry moved = open_entry();
  moved.phase = Phase::already_nce;
  CHECK(actions_for(moved, {.as_of = day("2024-03-01")}).empty());
}

TEST_CASE("a monthly term is kept before the window or in it", "[rules][R12]") {
  PlanEntry entry = open_entry();
  entry.offer.term = one_month;
  CHECK(actions_on("2023-12-01", entry) == "prepare_migration 2024-01-01..2024-05-30; keep_monthly 2024-05-30");
  CHECK(actions_on("2024-05-31", entry) == "migrate_full_term 2024-05-31; keep_monthly 2024-05-30");
  CHECK(actions_on("2024-06-01", entry) == "adjust_in_window 2024-06-07; keep_monthly 2024-06-07");
  CHECK(actions_on("2024-06-09", entry) == "plan_next_term 2025-04-02..2025-05-31");
  entry.migration.target_term = one_month;
  CHECK(actions_on("2024-06-01", entry) == "adjust_in_window 2024-06-07");
}

TEST_CASE("education, nonprofit and GCC customers are asked for their qualification", "[rules][R12]") {
  struct SegmentCase {
    Segment segment;
    bool verified;
  };
  const auto [segment, verified] = GENERATE(values<SegmentCase>({{Segment::commercial, false},
                                                                 {Segment::education, true},
                                                                 {Segment::nonprofit, true},
                                                                 {Segment::government, false},
                                                                 {Segment::gcc, true}}));
  PlanEntry entry = open_entry();
  entry.offer.segment = segment;
  const std::string also = verified ? "; verify_qualification 2024-05-30" : "";
  CHECK(actions_on("2024-05-31", entry) == "migrate_full_term 2024-05-31" + also);
  CHECK(actions_on("2024-06-01", entry) == "adjust_in_window 2024-06-07");
}

TEST_CASE("a base resolves its bundle, and too many seats are split", "[rules][R12]") {
  PlanEntry entry = blocked_entry(Blocker::bundle);
  CHECK(actions_on("2024-03-01", entry, true) == "clear_blocker 2024-05-30; resolve_bundle 2024-05-30");
  CHECK(actions_on("2024-03-01", entry, false) == "clear_blocker 2024-05-30");
  entry.notes.add(Note::seat_cap);
  CHECK(actions_on("2024-03-01", entry, true) ==
        "clear_blocker 2024-05-30; resolve_bundle 2024-05-30; split_seats 2024-05-30");
}

TEST_CASE("accompanying actions come in their order", "[rules][R12]") {
  PlanEntry entry = open_entry();
  entry.offer.term = one_month;
  entry.offer.segment = Segment::nonprofit;
  entry.notes.add(Note::seat_cap);
  CHECK(actions_on("2024-03-01", entry) ==
        "contact_customer 2024-04-02; migrate_yourself 2024-01-01..2024-05-30; preorder 2024-04-02..2024-05-30; "
        "keep_monthly 2024-05-30; verify_qualification 2024-05-30; split_seats 2024-05-30");
}

TEST_CASE("an offer to another provider's customer precedes the next renewal", "[rules][R12]") {
  const auto [as_of, expected] = GENERATE(values<DayCase>({
      {"2023-01-01", "offer_takeover 2024-04-02..2024-05-31"},  // no renewal before the first one known
      {"2024-05-31", "offer_takeover 2024-04-02..2024-05-31"},
      {"2024-06-01", "offer_takeover 2025-04-02..2025-05-31"},
  }));
  CAPTURE(as_of);
  CHECK(takeover_on(as_of, open_entry()) == expected);
}

TEST_CASE("a takeover counts legacy terms before the migration and NCE terms after it", "[rules][R12]") {
  PlanEntry monthly;
  monthly.offer.term = one_month;
  monthly.renewal = {.term_end = day("2023-10-14"), .renewal = day("2023-10-15"), .basis = RenewalBasis::own_date};
  monthly.migration = microsoft_migration(monthly.offer, monthly.renewal.renewal, test::edition_2023_07());
  CHECK(iso(monthly.migration.date) == "2024-01-15");
  CHECK(takeover_on("2023-11-20", monthly) == "offer_takeover 2023-10-16..2023-12-14");
  CHECK(takeover_on("2024-01-14", monthly) == "offer_takeover 2023-11-16..2024-01-14");
  CHECK(takeover_on("2024-01-15", monthly) == "offer_takeover 2024-11-16..2025-01-14");
  CHECK(takeover_on("2024-03-01", uncovered_entry(Coverage::suspended)) == "offer_takeover 2024-04-02..2024-05-31");
}

TEST_CASE("what never renews cannot be taken over", "[rules][R12]") {
  PlanEntry endless = uncovered_entry(Coverage::no_renewal);
  endless.renewal = {.term_end = day("9999-12-31"), .renewal = {}, .basis = RenewalBasis::does_not_renew};
  CHECK(takeover_on("2024-03-01", endless).empty());
}

TEST_CASE("urgent is an open window or a week left", "[rules][R12]") {
  struct UrgentCase {
    std::string as_of;
    bool urgent;
  };
  const auto [as_of, urgent] = GENERATE(values<UrgentCase>({{"2024-04-02", false},
                                                            {"2024-05-22", false},
                                                            {"2024-05-23", true},
                                                            {"2024-06-01", true},
                                                            {"2024-06-08", true},
                                                            {"2024-06-09", false}}));
  CAPTURE(as_of);
  PlanEntry entry = open_entry();
  entry.phase = decide_phase(entry, day(as_of)).phase;
  entry.actions = actions_for(entry, {.as_of = day(as_of)});
  CHECK(is_urgent(entry, day(as_of)) == urgent);
}
