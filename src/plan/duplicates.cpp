#include "duplicates.hpp"

namespace nceplan {
namespace {

struct FullRow {
  const Subscription& row;
  const RowDates& dates;
  const SubscriptionDetails& details;
};

FullRow full_row(const Portfolio& portfolio, RowIndex index) {
  const RowBlock& block = portfolio.block_of(index);
  const Subscription& row = block.rows[index - block.first_row];
  return {.row = row, .dates = Portfolio::dates(block, row), .details = Portfolio::details(block, row)};
}

bool same_product(const Portfolio& portfolio, const Subscription& a, const Subscription& b) {
  if (a.product == b.product) return true;
  const Product& x = portfolio.product(a.product);
  const Product& y = portfolio.product(b.product);
  return x.kind == y.kind && portfolio.text(x.offer_id) == portfolio.text(y.offer_id) &&
         portfolio.text(x.name) == portfolio.text(y.name) &&
         portfolio.text(x.nce_product) == portfolio.text(y.nce_product);
}

bool same_customer(const CustomerGroups& groups, CustomerId a, CustomerId b) {
  return groups[a.shard()][a.entry()] == groups[b.shard()][b.entry()];
}

bool same_values(const Subscription& a, const Subscription& b) {
  return a.seats == b.seats && a.facts == b.facts && a.term_end == b.term_end;
}

bool same_details(const Portfolio& portfolio, const SubscriptionDetails& a, const SubscriptionDetails& b) {
  return portfolio.same_id(a.related_id, b.related_id) &&
         portfolio.text(a.ineligibility_reason) == portfolio.text(b.ineligibility_reason) &&
         portfolio.text(a.provider) == portfolio.text(b.provider) && a.custom_term_end == b.custom_term_end &&
         a.target_date == b.target_date && a.target_term == b.target_term &&
         a.migrate_on_renewal == b.migrate_on_renewal;
}

}  // namespace

bool say_the_same(const Portfolio& portfolio, const CustomerGroups& groups, RowIndex a, RowIndex b) {
  const FullRow x = full_row(portfolio, a);
  const FullRow y = full_row(portfolio, b);
  return same_values(x.row, y.row) && x.dates == y.dates && portfolio.text(x.row.name) == portfolio.text(y.row.name) &&
         same_customer(groups, x.row.customer, y.row.customer) && same_product(portfolio, x.row, y.row) &&
         same_details(portfolio, x.details, y.details);
}

RowIndex winner_of(const Portfolio& portfolio, const CustomerGroups& groups, std::span<const RowIndex> rows,
                   std::vector<Conflict>& conflicts) {
  RowIndex winner = rows.front();
  for (const RowIndex row : rows.subspan(1)) {
    const OptionalDate winner_charge = full_row(portfolio, winner).details.charge_start;
    const OptionalDate charge = full_row(portfolio, row).details.charge_start;
    if (winner_charge && charge) {
      if (*charge >= *winner_charge) winner = row;
    } else if (!say_the_same(portfolio, groups, winner, row)) {
      conflicts.push_back({.winner = row, .loser = winner});
      winner = row;
    }
  }
  return winner;
}

}  // namespace nceplan
