#include "text_columns.hpp"

namespace nceplan {
namespace {

using TextOf = std::function<std::string_view(Handle)>;

/// Collects texts of a portfolio's pools, each once.
class DistinctTexts {
 public:
  explicit DistinctTexts(const Portfolio& portfolio) {
    for (const Shard& shard : portfolio.shards) seen_.emplace_back(shard.texts.size());
  }

  void add(TextId id) {
    if (id.empty() || seen_[id.shard()][id.entry()]) return;
    seen_[id.shard()][id.entry()] = true;
    handles_.push_back(id);
  }
  void add(Id id) {
    if (!id.is_guid()) add(id.text_id());
  }

  std::vector<Handle> take() { return std::move(handles_); }

 private:
  std::vector<std::vector<bool>> seen_;
  std::vector<Handle> handles_;
};

template <typename Visit>
void for_each_row(const Portfolio& portfolio, const Visit& visit) {
  for (const RowBlock& block : portfolio.blocks) {
    for (const Subscription& row : block.rows) visit(row);
  }
}

template <typename Visit>
void for_each_details(const Portfolio& portfolio, const Visit& visit) {
  for (const RowBlock& block : portfolio.blocks) {
    for (const SubscriptionDetails& details : block.details) visit(details);
  }
}

TextOf pool_text(const Portfolio& portfolio) {
  return [&portfolio](Handle handle) { return portfolio.text(TextId{handle}); };
}

/// A handle for each element of a vector that every shard has.
template <typename Elements>
std::vector<Handle> handles_of(const Portfolio& portfolio, Elements Shard::*member) {
  std::vector<Handle> handles;
  for (std::uint32_t shard = 0; shard < portfolio.shards.size(); ++shard) {
    const std::size_t size = (portfolio.shards[shard].*member).size();
    for (std::uint32_t entry = 0; entry < size; ++entry) handles.push_back(Handle::of(shard, entry));
  }
  return handles;
}

TextColumn customer_texts(const Portfolio& portfolio, TextId Customer::*member) {
  return {
      handles_of(portfolio, &Shard::customers),
      [&portfolio, member](Handle handle) { return portfolio.text(portfolio.customer(CustomerId{handle}).*member); },
      [](const RowCells& row) -> Handle { return row.subscription().customer; }};
}

TextColumn product_texts(const Portfolio& portfolio, std::function<std::string_view(const Product&)> text_of) {
  return {handles_of(portfolio, &Shard::products),
          [&portfolio, text_of = std::move(text_of)](Handle handle) {
            return text_of(portfolio.product(ProductId{handle}));
          },
          [](const RowCells& row) -> Handle { return row.subscription().product; }};
}

TextColumn subscription_names(const Portfolio& portfolio) {
  DistinctTexts names(portfolio);
  for_each_row(portfolio, [&](const Subscription& row) { names.add(row.name); });
  return {names.take(), pool_text(portfolio), [](const RowCells& row) -> Handle { return row.subscription().name; }};
}

TextColumn detail_texts(const Portfolio& portfolio, TextId SubscriptionDetails::*member) {
  DistinctTexts texts(portfolio);
  for_each_details(portfolio, [&](const SubscriptionDetails& details) { texts.add(details.*member); });
  return {texts.take(), pool_text(portfolio),
          [member](const RowCells& row) -> Handle { return row.details().*member; }};
}

TextColumn source_paths(const Portfolio& portfolio) {
  std::vector<Handle> handles;
  for (std::uint32_t i = 0; i < portfolio.sources.size(); ++i) handles.push_back(Handle::of(0, i));
  return {std::move(handles),
          [&portfolio](Handle handle) { return std::string_view(portfolio.sources[handle.entry()].path); },
          [](const RowCells& row) { return Handle::of(0, row.block().source); }};
}

}  // namespace

TextColumn text_column(const Plan& plan, Column column) {
  const Portfolio& portfolio = plan.portfolio();
  switch (column) {
    case Column::customer_name:
      return customer_texts(portfolio, &Customer::name);
    case Column::customer_domain:
      return customer_texts(portfolio, &Customer::domain);
    case Column::reseller_id:
      return customer_texts(portfolio, &Customer::reseller_id);
    case Column::product_name:
      return product_texts(portfolio, [&](const Product& product) { return portfolio.text(product.name); });
    case Column::offer_id:
      return product_texts(portfolio, [&](const Product& product) { return portfolio.text(product.offer_id); });
    case Column::nce_product:
      return product_texts(portfolio, [&](const Product& product) { return nce_product_of(plan, product); });
    case Column::ineligibility_reason:
      return detail_texts(portfolio, &SubscriptionDetails::ineligibility_reason);
    case Column::provider:
      return detail_texts(portfolio, &SubscriptionDetails::provider);
    case Column::source_file:
      return source_paths(portfolio);
    default:
      return subscription_names(portfolio);
  }
}

IdColumn id_column(const Plan& plan, Column column) {
  const Portfolio& portfolio = plan.portfolio();
  DistinctTexts texts(portfolio);
  std::function<Id(const RowCells&)> id_of;
  if (column == Column::customer_id) {
    for (const Shard& shard : portfolio.shards) {
      for (const Customer& customer : shard.customers) texts.add(customer.id);
    }
    id_of = [](const RowCells& row) { return row.customer().id; };
  } else if (column == Column::subscription_id) {
    for_each_row(portfolio, [&](const Subscription& row) { texts.add(row.id); });
    id_of = [](const RowCells& row) { return row.subscription().id; };
  } else {
    for_each_details(portfolio, [&](const SubscriptionDetails& details) { texts.add(details.related_id); });
    id_of = [](const RowCells& row) { return row.details().related_id; };
  }
  return {column, std::move(id_of), {texts.take(), pool_text(portfolio), {}}};
}

}  // namespace nceplan
