#include "grouping.hpp"

#include <limits>
#include <numeric>
#include <tuple>

#include "human_cell.hpp"
#include "i18n/format_text.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/base/text_map.hpp"
#include "nceplan/i18n/texts.hpp"

namespace nceplan {
namespace {

constexpr std::int32_t last = std::numeric_limits<std::int32_t>::max();

/// Smaller is more urgent.
struct Urgency {
  bool calm = true;
  std::int32_t due = last;
  std::int32_t migration = last;
  friend auto operator<=>(const Urgency&, const Urgency&) = default;
};

Urgency urgency_of(const PlanEntry& entry, Date as_of) {
  Urgency urgency;
  urgency.calm = !is_pressing(entry, as_of);
  if (const Action primary = entry.primary(); primary.due) urgency.due = (*primary.due).days();
  if (entry.migration.date) urgency.migration = (*entry.migration.date).days();
  return urgency;
}

/// Rows that stand together (a group, a customer, a bundle): where the most urgent of them stands, and one row to
/// name them by.
struct Cluster {
  Urgency urgency;
  RowIndex example = 0;
  std::size_t position = 0;
};

/// Numbers clusters in order of appearance and keeps the urgency of each.
template <typename Key, typename Hash = std::hash<Key>>
class Clusters {
 public:
  std::uint32_t add(const Key& key, RowIndex row, const Urgency& urgency) {
    const auto [found, added] = numbers_.try_emplace(key, static_cast<std::uint32_t>(clusters_.size()));
    if (added) clusters_.push_back({urgency, row, 0});
    Cluster& cluster = clusters_[found->second];
    cluster.urgency = std::min(cluster.urgency, urgency);
    return found->second;
  }

  /// Gives each cluster its position in the order of `less`.
  template <typename Less>
  void arrange(Less less) {
    std::vector<std::size_t> order(clusters_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return less(clusters_[a], clusters_[b]); });
    for (std::size_t i = 0; i < order.size(); ++i) clusters_[order[i]].position = i;
  }

  const Cluster& operator[](std::uint32_t number) const { return clusters_[number]; }

 private:
  std::unordered_map<Key, std::uint32_t, Hash> numbers_;
  std::vector<Cluster> clusters_;
};

std::uint64_t pair_of(std::uint32_t outer, std::uint32_t inner) { return (std::uint64_t{outer} << 32) | inner; }

struct PlacedRow {
  RowIndex row = 0;
  std::uint32_t group = 0;
  std::uint32_t customer = 0;
  std::uint32_t bundle = 0;
  bool addon = false;
};

class Grouping {
 public:
  Grouping(const SelectedRows& rows, const ReportOptions& options)
      : plan_(rows.plan()), portfolio_(plan_.portfolio()), options_(options) {
    rows.for_each([&](RowIndex row) { place(row); });
  }

  std::vector<ReportGroup> result() {
    if (!options_.keep_order) arrange();
    return collected();
  }

 private:
  const Subscription& subscription(RowIndex row) const { return portfolio_.row(row); }
  std::string_view product_name(RowIndex row) const {
    return portfolio_.text(portfolio_.product(subscription(row).product).name);
  }
  std::string_view reseller(RowIndex row) const {
    return portfolio_.text(portfolio_.customer(subscription(row).customer).reseller_id);
  }

  std::string group_key(RowIndex row, const PlanEntry& entry) const;
  std::string title_of(RowIndex row) const;
  void place(RowIndex row);
  void arrange();
  bool is_before_by_name(RowIndex a, RowIndex b) const;
  std::vector<ReportGroup> collected() const;

