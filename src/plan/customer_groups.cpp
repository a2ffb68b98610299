#include "customer_groups.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <tuple>

#include "nceplan/base/text.hpp"

namespace nceplan {
namespace {

/// Nearly all customers have a GUID, so these are kept small.
struct GuidCustomer {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  CustomerId customer;

  auto key() const { return std::tie(high, low); }
};

struct NamedCustomer {
  bool has_id = false;
  std::string text;  ///< the id in lower case, else the folded name
  CustomerId customer;

  auto key() const { return std::tie(has_id, text); }
};

using Groups = std::vector<LargeVector<std::uint32_t>>;
using GuidCustomers = LargeVector<GuidCustomer>;

template <typename KeyedCustomer>
bool by_key(const KeyedCustomer& a, const KeyedCustomer& b) {
  return a.key() < b.key();
}

/// GUIDs are spread evenly, so their first bits cut a large sort into many small ones.
void sort_by_guid(GuidCustomers& customers) {
  constexpr unsigned bucket_bits = 12;
  std::vector<std::size_t> ends((std::size_t{1} << bucket_bits) + 1);
  const auto bucket_of = [](const GuidCustomer& customer) { return customer.high >> (64 - bucket_bits); };
  for (const GuidCustomer& customer : customers) ++ends[bucket_of(customer) + 1];
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  GuidCustomers sorted(customers.size());
  std::vector<std::size_t> next(ends.begin(), ends.end() - 1);
  for (const GuidCustomer& customer : customers) sorted[next[bucket_of(customer)]++] = customer;
  for (std::size_t i = 0; i + 1 < ends.size(); ++i) {
    std::sort(sorted.begin() + static_cast<std::ptrdiff_t>(ends[i]),
              sorted.begin() + static_cast<std::ptrdiff_t>(ends[i + 1]), by_key<GuidCustomer>);
  }
  customers.swap(sorted);
}

/// Numbers customers of equal keys, which are neighbours, alike, from `next` on; returns the next free number.
template <typename Customers>
std::uint32_t number_groups(const Customers& customers, Groups& groups, std::uint32_t next) {
  for (std::size_t i = 0; i < customers.size(); ++i) {
    if (i > 0 && customers[i].key() != customers[i - 1].key()) ++next;
    groups[customers[i].customer.shard()][customers[i].customer.entry()] = next;
  }
  return customers.empty() ? next : next + 1;
}

NamedCustomer named(const Portfolio& portfolio, const Customer& customer, CustomerId id) {
  if (customer.id.empty()) return {.has_id = false, .text = fold(portfolio.text(customer.name)), .customer = id};
  return {.has_id = true, .text = to_lower_ascii(portfolio.text(customer.id.text_id())), .customer = id};
}

}  // namespace

std::vector<LargeVector<std::uint32_t>> group_customers(const Portfolio& portfolio) {
  Groups groups;
  GuidCustomers with_guid;
  std::vector<NamedCustomer> others;
  std::size_t count = 0;
  for (const Shard& shard : portfolio.shards) count += shard.customers.size();
  with_guid.reserve(count);
  for (std::uint32_t shard = 0; shard < portfolio.shards.size(); ++shard) {
    const auto& customers = portfolio.shards[shard].customers;
    groups.emplace_back(customers.size());
    for (std::uint32_t entry = 0; entry < customers.size(); ++entry) {
      const Customer& customer = customers[entry];
      const CustomerId id{Handle::of(shard, entry)};
      if (customer.id.is_guid()) {
        with_guid.push_back({.high = customer.id.high(), .low = customer.id.low(), .customer = id});
      } else {
        others.push_back(named(portfolio, customer, id));
      }
    }
  }
  sort_by_guid(with_guid);
  const std::uint32_t next = number_groups(with_guid, groups, 0);
  std::sort(others.begin(), others.end(), by_key<NamedCustomer>);
  number_groups(others, groups, next);
  return groups;
}

}  // namespace nceplan
