#include "nceplan/rules/nce_term.hpp"

#include <algorithm>
#include <array>

#include "nceplan/rules/migration.hpp"

namespace nceplan {
namespace {

/// The shortest plan first, so that a term has the first ones of the list.
constexpr std::array<BillingPlan, 3> plans = {BillingPlan::monthly, BillingPlan::annual, BillingPlan::triennial};

}  // namespace

bool is_nce_term(Term term) { return !billing_plans_of(term).empty(); }

std::span<const BillingPlan> billing_plans_of(Term term) {
  if (term == one_month) return std::span(plans).first<1>();
  if (term == one_year) return std::span(plans).first<2>();
  if (term == three_years) return plans;
  return {};
}

bool is_offered(Term term, BillingPlan plan) {
  const auto offered = billing_plans_of(term);
  return std::find(offered.begin(), offered.end(), plan) != offered.end();
}

FirstTerm full_first_term(Date start, Term term) { return {start, add_months(start, term.months) - 1}; }

FirstTerm remaining_first_term(Date start, Date legacy_end, Term legacy, Term term) {
  const Date renewal = legacy_end + 1;
  if (!legacy.known() || !term.known() || term.months >= legacy.months) return {start, legacy_end};
  Date end = renewal;
  for (int terms = 1;; ++terms) {
    const Date earlier = add_months(renewal, -terms * term.months);
    if (earlier <= start) return {start, end - 1};
    end = earlier;
  }
}

bool is_month_end(Date day) { return first_of_next_month(day) == day + 1; }

bool can_end_on(Date end, Term term, const FirstTerm& first_term) {
  if (end < first_term.first || end > first_term.last) return false;
  const unsigned day = year_month_day(end).day;
  return term != one_month || day < 28 || day > 30 || is_month_end(end);
}

bool can_end_with(const ExistingEnd& existing, Term term) {
  return term == one_month || (existing.term.known() && existing.term != one_month);
}

OptionalDate month_end_in(const FirstTerm& first_term, Term term) {
  const Date month = first_term.last - static_cast<int>(year_month_day(first_term.last).day);
  const Date end = is_month_end(first_term.last) ? first_term.last : month;
  return can_end_on(end, term, first_term) ? OptionalDate(end) : OptionalDate();
}

OptionalDate shared_end_in(const FirstTerm& first_term, Term term, std::span<const ExistingEnd> existing) {
  OptionalDate latest;
  for (const ExistingEnd& one : existing) {
    if (!can_end_with(one, term) || !can_end_on(one.end, term, first_term)) continue;
    if (!latest || *latest < one.end) latest = one.end;
  }
  return latest;
}

}  // namespace nceplan
