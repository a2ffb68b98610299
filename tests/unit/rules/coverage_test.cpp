#include "nceplan/rules/coverage.hpp"

#include "support/catch.hpp"
#include "support/editions.hpp"

using namespace nceplan;

namespace {

/// A subscription to which every reason applies, from the one of that precedence on.
Coverage coverage_from(Coverage first) {
  Subscription row;
  OfferFacts facts;
  RenewalDecision renewal;
  if (first <= Coverage::trial) row.set(RowFlag::trial);
  if (first <= Coverage::inactive) row.facts.set(Status::deleted);
  if (first <= Coverage::suspended) row.facts.set(Status::suspended);
  if (first <= Coverage::no_renewal) renewal.basis = RenewalBasis::does_not_renew;
  if (first <= Coverage::auto_renew_off) row.set(RowFlag::auto_renew_known);
  if (first <= Coverage::no_nce_equivalent) facts.matrix = MatrixStanding::no_equivalent;
  return own_coverage(row, facts, renewal);
}

}  // namespace

TEST_CASE("the first reason that holds is the one", "[rules][R8]") {
  const auto reason = GENERATE(Coverage::trial, Coverage::suspended, Coverage::inactive, Coverage::no_renewal,
                               Coverage::auto_renew_off, Coverage::no_nce_equivalent);
  CHECK(coverage_from(reason) == reason);
}

TEST_CASE("a plain active subscription is covered", "[rules][R8]") {
  CHECK(coverage_from(Coverage::base_not_covered) == Coverage::covered);
}

TEST_CASE("deleted, expired, disabled and pending subscriptions are inactive", "[rules][R8]") {
  const auto status = GENERATE(Status::deleted, Status::expired, Status::disabled, Status::pending);
  Subscription row;
  row.facts.set(status);
  CHECK(is_inactive(status));
  CHECK(own_coverage(row, {}, {}) == Coverage::inactive);
  CHECK_FALSE(is_inactive(Status::active));
  CHECK_FALSE(is_inactive(Status::suspended));
}

TEST_CASE("flag, catalog or name make a trial", "[rules][R8]") {
  OfferFacts trial_offer;
  trial_offer.trial = true;
  CHECK(own_coverage({}, trial_offer, {}) == Coverage::trial);
}

TEST_CASE("a missing auto-renew flag is on", "[rules][R3][R8]") {
  Subscription row;
  CHECK(own_coverage(row, {}, {}) == Coverage::covered);
  row.set(RowFlag::auto_renew_known);
  CHECK(own_coverage(row, {}, {}) == Coverage::auto_renew_off);
  row.set(RowFlag::auto_renew);
  CHECK(own_coverage(row, {}, {}) == Coverage::covered);
}

TEST_CASE("other standings in the matrix do not end coverage", "[rules][R8]") {
  const auto standing =
      GENERATE(MatrixStanding::no_matrix, MatrixStanding::absent, MatrixStanding::enabled, MatrixStanding::manual_only);
  OfferFacts facts;
  facts.matrix = standing;
  CHECK(own_coverage({}, facts, {}) == Coverage::covered);
}

TEST_CASE("a partner schedule is for its target date, else for the renewal", "[rules][R8]") {
  const Date target = test::day("2024-02-01");
  const Date renewal = test::day("2024-03-01");
  CHECK(schedule_of(Status::active, target, renewal, one_year).date == OptionalDate(target));
  CHECK(schedule_of(Status::active, {}, renewal, one_year).date == OptionalDate(renewal));
  CHECK(schedule_of(Status::suspended, target, renewal, one_year).date == OptionalDate(target));
  CHECK_FALSE(schedule_of(Status::deleted, target, renewal, one_year).date);
  CHECK_FALSE(schedule_of(Status::active, {}, {}, one_year).date);
}

TEST_CASE("members with a reason of their own do not count, auto-renew off excepted", "[rules][R7]") {
  CHECK(counts_in_bundle(Coverage::covered));
  CHECK(counts_in_bundle(Coverage::auto_renew_off));
  CHECK(counts_in_bundle(Coverage::base_not_covered));
  CHECK_FALSE(counts_in_bundle(Coverage::trial));
  CHECK_FALSE(counts_in_bundle(Coverage::suspended));
  CHECK_FALSE(counts_in_bundle(Coverage::inactive));
  CHECK_FALSE(counts_in_bundle(Coverage::no_renewal));
  CHECK_FALSE(counts_in_bundle(Coverage::no_nce_equivalent));
}
