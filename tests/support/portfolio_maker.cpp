#include "support/portfolio_maker.hpp"

#include <stdexcept>

#include "support/editions.hpp"

namespace nceplan::test {
namespace {

Term term_of(const std::string& iso) {
  if (iso.empty()) return {};
  const auto term = parse_iso_term(iso);
  if (!term) throw std::invalid_argument("not a term: " + iso);
  return *term;
}

SubscriptionDetails details_of(const Row& row, StringPool& texts) {
  SubscriptionDetails details;
  details.related_id = parse_id(row.kind == RowKind::nce ? row.migrated_from : row.base, texts);
  details.ineligibility_reason = texts.intern(row.ineligible_because);
  details.provider = texts.intern(row.provider);
  details.target_date = maybe_day(row.target_date);
  details.target_term = term_of(row.target_term);
  details.charge_start = maybe_day(row.charge_start);
  return details;
}

Subscription subscription_of(const Row& row, StringPool& texts) {
  Subscription made;
  made.id = parse_id(row.id, texts);
  if (row.id.empty()) made.set(RowFlag::id_assumed);
  made.seats = row.seats;
  made.term_end = maybe_day(row.ends);
  made.facts.set(term_of(row.term));
  made.facts.set(row.status);
  made.facts.set(row.billing_plan);
  if (row.auto_renew) made.set(RowFlag::auto_renew_known);
  if (row.auto_renew.value_or(false)) made.set(RowFlag::auto_renew);
  if (!row.ineligible_because.empty()) made.set(RowFlag::ineligible);
  for (const RowFlag flag : row.flags) made.set(flag);
  return made;
}

}  // namespace

PortfolioMaker& PortfolioMaker::file(std::string path) {
  const auto number = static_cast<std::uint32_t>(portfolio_.sources.size());
  RowBlock block;
  block.source = number;
  block.first_row = static_cast<RowIndex>(portfolio_.row_count());
  Source source;
  source.path = std::move(path);
  portfolio_.sources.push_back(std::move(source));
  portfolio_.shards.emplace_back(number);
  portfolio_.blocks.push_back(std::move(block));
  products_.clear();
  customers_.clear();
  return *this;
}

ProductId PortfolioMaker::product_of(const Row& row) {
  Shard& shard = portfolio_.shards.back();
  const ProductId next{Handle::of(shard.texts.shard(), static_cast<std::uint32_t>(shard.products.size()))};
  const std::string key = row.product + '\n' + row.offer_id + '\n' + std::string(to_code(row.kind));
  const auto [known, added] = products_.emplace(key, next);
  if (added) {
    Product product;
    product.offer_id = shard.texts.intern(row.offer_id);
    product.name = shard.texts.intern(row.product);
    product.kind = row.kind;
    shard.products.push_back(product);
  }
  return known->second;
}

CustomerId PortfolioMaker::customer_of(const Row& row) {
  Shard& shard = portfolio_.shards.back();
  const CustomerId next{Handle::of(shard.texts.shard(), static_cast<std::uint32_t>(shard.customers.size()))};
  const auto [known, added] = customers_.emplace(row.customer + '\n' + row.customer_id, next);
  if (added) {
    Customer customer;
    customer.id = parse_id(row.customer_id, shard.texts);
    customer.name = shard.texts.intern(row.customer);
    shard.customers.push_back(customer);
  }
  return known->second;
}

PortfolioMaker& PortfolioMaker::add(const Row& row) {
  RowBlock& block = portfolio_.blocks.back();
  StringPool& texts = portfolio_.shards.back().texts;
  Subscription made = subscription_of(row, texts);
  made.customer = customer_of(row);
  made.product = product_of(row);
  made.source_line = static_cast<std::uint32_t>(block.rows.size() + 2);
  const SubscriptionDetails details = details_of(row, texts);
  if (details != SubscriptionDetails{}) {
    block.details.push_back(details);
    made.details = static_cast<std::uint32_t>(block.details.size());
  }
  block.rows.push_back(made);
  block.dates.push_back(
      {.renewal = maybe_day(row.renews), .created = maybe_day(row.created), .started = maybe_day(row.started)});
  ++portfolio_.sources.back().rows;
  return *this;
}

PortfolioMaker& PortfolioMaker::add(const std::vector<Row>& rows) {
  for (const Row& row : rows) add(row);
  return *this;
}

PortfolioMaker& PortfolioMaker::rejected(std::uint64_t rows) {
  portfolio_.sources.back().rows += rows;
  portfolio_.sources.back().rejected += rows;
  return *this;
}

Portfolio portfolio_of(const std::vector<Row>& rows) { return PortfolioMaker().add(rows).make(); }

}  // namespace nceplan::test
