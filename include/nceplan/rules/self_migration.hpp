// What stands between the partner and a migration of its own (R7).
#pragma once

#include <algorithm>

#include "nceplan/base/date.hpp"
#include "nceplan/model/edition.hpp"
#include "nceplan/model/plan_entry.hpp"
#include "nceplan/model/subscription.hpp"
#include "nceplan/rules/offer_facts.hpp"

namespace nceplan {

/// The first day on which a category's offers can be migrated, and what says so.
struct SelfService {
  OptionalDate from;  ///< none when not announced, or not listed
  SelfServiceBasis basis = SelfServiceBasis::none;
};

/// Where the edition says "when listed" (multi-year): the day on which the matrix lists the offer, else the edition's
/// announcement; unknown for an offer that is not listed. Otherwise the edition's date for the category.
inline SelfService self_service_of(Category category, const OfferFacts& facts, const Edition& edition) {
  const CategorySchedule& schedule = edition.schedule(category);
  if (!schedule.self_service_when_listed) {
    if (!schedule.self_service_from) return {};
    return {.from = schedule.self_service_from, .basis = SelfServiceBasis::announced};
  }
  if (facts.matrix != MatrixStanding::enabled) return {};
  if (facts.listed_on) return {.from = facts.listed_on, .basis = SelfServiceBasis::listed_on};
  return {.from = edition.announced, .basis = SelfServiceBasis::edition_announced};
}

/// What a row is to the other rows of its bundle (R9).
enum class BundleRole : std::uint8_t {
  base,  ///< also an add-on that is planned alone
  addon
};

/// The creation date, else the start date; none when neither is known.
inline OptionalDate start_of(const RowDates& row) { return row.created ? row.created : row.started; }
/// Start plus one month for a base, plus 30 days for an add-on; none when the start is not known.
inline OptionalDate first_month_of(OptionalDate start, BundleRole role) {
  constexpr int addon_days = 30;
  if (!start) return {};
  return role == BundleRole::addon ? *start + addon_days : add_months(*start, 1);
}

/// The first blocker of the subscription itself; `bundle` is for its bundle to decide.
inline Blocker own_blocker(const Subscription& row, const OfferFacts& facts, Category category) {
  if (row.has(RowFlag::ineligible)) return Blocker::ineligible;
  if (row.has(RowFlag::promotion) || facts.promotion) return Blocker::promotion;
  if (category == Category::multi_year) {
    return facts.matrix == MatrixStanding::enabled ? Blocker::none : Blocker::unlisted;
  }
  switch (facts.matrix) {
    case MatrixStanding::absent:
    case MatrixStanding::no_equivalent:
      return Blocker::not_in_matrix;
    case MatrixStanding::manual_only:
      return Blocker::manual_only;
    case MatrixStanding::no_matrix:
    case MatrixStanding::enabled:
      break;
  }
  return Blocker::none;
}

/// The last day on which the remaining term can still be chosen: two days before the migration.
constexpr Date self_migrate_until(Date migration) { return migration - 2; }
/// The same for a subscription whose auto-renew is off: the day before the last day of its term.
constexpr Date self_migrate_until_before_end(Date term_end) { return term_end - 1; }

/// The later of two dates; one that is not known is left out.
inline OptionalDate later_of(OptionalDate a, OptionalDate b) {
  if (!a || !b) return a ? a : b;
  return std::max(*a, *b);
}

}  // namespace nceplan
