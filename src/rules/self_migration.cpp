#include "nceplan/rules/self_migration.hpp"

#include <algorithm>

namespace nceplan {
namespace {

constexpr int addon_days = 30;

}  // namespace

SelfService self_service_of(Category category, const OfferFacts& facts, const Edition& edition) {
  const CategorySchedule& schedule = edition.schedule(category);
  if (!schedule.self_service_when_listed) {
    if (!schedule.self_service_from) return {};
    return {.from = schedule.self_service_from, .basis = SelfServiceBasis::announced};
  }
  if (facts.matrix != MatrixStanding::enabled) return {};
  if (facts.listed_on) return {.from = facts.listed_on, .basis = SelfServiceBasis::listed_on};
  return {.from = edition.announced, .basis = SelfServiceBasis::edition_announced};
}

OptionalDate start_of(const RowDates& row) { return row.created ? row.created : row.started; }

OptionalDate first_month_of(OptionalDate start, BundleRole role) {
  if (!start) return {};
  return role == BundleRole::addon ? *start + addon_days : add_months(*start, 1);
}

Blocker own_blocker(const Subscription& row, const OfferFacts& facts, Category category) {
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

OptionalDate later_of(OptionalDate a, OptionalDate b) {
  if (!a || !b) return a ? a : b;
  return std::max(*a, *b);
}

}  // namespace nceplan
