#include "nceplan/rules/migration.hpp"

#include <cassert>

namespace nceplan {
namespace {

int months_between(Date from, Date to) {
  const YearMonthDay a = year_month_day(from);
  const YearMonthDay b = year_month_day(to);
  return (b.year - a.year) * 12 + static_cast<int>(b.month) - static_cast<int>(a.month);
}

}  // namespace

RenewalInSeries first_renewal_from(Date anchor, Term term, Date day) {
  assert(term.known());
  if (anchor >= day) return {.date = anchor, .terms = 0};
  // The renewal in the month of `day`, or the last one before it, is at most one term too early.
  const int terms = months_between(anchor, day) / term.months;
  const Date renewal = add_months(anchor, terms * term.months);
  if (renewal >= day) return {.date = renewal, .terms = terms};
  return {.date = add_months(anchor, (terms + 1) * term.months), .terms = terms + 1};
}

MigrationDecision microsoft_migration(const OfferDecision& offer, OptionalDate renewal, const Edition& edition) {
  MigrationDecision migration;
  migration.microsoft_led_from = edition.schedule(offer.category).microsoft_led_from;
  if (!migration.microsoft_led_from || !renewal) return migration;
  const RenewalInSeries first = first_renewal_from(*renewal, offer.term, *migration.microsoft_led_from);
  migration.date = first.date;
  migration.terms_renewed = first.terms;
  migration.by = MigratedBy::microsoft;
  commit(migration, edition.outcome_of(offer.term));
  return migration;
}

}  // namespace nceplan