  const Plan& plan_;
  const Portfolio& portfolio_;
  const ReportOptions& options_;
  Clusters<std::string, TextHash> groups_;
  Clusters<std::uint64_t> customers_;
  Clusters<std::uint64_t> bundles_;
  std::vector<PlacedRow> rows_;
};

/// Months sort by their key; rows without a date come last.
std::string Grouping::group_key(RowIndex row, const PlanEntry& entry) const {
  switch (options_.group_by) {
    case GroupBy::month:
      return entry.migration.date ? to_iso(*entry.migration.date).substr(0, 7) : std::string("~");
    case GroupBy::reseller:
      return std::string(reseller(row));
    default:
      return {};
  }
}

void Grouping::place(RowIndex row) {
  const PlanEntry entry = plan_.entry(row);
  const Urgency urgency = urgency_of(entry, plan_.context().as_of);
  const RowIndex root = plan_.root(row);
  PlacedRow placed{row, 0, 0, 0, root != row};
  placed.group = groups_.add(group_key(row, entry), row, urgency);
  placed.customer = customers_.add(pair_of(placed.group, plan_.customer_group(subscription(row))), row, urgency);
  placed.bundle = bundles_.add(pair_of(placed.customer, root), root, urgency);
  rows_.push_back(placed);
}

bool Grouping::is_before_by_name(RowIndex a, RowIndex b) const {
  if (const int order = product_name(a).compare(product_name(b)); order != 0) return order < 0;
  const Id id_a = subscription(a).id;
  const Id id_b = subscription(b).id;
  if (id_a.is_guid() && id_b.is_guid())
    return std::make_tuple(id_a.high(), id_a.low()) < std::make_tuple(id_b.high(), id_b.low());
  const auto id = [&](RowIndex row) { return portfolio_.subscription_id(portfolio_.block_of(row), subscription(row)); };
  return id(a) < id(b);
}

void Grouping::arrange() {
  const bool months = options_.group_by == GroupBy::month;
  const auto month = [&](const Cluster& cluster) { return group_key(cluster.example, plan_.entry(cluster.example)); };
  groups_.arrange([&](const Cluster& a, const Cluster& b) {
    if (months) return month(a) < month(b);
    return std::make_tuple(a.urgency, reseller(a.example)) < std::make_tuple(b.urgency, reseller(b.example));
  });
  customers_.arrange([&](const Cluster& a, const Cluster& b) {
    if (a.urgency != b.urgency) return a.urgency < b.urgency;
    const auto name = [&](const Cluster& c) { return customer_label(plan_, subscription(c.example), Language::en); };
    const auto id = [&](const Cluster& c) {
      return portfolio_.to_string(portfolio_.customer(subscription(c.example).customer).id);
    };
    return std::make_tuple(name(a), id(a)) < std::make_tuple(name(b), id(b));
  });
  bundles_.arrange([&](const Cluster& a, const Cluster& b) {
    return a.urgency == b.urgency ? is_before_by_name(a.example, b.example) : a.urgency < b.urgency;
  });
  std::stable_sort(rows_.begin(), rows_.end(), [&](const PlacedRow& a, const PlacedRow& b) {
    const auto place = [&](const PlacedRow& row) {
      return std::make_tuple(groups_[row.group].position, customers_[row.customer].position,
                             bundles_[row.bundle].position, row.addon);
    };
    const auto place_a = place(a);
    const auto place_b = place(b);
    return place_a == place_b ? is_before_by_name(a.row, b.row) : place_a < place_b;
  });
}

std::string Grouping::title_of(RowIndex row) const {
  const Language language = options_.language;
  if (options_.group_by == GroupBy::month) {
    const OptionalDate date = plan_.entry(row).migration.date;
    return date ? format_month(*date, language) : std::string(text(Text::no_migration_date, language));
  }
  if (options_.group_by == GroupBy::reseller) {
    if (reseller(row).empty()) return std::string(text(Text::no_reseller, language));
    return format_text(Text::reseller, language, escape_controls(reseller(row)));
  }
  return {};
}

std::vector<ReportGroup> Grouping::collected() const {
  std::vector<ReportGroup> groups;
  std::unordered_map<std::uint32_t, std::size_t> group_places;
  std::unordered_map<std::uint32_t, std::size_t> customer_places;
  for (const PlacedRow& placed : rows_) {
    const auto group = group_places.try_emplace(placed.group, groups.size()).first->second;
    if (group == groups.size()) groups.push_back({title_of(placed.row), {}});
    std::vector<CustomerGroup>& customers = groups[group].customers;
    const auto customer = customer_places.try_emplace(placed.customer, customers.size()).first->second;
    if (customer == customers.size()) {
      customers.push_back({customer_label(plan_, subscription(placed.row), options_.language), {}});
    }
    customers[customer].rows.push_back(placed.row);
  }
  return groups;
}

}  // namespace

std::vector<ReportGroup> grouped(const SelectedRows& rows, const ReportOptions& options) {
  return Grouping(rows, options).result();
}

}  // namespace nceplan
