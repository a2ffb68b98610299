// What stands between the partner and a migration of its own (R7).
#pragma once

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
SelfService self_service_of(Category category, const OfferFacts& facts, const Edition& edition);

/// What a row is to the other rows of its bundle (R9).
enum class BundleRole : std::uint8_t {
  base,  ///< also an add-on that is planned alone
  addon
};

/// The creation date, else the start date; none when neither is known.
OptionalDate start_of(const RowDates& row);
/// Start plus one month for a base, plus 30 days for an add-on; none when the start is not known.
OptionalDate first_month_of(OptionalDate start, BundleRole role);

/// The first blocker of the subscription itself; `bundle` is for its bundle to decide.
Blocker own_blocker(const Subscription& row, const OfferFacts& facts, Category category);

/// The last day on which the remaining term can still be chosen: two days before the migration.
constexpr Date self_migrate_until(Date migration) { return migration - 2; }
/// The same for a subscription whose auto-renew is off: the day before the last day of its term.
constexpr Date self_migrate_until_before_end(Date term_end) { return term_end - 1; }

/// The later of two dates; one that is not known is left out.
OptionalDate later_of(OptionalDate a, OptionalDate b);

}  // namespace nceplan
