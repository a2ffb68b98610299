#include "subscription_key.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <vector>

#include "nceplan/base/text.hpp"
#include "nceplan/output/report.hpp"

namespace nceplan {
namespace {

/// 128 bits that stand for texts: FNV-1a (draft-eastlake-fnv), twice, from different starts. Nobody gains from a
/// collision here; the worst it does is one calendar entry instead of two.
class Fingerprint {
 public:
  Fingerprint& add(std::string_view text) {
    for (const char c : text) mix(static_cast<unsigned char>(c));
    mix(separator);
    return *this;
  }

  std::string hex() const { return fmt::format("{:016x}{:016x}", high_, low_); }

 private:
  static constexpr unsigned separator = 0x100;  // no byte has this value

  void mix(unsigned value) {
    constexpr std::uint64_t prime = 0x100000001b3;
    high_ = (high_ ^ value) * prime;
    low_ = (low_ ^ value) * prime;
  }

  std::uint64_t high_ = 0xcbf29ce484222325;
  std::uint64_t low_ = 0x84222325cbf29ce4;
};

bool has_id(const Subscription& row) { return !row.id.empty() && !row.has(RowFlag::id_assumed); }

Fingerprint fingerprint_without_id(const Portfolio& portfolio, const Subscription& row) {
  const Customer& customer = portfolio.customer(row.customer);
  const Product& product = portfolio.product(row.product);
  Fingerprint fingerprint;
  fingerprint.add(customer.id.empty() ? fold(portfolio.text(customer.name))
                                      : to_lower_ascii(portfolio.to_string(customer.id)));
  fingerprint.add(product.offer_id.empty() ? fold(portfolio.text(product.name))
                                           : to_lower_ascii(portfolio.text(product.offer_id)));
  return fingerprint;
}

struct RowWithoutId {
  std::string key;
  OptionalDate term_end;
  std::int32_t seats = 0;
  RowIndex row = 0;

  auto place() const { return std::make_tuple(std::string_view(key), term_end.value_or(Date{}), seats, row); }
};

}  // namespace

SubscriptionKeys::SubscriptionKeys(const Plan& plan) : plan_(&plan) {
  const Portfolio& portfolio = plan.portfolio();
  std::vector<RowWithoutId> rows;
  SelectedRows(plan).for_each([&](RowIndex index) {
    const Subscription& row = portfolio.row(index);
    if (has_id(row)) return;
    rows.push_back({fingerprint_without_id(portfolio, row).hex(), row.term_end, row.seats, index});
  });
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.place() < b.place(); });
  std::uint32_t number = 0;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    number = rows[i].key == rows[i - 1].key ? number + 1 : 0;
    if (number != 0) numbers_.emplace(rows[i].row, number);
  }
}

std::string SubscriptionKeys::key(RowIndex index) const {
  const Portfolio& portfolio = plan_->portfolio();
  const Subscription& row = portfolio.row(index);
  if (has_id(row)) {
    if (row.id.is_guid()) return portfolio.to_string(row.id);
    return Fingerprint().add(to_lower_ascii(portfolio.to_string(row.id))).hex();
  }
  Fingerprint fingerprint = fingerprint_without_id(portfolio, row);
  const auto number = numbers_.find(index);
  if (number != numbers_.end()) fingerprint.add(std::to_string(number->second));
  return fingerprint.hex();
}

}  // namespace nceplan
