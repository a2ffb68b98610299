#include "page_facts.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_set>

#include "nceplan/i18n/texts.hpp"
#include "output/human/human_cell.hpp"

namespace nceplan {
namespace {

/// Rows with equal keys are one item.
struct DueKey {
  std::uint32_t customer = 0;
  bool calm = false;
  Date due;
  ActionCode code = ActionCode::none;
  friend auto operator<=>(const DueKey&, const DueKey&) = default;
};

struct DueGroup {
  CustomerName customer;
  std::set<std::string> products;
  std::int64_t seats = 0;
};

class FactCollector {
 public:
  FactCollector(const SelectedRows& rows, Language language)
      : plan_(rows.plan()), as_of_(plan_.context().as_of), language_(language) {
    rows.for_each([&](RowIndex row) { add(row); });
  }

  PageFacts result() && {
    facts_.customers = customers_.size();
    for (auto& [key, group] : due_) {
      facts_.due.push_back({key.due,
                            !key.calm,
                            std::move(group.customer.label),
                            std::string(word(key.code, language_)),
                            {group.products.begin(), group.products.end()},
                            group.seats});
    }
    std::stable_sort(facts_.due.begin(), facts_.due.end(), [](const DueItem& a, const DueItem& b) {
      return std::make_tuple(!a.urgent, a.due, std::string_view(a.customer)) <
             std::make_tuple(!b.urgent, b.due, std::string_view(b.customer));
    });
    return std::move(facts_);
  }

 private:
  void add(RowIndex row);
  void add_window(const WindowDecision& window, std::int64_t seats);
  void add_due(const Subscription& subscription, const PlanEntry& entry, std::int64_t seats);

  const Plan& plan_;
  Date as_of_;
  Language language_;
  PageFacts facts_;
  std::unordered_set<std::uint32_t> customers_;
  std::map<DueKey, DueGroup> due_;
};

void FactCollector::add(RowIndex row) {
  const Subscription& subscription = plan_.portfolio().row(row);
  const PlanEntry entry = plan_.entry(row);
  const std::int64_t seats = std::max(subscription.seats, 0);
  facts_.tally.add(entry, as_of_);
  facts_.seats += seats;
  customers_.insert(plan_.customer_group(subscription));
  // The window of a subscription held elsewhere is its provider's.
  if (!entry.takeover) add_window(entry.window, seats);
  add_due(subscription, entry, seats);
}

void FactCollector::add_window(const WindowDecision& window, std::int64_t seats) {
  if (!window.start || !window.last_full_day) return;
  facts_.windows.push_back({*window.start, *window.last_full_day, seats});
  MonthLoad& month = facts_.months[first_of_month(*window.start)];
  ++month.subscriptions;
  month.seats += seats;
}

void FactCollector::add_due(const Subscription& subscription, const PlanEntry& entry, std::int64_t seats) {
  const Action primary = entry.primary();
  if (!primary.due || entry.waived_until) return;  // what is waived is counted apart
  const bool urgent = is_urgent(entry, as_of_);
  if (!urgent && days_left(primary, as_of_) > due_soon_days) return;
  DueGroup& group = due_[{plan_.customer_group(subscription), !urgent, *primary.due, primary.code}];
  CustomerName customer{plan_.portfolio().customer(subscription.customer).name.empty(),
                        customer_label(plan_, subscription, language_)};
  if (group.products.empty() || customer < group.customer) group.customer = std::move(customer);
  group.products.insert(product_label(plan_, subscription, language_));
  group.seats += seats;
}

}  // namespace

PageFacts page_facts(const SelectedRows& rows, Language language) { return FactCollector(rows, language).result(); }

}  // namespace nceplan
