#include "nceplan/rules/coverage.hpp"

namespace nceplan {

bool is_inactive(Status status) { return status != Status::active && status != Status::suspended; }

Coverage own_coverage(const Subscription& row, const OfferFacts& facts, const RenewalDecision& renewal) {
  if (row.has(RowFlag::trial) || facts.trial) return Coverage::trial;
  if (row.status() == Status::suspended) return Coverage::suspended;
  if (is_inactive(row.status())) return Coverage::inactive;
  if (renewal.basis == RenewalBasis::does_not_renew) return Coverage::no_renewal;
  if (row.has(RowFlag::auto_renew_known) && !row.has(RowFlag::auto_renew)) return Coverage::auto_renew_off;
  if (facts.matrix == MatrixStanding::no_equivalent) return Coverage::no_nce_equivalent;
  return Coverage::covered;
}

PartnerSchedule schedule_of(Status status, OptionalDate target_date, OptionalDate renewal, Term target_term) {
  if (is_inactive(status)) return {};
  return {.date = target_date ? target_date : renewal, .target_term = target_term};
}

}  // namespace nceplan
