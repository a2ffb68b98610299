#include "batch_rows.hpp"

#include <algorithm>

#include "nceplan/base/text.hpp"
#include "nceplan/rules/migration.hpp"

namespace nceplan {
namespace {

/// The term that the subscription keeps: its own, or, where New Commerce has no such term, what Microsoft makes of it.
Term kept_term(const PlanEntry& entry) {
  if (is_nce_term(entry.offer.term)) return entry.offer.term;
  return entry.migration.target_term.known() ? entry.migration.target_term : one_year;
}

std::string combination_text(Term term, BillingPlan plan) { return to_iso(term) + ", " + std::string(to_code(plan)); }

std::string plans_text(Term term) {
  std::string text;
  for (const BillingPlan plan : billing_plans_of(term)) {
    if (!text.empty()) text += ", ";
    text += to_code(plan);
  }
  return text;
}

}  // namespace

BatchRows::BatchRows(const Plan& plan, const BatchRequest& request, Diagnostics& diagnostics)
    : plan_(plan), request_(request), diagnostics_(diagnostics) {}

std::string BatchRows::wish_key(RowIndex row) const {
  const Portfolio& portfolio = plan_.portfolio();
  return to_lower_ascii(portfolio.subscription_id(portfolio.block_of(row), portfolio.row(row)));
}

Result<Date, BatchReason> BatchRows::day_of(const MigrationUnit& unit) {
  if (request_.timing == BatchTiming::on_renewal) {
    if (unit.next_renewal < unit.from) return failure(BatchReason::too_early);
    return unit.next_renewal;
  }
  OptionalDate day = request_.timing == BatchTiming::at_once ? plan_.context().as_of : request_.day;
  if (request_.days) {
    const auto wish = request_.days->find(wish_key(unit.root()));
    if (wish == request_.days->end()) return failure(BatchReason::not_in_schedule);
    day = wish->second.value;
  }
  if (*day < plan_.context().as_of) return failure(BatchReason::day_passed);
  if (*day < unit.from) return failure(BatchReason::too_early);
  if (*day >= unit.migration) return failure(BatchReason::too_late);
  if (*day > unit.until && !request_.new_term) return failure(BatchReason::full_term_only);
  return *day;
}

Result<BatchRow, BatchReason> BatchRows::row_of(const MigrationUnit& unit, RowIndex row, Date day) {
  const PlanEntry entry = plan_.entry(row);
  BatchRow wanted;
  wanted.row = row;
  wanted.due = unit.until;
  if (request_.timing == BatchTiming::on_day) wanted.target = day;
  if (!entry.renewal.term_end) return failure(BatchReason::term_end_missing);
  wanted.seats = seats_of(row);
  if (!decide_term(entry, row, wanted)) return failure(BatchReason::combination_unsupported);
  if (const BatchReason missing = missing_field(row, wanted); missing != BatchReason::none) return failure(missing);
  if (!decide_end(entry, row, day, wanted)) return failure(BatchReason::end_date_unsupported);
  return wanted;
}

/// The batch tool reads CustomerTenantId as a GUID and SeatCount as a number; an unreadable cell costs the whole file.
BatchReason BatchRows::missing_field(RowIndex row, const BatchRow& wanted) const {
  const Portfolio& portfolio = plan_.portfolio();
  const Subscription& subscription = portfolio.row(row);
  if (subscription.id.empty() || subscription.has(RowFlag::id_assumed)) return BatchReason::subscription_id_missing;
  if (!portfolio.customer(subscription.customer).id.is_guid()) return BatchReason::customer_id_missing;
  if (wanted.seats <= 0) return BatchReason::seats_missing;
  if (wanted.billing_plan == BillingPlan::unknown) return BatchReason::billing_plan_missing;
  return BatchReason::none;
}

bool BatchRows::decide_term(const PlanEntry& entry, RowIndex row, BatchRow& wanted) {
  const BillingPlan own = plan_.portfolio().row(row).billing_plan();
  wanted.term = request_.term.known() ? request_.term : kept_term(entry);
  wanted.billing_plan = request_.billing_plan != BillingPlan::unknown ? request_.billing_plan : own;
  // What the subscription has already is Microsoft's to judge: it says so in MigrationEligible.
  if (wanted.term == entry.offer.term && wanted.billing_plan == own && own != BillingPlan::unknown) return true;
  const auto plans = billing_plans_of(wanted.term);
  // A term with one plan leaves no choice.
  if (plans.size() == 1 && request_.billing_plan == BillingPlan::unknown) wanted.billing_plan = plans.front();
  if (wanted.billing_plan == BillingPlan::unknown || is_offered(wanted.term, wanted.billing_plan)) return true;
  report(DiagnosticCode::combination_unsupported, row, combination_text(wanted.term, wanted.billing_plan),
         {to_iso(wanted.term), plans_text(wanted.term)});
  return false;
}

std::int32_t BatchRows::seats_of(RowIndex row) const {
  const auto wish = request_.seats.empty() ? request_.seats.end() : request_.seats.find(wish_key(row));
  return wish == request_.seats.end() ? plan_.portfolio().row(row).seats : wish->second.value;
}

bool BatchRows::decide_end(const PlanEntry& entry, RowIndex row, Date day, BatchRow& wanted) {
  if (request_.alignment == EndAlignment::none) {
    const Portfolio& portfolio = plan_.portfolio();
    const bool as_exported = !request_.new_term && !request_.term.known();
    if (as_exported)
      wanted.custom_end = Portfolio::details(portfolio.block_of(row), portfolio.row(row)).custom_term_end;
    return true;
  }
  const bool full = request_.new_term || request_.timing == BatchTiming::on_renewal;
  // An export from before the last renewal has an end that has passed: the term has been renewed since.
  const Date legacy_end = first_renewal_from(*entry.renewal.term_end + 1, entry.offer.term, day + 1).date - 1;
  const FirstTerm first_term =
      full ? full_first_term(day, wanted.term) : remaining_first_term(day, legacy_end, entry.offer.term, wanted.term);
  wanted.custom_end = aligned_end(row, first_term, wanted.term);
  if (wanted.custom_end) return true;
  report(DiagnosticCode::end_date_unsupported, row, request_.aligned_end ? to_iso(*request_.aligned_end) : "",
         {to_iso(first_term.first), to_iso(first_term.last)});
  return false;
}

OptionalDate BatchRows::aligned_end(RowIndex row, const FirstTerm& first_term, Term term) {
  switch (request_.alignment) {
    case EndAlignment::month_end:
      return month_end_in(first_term, term);
    case EndAlignment::customer:
      return shared_end_in(first_term, term, existing_ends(plan_.customer_group(plan_.portfolio().row(row))));
    case EndAlignment::day:
      if (!can_end_on(*request_.aligned_end, term, first_term)) return {};
      return may_align_with(row, *request_.aligned_end, term) ? request_.aligned_end : OptionalDate();
    case EndAlignment::none:
      break;
  }
  return {};
}

/// A day of one's own must be a month end or the end of another subscription of the customer (ineligibility code 12);
/// where no such subscription is known, only Microsoft can tell.
bool BatchRows::may_align_with(RowIndex row, Date end, Term term) {
  if (is_month_end(end)) return true;
  const std::vector<ExistingEnd>& existing = existing_ends(plan_.customer_group(plan_.portfolio().row(row)));
  return existing.empty() || std::any_of(existing.begin(), existing.end(), [&](const ExistingEnd& one) {
           return one.end == end && can_end_with(one, term);
         });
}

const std::vector<ExistingEnd>& BatchRows::existing_ends(std::uint32_t customer) {
  if (!existing_) {
    existing_.emplace();
    for (const RowBlock& block : plan_.portfolio().blocks) {
      for (std::size_t i = 0; i < block.rows.size(); ++i) {
        const Subscription& row = block.rows[i];
        if (plan_.fate(static_cast<RowIndex>(block.first_row + i)) != RowFate::already_nce) continue;
        if (row.status() != Status::active || row.has(RowFlag::trial) || !row.term_end) continue;
        (*existing_)[plan_.customer_group(row)].push_back({*row.term_end, row.term()});
      }
    }
  }
  return (*existing_)[customer];
}

void BatchRows::report(DiagnosticCode code, RowIndex row, std::string seen, std::vector<std::string> details) {
  diagnostics_.add(
      {.code = code, .where = plan_.portfolio().place_of(row), .seen = std::move(seen), .details = std::move(details)});
}

}  // namespace nceplan
