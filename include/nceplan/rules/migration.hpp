// When Microsoft migrates, and what that yields (R4, R5).
#pragma once

#include "nceplan/base/date.hpp"
#include "nceplan/base/term.hpp"
#include "nceplan/model/edition.hpp"
#include "nceplan/model/plan_entry.hpp"

namespace nceplan {

/// One renewal of a series: `anchor` plus `terms` terms, months counted from the anchor.
struct RenewalInSeries {
  Date date;
  int terms = 0;
  friend bool operator==(const RenewalInSeries&, const RenewalInSeries&) = default;
};

/// The first of `anchor + k * term`, k = 0, 1, 2, ..., that is on or after `day`. Precondition: term.known().
RenewalInSeries first_renewal_from(Date anchor, Term term, Date day);

/// R4 and R5 for a subscription that Microsoft migrates: the first renewal on or after the edition's date for the
/// category. Without such a date, or without a renewal, there is no migration date and `by` is none.
MigrationDecision microsoft_migration(const OfferDecision& offer, OptionalDate renewal, const Edition& edition);

/// R5: fills in what a migration on `migration.date`, if there is one, commits to.
inline void commit(MigrationDecision& migration, Term target_term) {
  if (migration.date) migration.target_term = target_term;
}

}  // namespace nceplan
