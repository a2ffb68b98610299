#include "customer_groups.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <tuple>

#include "nceplan/base/text.hpp"

namespace nceplan {
namespace {

struct NamedCustomer {
  bool has_id = false;
  std::string text;  ///< the id in lower case, else the folded name
  CustomerId customer;

  auto key() const { return std::tie(has_id, text); }
};

using Groups = std::vector<LargeVector<std::uint32_t>>;

/// Customers whose id is a GUID, as nearly all are; only their handles are moved.
class GuidCustomers {
 public:
  GuidCustomers(const Portfolio& portfolio, LargeVector<CustomerId> customers)
      : portfolio_(portfolio), customers_(std::move(customers)) {}

  /// GUIDs are spread evenly, so their first bits cut a large sort into many small ones.
  void sort() {
    constexpr unsigned bucket_bits = 12;
    std::vector<std::size_t> ends((std::size_t{1} << bucket_bits) + 1);
    const auto bucket_of = [this](CustomerId customer) { return id_of(customer).high() >> (64 - bucket_bits); };
    for (const CustomerId customer : customers_) ++ends[bucket_of(customer) + 1];
    std::partial_sum(ends.begin(), ends.end(), ends.begin());
    LargeVector<CustomerId> sorted(customers_.size());
    std::vector<std::size_t> next(ends.begin(), ends.end() - 1);
    for (const CustomerId customer : customers_) sorted[next[bucket_of(customer)]++] = customer;
    for (std::size_t i = 0; i + 1 < ends.size(); ++i) {
      std::sort(sorted.begin() + static_cast<std::ptrdiff_t>(ends[i]),
                sorted.begin() + static_cast<std::ptrdiff_t>(ends[i + 1]),
                [this](CustomerId a, CustomerId b) { return is_before(id_of(a), id_of(b)); });
    }
    customers_.swap(sorted);
  }

  std::size_t size() const { return customers_.size(); }
  CustomerId customer(std::size_t i) const { return customers_[i]; }
  bool same_as_before(std::size_t i) const { return id_of(customers_[i]) == id_of(customers_[i - 1]); }

 private:
  Id id_of(CustomerId customer) const { return portfolio_.customer(customer).id; }
  static bool is_before(Id a, Id b) { return a.high() != b.high() ? a.high() < b.high() : a.low() < b.low(); }

  const Portfolio& portfolio_;
  LargeVector<CustomerId> customers_;
};

class NamedCustomers {
 public:
  void add(NamedCustomer customer) { customers_.push_back(std::move(customer)); }
  void sort() {
    std::sort(customers_.begin(), customers_.end(),
              [](const NamedCustomer& a, const NamedCustomer& b) { return a.key() < b.key(); });
  }

  std::size_t size() const { return customers_.size(); }
  CustomerId customer(std::size_t i) const { return customers_[i].customer; }
  bool same_as_before(std::size_t i) const { return customers_[i].key() == customers_[i - 1].key(); }

 private:
  std::vector<NamedCustomer> customers_;
};

/// Numbers sorted customers, equal ones alike, from `next` on; returns the next free number.
template <typename Customers>
std::uint32_t number_groups(const Customers& customers, Groups& groups, std::uint32_t next) {
  for (std::size_t i = 0; i < customers.size(); ++i) {
    if (i > 0 && !customers.same_as_before(i)) ++next;
    groups[customers.customer(i).shard()][customers.customer(i).entry()] = next;
  }
  return customers.size() == 0 ? next : next + 1;
}

NamedCustomer named(const Portfolio& portfolio, const Customer& customer, CustomerId id) {
  if (customer.id.empty()) return {.has_id = false, .text = fold(portfolio.text(customer.name)), .customer = id};
  return {.has_id = true, .text = to_lower_ascii(portfolio.text(customer.id.text_id())), .customer = id};
}

}  // namespace

std::vector<LargeVector<std::uint32_t>> group_customers(const Portfolio& portfolio) {
  Groups groups;
  LargeVector<CustomerId> with_guid;
  NamedCustomers others;
  std::size_t count = 0;
  for (const Shard& shard : portfolio.shards) count += shard.customers.size();
  with_guid.reserve(count);
  for (std::uint32_t shard = 0; shard < portfolio.shards.size(); ++shard) {
    const auto& customers = portfolio.shards[shard].customers;
    groups.emplace_back(customers.size());
    for (std::uint32_t entry = 0; entry < customers.size(); ++entry) {
      const CustomerId id{Handle::of(shard, entry)};
      if (customers[entry].id.is_guid()) {
        with_guid.push_back(id);
      } else {
        others.add(named(portfolio, customers[entry], id));
      }
    }
  }
  GuidCustomers by_guid(portfolio, std::move(with_guid));
  by_guid.sort();
  others.sort();
  number_groups(others, groups, number_groups(by_guid, groups, 0));
  return groups;
}

}  // namespace nceplan
