#include "row_matcher.hpp"

#include <algorithm>
#include <array>

#include "id_table.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/base/text_map.hpp"

namespace nceplan {
namespace {

template <typename Visit>
void for_each_planned(const Plan& plan, const Visit& visit) {
  for (const RowBlock& block : plan.portfolio().blocks) {
    for (std::size_t i = 0; i < block.rows.size(); ++i) {
      const RowIndex row = block.first_row + static_cast<RowIndex>(i);
      if (plan.is_planned(row)) visit(block.rows[i], row);
    }
  }
}

IdTable table_of_ids(const Plan& plan) {
  IdTable ids(plan.portfolio(), plan.portfolio().row_count());
  const IdHash id_hash(plan.portfolio());
  for_each_planned(plan, [&](const Subscription& subscription, RowIndex row) {
    // None is there already: duplicates are not planned.
    if (has_own_id(subscription)) ids.add(row, id_hash(subscription.id));
  });
  return ids;
}

/// What a row is compared by when there is no id, from the most to the least that has to agree. `product` is enough
/// only when there is one of it on either side.
enum class Likeness : std::uint8_t { all, renewal_and_seats, renewal, seats, product };
constexpr std::array likenesses = {Likeness::all, Likeness::renewal_and_seats, Likeness::renewal, Likeness::seats,
                                   Likeness::product};

enum class CustomerKey : std::uint8_t { id, name };

/// A text that rows share which are alike; empty for a row that has no such key.
std::string key_of(const Plan& plan, RowIndex index, CustomerKey by, Likeness likeness) {
  const Portfolio& portfolio = plan.portfolio();
  const Subscription& row = portfolio.row(index);
  const Customer& customer = portfolio.customer(row.customer);
  const Product& product = portfolio.product(row.product);
  std::string key =
      by == CustomerKey::id ? to_lower_ascii(portfolio.to_string(customer.id)) : fold(portfolio.text(customer.name));
  if (key.empty()) return key;
  const std::string_view name = portfolio.text(product.name);
  key += '\n' + (name.empty() ? to_lower_ascii(portfolio.text(product.offer_id)) : fold(name));
  if (likeness == Likeness::product) return key;
  const PlanEntry entry = plan.entry(index);
  const OptionalDate renewal = entry.renewal.renewal;
  if (likeness != Likeness::seats) key += '\n' + (renewal ? to_iso(*renewal) : std::string("-"));
  if (likeness != Likeness::renewal) key += '\n' + std::to_string(row.seats);
  if (likeness == Likeness::all) {
    key.append("\n").append(to_code(row.status())).append("\n").append(to_iso(entry.offer.term));
    key += row.has(RowFlag::auto_renew) ? '+' : '-';
  }
  return key;
}

using RowsByKey = TextMap<std::vector<RowIndex>>;

/// The rows of `rows` that have an id of their own, or have none.
RowsByKey grouped(const Plan& plan, const std::vector<RowIndex>& rows, CustomerKey by, Likeness likeness,
                  bool with_id) {
  RowsByKey groups;
  for (const RowIndex row : rows) {
    if (has_own_id(plan.portfolio().row(row)) != with_id) continue;
    const std::string key = key_of(plan, row, by, likeness);
    if (!key.empty()) groups[key].push_back(row);
  }
  return groups;
}

void remove(std::vector<RowIndex>& rows, std::vector<RowIndex> matched) {
  std::sort(matched.begin(), matched.end());
  rows.erase(std::remove_if(rows.begin(), rows.end(),
                            [&](RowIndex row) { return std::binary_search(matched.begin(), matched.end(), row); }),
             rows.end());
}

/// Pairs rows of equal keys in their order; by product alone only those that are the only ones.
void pair_groups(const RowsByKey& before, const RowsByKey& after, Likeness likeness, Matching& matching) {
  std::vector<RowIndex> matched_before;
  std::vector<RowIndex> matched_after;
  const std::size_t paired = matching.pairs.size();
  for (const auto& [key, rows] : before) {
    const auto others = after.find(key);
    if (others == after.end()) continue;
    const bool single = rows.size() == 1 && others->second.size() == 1;
    if (likeness == Likeness::product && !single) continue;
    for (std::size_t i = 0; i < std::min(rows.size(), others->second.size()); ++i) {
      matching.pairs.push_back({rows[i], others->second[i], MatchedBy::product});
      matched_before.push_back(rows[i]);
      matched_after.push_back(others->second[i]);
    }
  }
  std::sort(matching.pairs.begin() + static_cast<std::ptrdiff_t>(paired), matching.pairs.end(),
            [](const MatchedRows& a, const MatchedRows& b) { return a.before < b.before; });
  remove(matching.only_before, std::move(matched_before));
  remove(matching.only_after, std::move(matched_after));
}

std::uint64_t count_ambiguous(const RowsByKey& without_id, const RowsByKey& with, const RowsByKey& without) {
  std::uint64_t count = 0;
  for (const auto& [key, rows] : without_id) {
    if (with.count(key) != 0 || without.count(key) != 0) count += rows.size();
  }
  return count;
}

}  // namespace

Matching match_by_id(const Plan& before, const Plan& after) {
  Matching matching;
  const IdTable ids = table_of_ids(after);
  std::vector<bool> matched(after.portfolio().row_count());
  for_each_planned(before, [&](const Subscription& subscription, RowIndex row) {
    const bool searched = has_own_id(subscription);
    const auto found =
        searched ? ids.find(std::string_view(before.portfolio().to_string(subscription.id))) : std::nullopt;
    if (found) {
      matching.pairs.push_back({row, *found, MatchedBy::id});
      matched[*found] = true;
    } else {
      matching.only_before.push_back(row);
    }
  });
  for_each_planned(after, [&](const Subscription&, RowIndex row) {
    if (!matched[row]) matching.only_after.push_back(row);
  });
  return matching;
}

void match_by_product(const Plan& before, const Plan& after, Matching& matching) {
  struct Sides {
    bool before_has_id;
    bool after_has_id;
  };
  constexpr std::array<Sides, 3> sides = {{{false, false}, {false, true}, {true, false}}};
  for (const CustomerKey by : {CustomerKey::id, CustomerKey::name}) {
    for (const Likeness likeness : likenesses) {
      for (const auto& [before_has_id, after_has_id] : sides) {
        const RowsByKey old_rows = grouped(before, matching.only_before, by, likeness, before_has_id);
        if (old_rows.empty()) continue;
        pair_groups(old_rows, grouped(after, matching.only_after, by, likeness, after_has_id), likeness, matching);
      }
    }
  }
}

std::uint64_t count_unidentified(const Plan& before, const Plan& after, const Matching& matching) {
  const auto group = [&](const Plan& plan, const std::vector<RowIndex>& rows, bool with_id) {
    return grouped(plan, rows, CustomerKey::name, Likeness::product, with_id);
  };
  const RowsByKey before_without = group(before, matching.only_before, false);
  const RowsByKey after_without = group(after, matching.only_after, false);
  return count_ambiguous(before_without, group(after, matching.only_after, true), after_without) +
         count_ambiguous(after_without, group(before, matching.only_before, true), before_without);
}

}  // namespace nceplan
