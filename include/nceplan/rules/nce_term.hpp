// What a subscription can become when the partner migrates it: terms, billing plans, and end dates that can be asked
// for (docs/batch.md). Sources: PC/migrate-subscriptions-to-new-commerce "Configuring term and billing frequency",
// PC/align-subscription-end-dates "Setting custom term end dates".
#pragma once

#include <span>

#include "nceplan/base/date.hpp"
#include "nceplan/base/term.hpp"
#include "nceplan/model/codes.hpp"

namespace nceplan {

/// One month, one year or three years.
bool is_nce_term(Term term);

/// The billing plans of an NCE term: monthly for each, annual from one year on, triennial for three years; none for
/// any other term.
std::span<const BillingPlan> billing_plans_of(Term term);
bool is_offered(Term term, BillingPlan plan);

/// The first term in New Commerce; both days are in it.
struct FirstTerm {
  Date first;
  Date last;
  friend bool operator==(const FirstTerm&, const FirstTerm&) = default;
};

/// A new full term from `start` on.
FirstTerm full_first_term(Date start, Term term);

/// The term that goes on: it ends with the legacy term, whose last day is `legacy_end`, or, when the new term is
/// shorter than the legacy one, the day before the first of the renewals that lie whole terms before the legacy
/// renewal and behind `start` (an annual term that ends on 10 February, made monthly on 17 November, ends on
/// 10 December). Precondition: start <= legacy_end.
FirstTerm remaining_first_term(Date start, Date legacy_end, Term legacy, Term term);

/// The end of an active NCE subscription that is no trial.
struct ExistingEnd {
  Date end;   ///< last day
  Term term;  ///< unknown terms serve monthly subscriptions only
  friend bool operator==(const ExistingEnd&, const ExistingEnd&) = default;
};

/// Whether the date can be asked for at all: within the first term, and for monthly terms not on the 28th, 29th or
/// 30th unless that is the last day of its month.
bool can_end_on(Date end, Term term, const FirstTerm& first_term);

/// Whether a subscription of that term may end with an existing one: annual and three-year terms not with monthly ones.
bool can_end_with(const ExistingEnd& existing, Term term);

/// The last month end within the first term; none when it has none.
OptionalDate month_end_in(const FirstTerm& first_term, Term term);

/// The latest of the existing ends that the subscription can end with; none when there is none.
OptionalDate shared_end_in(const FirstTerm& first_term, Term term, std::span<const ExistingEnd> existing);

bool is_month_end(Date day);

}  // namespace nceplan
