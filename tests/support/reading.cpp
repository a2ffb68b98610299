#include "support/reading.hpp"

namespace nceplan::test {
namespace {

std::string text_of(OptionalDate date) { return date ? to_iso(*date) : "-"; }

std::string described(const Portfolio& portfolio, const RowBlock& block, const Subscription& row) {
  const Customer& customer = portfolio.customer(row.customer);
  const Product& product = portfolio.product(row.product);
  const SubscriptionDetails& details = Portfolio::details(block, row);
  const RowDates& dates = Portfolio::dates(block, row);
  std::string text = std::to_string(row.source_line) + '|' + portfolio.subscription_id(block, row) + '|' +
                     portfolio.to_string(customer.id) + '|' + portfolio.to_string(details.related_id);
  for (const TextId part : {customer.name, customer.domain, customer.reseller_id, product.name, product.offer_id,
                            product.nce_product, row.name, details.ineligibility_reason, details.provider}) {
    text.append("|").append(portfolio.text(part));
  }
  for (const OptionalDate date : {row.term_end, dates.renewal, dates.created, dates.started, details.custom_term_end,
                                  details.target_date, details.charge_start}) {
    text += '|' + text_of(date);
  }
  text += '|';
  for (unsigned flag = 0; flag < row_flag_count; ++flag) text += row.has(static_cast<RowFlag>(1U << flag)) ? '1' : '0';
  text += product.named_by_subscription ? '1' : '0';
  return text + '|' + std::to_string(static_cast<int>(product.kind)) + '|' + std::to_string(row.seats) + '|' +
         to_iso(row.term()) + '|' + std::string(to_code(row.billing_plan())) + '|' +
         std::string(to_code(row.status())) + '\n';
}

}  // namespace

Reading reading_of(const Portfolio& portfolio, const Diagnostics& diagnostics) {
  Reading reading;
  for (const RowBlock& block : portfolio.blocks) {
    for (const Subscription& row : block.rows) reading.rows += described(portfolio, block, row);
  }
  for (const Diagnostic& problem : diagnostics.kept()) {
    reading.problems += std::to_string(problem.where.line) + ':' + std::to_string(problem.where.column) + ' ' +
                        std::string(to_code(problem.code)) + ' ' + problem.seen + '\n';
  }
  reading.read = portfolio.rows_read();
  reading.rejected = portfolio.rows_rejected();
  return reading;
}

}  // namespace nceplan::test
