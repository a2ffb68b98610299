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

/// Customers whose id is a GUID, as nearly all are.
class GuidCustomers {
 public:
  /// Sorts them. GUIDs are spread evenly, so their first bits cut a large sort into many small ones.
  explicit GuidCustomers(const Portfolio& portfolio) : portfolio_(portfolio) {
    constexpr unsigned bucket_bits = 12;
    std::vector<std::size_t> ends((std::size_t{1} << bucket_bits) + 1);
    const auto bucket_of = [](Id id) { return id.high() >> (64 - bucket_bits); };
    for_each([&](Id id, CustomerId) { ++ends[bucket_of(id) + 1]; });
    std::partial_sum(ends.begin(), ends.end(), ends.begin());
    customers_.resize(ends.back());
    std::vector<std::size_t> next(ends.begin(), ends.end() - 1);
    for_each([&](Id id, CustomerId customer) { customers_[next[bucket_of(id)]++] = {id.high(), customer}; });
    for (std::size_t i = 0; i + 1 < ends.size(); ++i) {
      std::sort(customers_.begin() + static_cast<std::ptrdiff_t>(ends[i]),
                customers_.begin() + static_cast<std::ptrdiff_t>(ends[i + 1]), [this](const Keyed& a, const Keyed& b) {
                  return a.high != b.high ? a.high < b.high : id_of(a).low() < id_of(b).low();
                });
    }
  }

  std::size_t size() const { return customers_.size(); }
  CustomerId customer(std::size_t i) const { return customers_[i].customer; }
  bool same_as_before(std::size_t i) const {
    return customers_[i].high == customers_[i - 1].high && id_of(customers_[i]) == id_of(customers_[i - 1]);
  }

 private:
  /// The first half of the id lies beside the handle, so that sorting hardly ever looks elsewhere.
  struct Keyed {
    std::uint64_t high = 0;
    CustomerId customer;
  };

  template <typename Visit>
  void for_each(const Visit& visit) const {
    for (std::uint32_t shard = 0; shard < portfolio_.shards.size(); ++shard) {
      const auto& customers = portfolio_.shards[shard].customers;
      for (std::uint32_t entry = 0; entry < customers.size(); ++entry) {
        if (customers[entry].id.is_guid()) visit(customers[entry].id, CustomerId{Handle::of(shard, entry)});
      }
    }
  }
  Id id_of(const Keyed& keyed) const { return portfolio_.customer(keyed.customer).id; }

  const Portfolio& portfolio_;
  LargeVector<Keyed> customers_;
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
  NamedCustomers others;
  for (std::uint32_t shard = 0; shard < portfolio.shards.size(); ++shard) {
    const auto& customers = portfolio.shards[shard].customers;
    groups.emplace_back(customers.size());
    for (std::uint32_t entry = 0; entry < customers.size(); ++entry) {
      if (customers[entry].id.is_guid()) continue;
      others.add(named(portfolio, customers[entry], CustomerId{Handle::of(shard, entry)}));
    }
  }
  const GuidCustomers by_guid(portfolio);
  others.sort();
  number_groups(others, groups, number_groups(by_guid, groups, 0));
  return groups;
}

}  // namespace nceplan
