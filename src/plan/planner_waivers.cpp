// Which rows the waivers name (docs/waivers.md): a subscription by its id, a customer by id or exact name.
#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "nceplan/base/text.hpp"
#include "nceplan/base/text_map.hpp"
#include "planner.hpp"
#include "row_parts.hpp"

namespace nceplan {
namespace {

using WaiverMatch = std::pair<RowIndex, std::uint32_t>;  ///< row, index of the waiver

/// The customers that waivers name: groups of Plan::customer_group by the text of an id or a name.
class NamedCustomers {
 public:
  NamedCustomers(const Portfolio& portfolio, const Waivers& waivers, const CustomerGroups& groups) {
    for (const Waiver& waiver : waivers) {
      if (!waiver.customer.empty()) groups_[fold(waiver.customer)];
    }
    if (groups_.empty()) return;
    for (std::size_t shard = 0; shard < portfolio.shards.size(); ++shard) {
      const auto& customers = portfolio.shards[shard].customers;
      for (std::size_t entry = 0; entry < customers.size(); ++entry) {
        add(fold(portfolio.text(customers[entry].name)), groups[shard][entry]);
        add(fold(portfolio.to_string(customers[entry].id)), groups[shard][entry]);
      }
    }
  }

  const std::unordered_set<std::uint32_t>& groups_of(const std::string& customer) const {
    return groups_.at(fold(customer));
  }

 private:
  void add(const std::string& name, std::uint32_t group) {
    if (const auto found = groups_.find(name); found != groups_.end()) found->second.insert(group);
  }

  TextMap<std::unordered_set<std::uint32_t>> groups_;
};

/// Of the waivers in force for one row the one that ends last counts; among equals one that names the subscription.
bool outranks(const Waivers& waivers, const WaiverMatch& a, const WaiverMatch& b) {
  if (a.first != b.first) return a.first < b.first;
  const Waiver& x = waivers[a.second];
  const Waiver& y = waivers[b.second];
  if (x.until != y.until) return x.until > y.until;
  if (x.subscription.empty() != y.subscription.empty()) return !x.subscription.empty();
  return a.second < b.second;
}

}  // namespace

void Planner::match_waivers() {
  if (context_.waivers == nullptr) return;
  const Waivers& waivers = *context_.waivers;
  std::vector<WaiverMatch> matches = waiver_matches();
  plan_.waiver_matches_.assign(waivers.size(), 0);
  for (const WaiverMatch& match : matches) ++plan_.waiver_matches_[match.second];
  std::sort(matches.begin(), matches.end(),
            [&](const WaiverMatch& a, const WaiverMatch& b) { return outranks(waivers, a, b); });
  for (const WaiverMatch& match : matches) {
    const bool taken = !plan_.waived_.empty() && plan_.waived_.back().first == match.first;
    if (!taken && waivers[match.second].in_force(context_.as_of)) plan_.waived_.push_back(match);
  }
  report_waivers();
}

/// Planned rows with the index of each waiver that names them, in force or not.
std::vector<Planner::WaiverMatch> Planner::waiver_matches() const {
  const Waivers& waivers = *context_.waivers;
  const NamedCustomers customers(portfolio_, waivers, plan_.customers_);
  std::vector<WaiverMatch> matches;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_group;
  for (std::uint32_t i = 0; i < waivers.size(); ++i) {
    const Waiver& waiver = waivers[i];
    if (waiver.subscription.empty()) {
      for (const std::uint32_t group : customers.groups_of(waiver.customer)) by_group[group].push_back(i);
      continue;
    }
    const auto row = ids_->find(std::string_view(waiver.subscription));
    if (!row || !plan_.is_planned(*row)) continue;
    const std::uint32_t group = plan_.customer_group(portfolio_.row(*row));
    if (waiver.customer.empty() || customers.groups_of(waiver.customer).count(group) != 0)
      matches.emplace_back(*row, i);
  }
  if (by_group.empty()) return matches;
  for_each_row(portfolio_, 0, portfolio_.row_count(), [&](const RowBlock& block, RowIndex row) {
    if (!plan_.is_planned(row)) return;
    const auto found = by_group.find(plan_.customer_group(block.rows[row - block.first_row]));
    if (found == by_group.end()) return;
    for (const std::uint32_t waiver : found->second) matches.emplace_back(row, waiver);
  });
  return matches;
}

/// A waiver that matches nothing is reported as that, whether expired or not: either way its row can go.
void Planner::report_waivers() {
  const Waivers& waivers = *context_.waivers;
  for (std::size_t i = 0; i < waivers.size(); ++i) {
    const Waiver& waiver = waivers[i];
    const bool used = plan_.waiver_matches_[i] != 0;
    if (used && waiver.in_force(context_.as_of)) continue;
    Diagnostic warning;
    warning.code = used ? DiagnosticCode::waiver_expired : DiagnosticCode::waiver_unused;
    warning.severity = Severity::warning;
    warning.where.file = waiver.file;
    warning.where.line = waiver.line;
    warning.seen = waiver.target();
    if (used) warning.details = {to_iso(waiver.until), waiver.owner};
    plan_.diagnostics_.add(std::move(warning));
  }
}

}  // namespace nceplan
