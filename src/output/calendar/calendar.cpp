#include "calendar.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "nceplan/base/text.hpp"
#include "nceplan/i18n/texts.hpp"
#include "output/human/human_cell.hpp"
#include "output/subscription_key.hpp"

namespace nceplan {
namespace {

/// What an entry is for. One subscription has at most one entry for each, and it stays the same entry while its date
/// and the step to take change: "clear what blocks it" becomes "migrate yourself", due on the same day.
enum class Purpose : std::uint8_t { window, contact, migrate, adjust, matrix, next_term, decide, takeover };

constexpr std::array<std::string_view, 8> purpose_codes = {"window", "contact",   "migrate", "adjust",
                                                           "matrix", "next-term", "decide",  "takeover"};

Purpose purpose_of(ActionCode code) {
  switch (code) {
    case ActionCode::contact_customer:
      return Purpose::contact;
    case ActionCode::adjust_in_window:
    case ActionCode::plan_window:
      return Purpose::adjust;
    case ActionCode::check_offer_matrix:
      return Purpose::matrix;
    case ActionCode::plan_next_term:
      return Purpose::next_term;
    case ActionCode::decide_trial:
    case ActionCode::reactivate_or_release:
    case ActionCode::decide_auto_renew:
    case ActionCode::choose_replacement:
      return Purpose::decide;
    case ActionCode::offer_takeover:
      return Purpose::takeover;
    default:
      return Purpose::migrate;
  }
}

/// What one subscription puts into the calendar.
struct Item {
  Purpose purpose = Purpose::window;
  Date first;
  Date last;
  std::vector<ActionCode> steps;
};

/// The day of a purpose is that of its first action; what accompanies it joins it (R12).
void add_deadlines(std::vector<Item>& items, const ActionList& actions) {
  for (const Action& action : actions) {
    if (!action.due) continue;
    const Purpose purpose = purpose_of(action.code);
    const auto same = std::find_if(items.begin(), items.end(), [&](const Item& item) {
      return item.purpose == purpose || (item.purpose != Purpose::window && OptionalDate(item.first) == action.due);
    });
    if (same == items.end()) {
      items.push_back({purpose, *action.due, *action.due, {action.code}});
    } else {
      same->steps.push_back(action.code);
    }
  }
}

std::vector<Item> items_of(const PlanEntry& entry) {
  std::vector<Item> items;
  // The window of a subscription held elsewhere is its provider's.
  if (entry.window.start && entry.window.last_full_day && !entry.takeover) {
    items.push_back({Purpose::window, *entry.window.start, *entry.window.last_full_day, {}});
  }
  add_deadlines(items, entry.actions);
  return items;
}

/// A name as a title can have it: what breaks a line, as cells of spreadsheets do, is a space.
std::string on_one_line(std::string_view name) {
  std::string line;
  for (const char c : name) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!space) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  return escape_controls(line);
}

/// Items with equal places are one entry.
struct Place {
  std::uint32_t customer = 0;
  EventKind kind = EventKind::window;
  Date first;
  Date last;
  friend auto operator<=>(const Place&, const Place&) = default;
};

struct Leader {
  bool addon = true;
  std::string key;
  Purpose purpose = Purpose::takeover;

  std::string uid() const {
    return std::string(purpose_codes[static_cast<std::size_t>(purpose)]) + '-' + key + "@nceplan";
  }
  friend bool operator<(const Leader& a, const Leader& b) {
    return std::tie(a.addon, a.key, a.purpose) < std::tie(b.addon, b.key, b.purpose);
  }
};

struct Member {
  std::string key;
  EventProduct product;

  auto place() const { return std::tie(product.addon, product.name, key); }
};

struct Group {
  std::optional<Leader> leader;
  CustomerName customer;
  std::vector<Member> members;

  void propose(Leader candidate) {
    if (!leader || candidate < *leader) leader = std::move(candidate);
  }
};

class EventCollector {
 public:
  EventCollector(const SelectedRows& rows, Language language)
      : rows_(rows), plan_(rows.plan()), language_(language), keys_(plan_) {}

  std::vector<CalendarEvent> collect();

 private:
  template <typename Visit>
  void for_each_item(const SelectedRows& rows, Visit visit) const;
  CustomerName customer_of(const Subscription& row) const;
  EventProduct product_of(const Subscription& row, const Item& item, bool addon) const;
  void add(RowIndex index, const Place& place, const Item& item, bool addon);

  const SelectedRows& rows_;
  const Plan& plan_;
  Language language_;
  SubscriptionKeys keys_;
  std::map<Place, Group> groups_;
};

/// Calls `visit(RowIndex, Place, Item, is an add-on)`.
template <typename Visit>
void EventCollector::for_each_item(const SelectedRows& rows, Visit visit) const {
  rows.for_each([&](RowIndex row) {
    const PlanEntry entry = plan_.entry(row);
    const std::uint32_t customer = plan_.customer_group(plan_.portfolio().row(row));
    for (const Item& item : items_of(entry)) {
      const EventKind kind = item.purpose == Purpose::window ? EventKind::window : EventKind::deadline;
      visit(row, Place{customer, kind, item.first, item.last}, item, entry.notes.has(Note::follows_base));
    }
  });
}

CustomerName EventCollector::customer_of(const Subscription& row) const {
  const Portfolio& portfolio = plan_.portfolio();
  const std::string_view name = portfolio.text(portfolio.customer(row.customer).name);
  return {name.empty(), name.empty() ? customer_label(plan_, row, language_) : on_one_line(name)};
}

EventProduct EventCollector::product_of(const Subscription& row, const Item& item, bool addon) const {
  const Portfolio& portfolio = plan_.portfolio();
  const std::string_view name = portfolio.text(portfolio.product(row.product).name);
  EventProduct product{name.empty() ? product_label(plan_, row, language_) : on_one_line(name), addon, row.seats, {}};
  for (const ActionCode step : item.steps) product.steps.emplace_back(word(step, language_));
  return product;
}

void EventCollector::add(RowIndex index, const Place& place, const Item& item, bool addon) {
  const Subscription& row = plan_.portfolio().row(index);
  Group& group = groups_[place];
  std::string key = keys_.key(index);
  group.propose({addon, key, item.purpose});
  CustomerName customer = customer_of(row);
  if (group.members.empty() || customer < group.customer) group.customer = std::move(customer);
  group.members.push_back({std::move(key), product_of(row, item, addon)});
}

std::vector<CalendarEvent> EventCollector::collect() {
  for_each_item(rows_,
                [&](RowIndex row, const Place& place, const Item& item, bool addon) { add(row, place, item, addon); });
  if (rows_.size() != plan_.counts().planned) {
    for_each_item(SelectedRows(plan_), [&](RowIndex row, const Place& place, const Item& item, bool addon) {
      const auto shown = groups_.find(place);
      if (shown != groups_.end()) shown->second.propose({addon, keys_.key(row), item.purpose});
    });
  }
  std::vector<CalendarEvent> events;
  for (auto& [place, group] : groups_) {
    std::sort(group.members.begin(), group.members.end(),
              [](const Member& a, const Member& b) { return a.place() < b.place(); });
    CalendarEvent event{group.leader->uid(), place.kind, place.first, place.last, group.customer.label, {}};
    for (Member& member : group.members) event.products.push_back(std::move(member.product));
    events.push_back(std::move(event));
  }
  std::sort(events.begin(), events.end(), [](const CalendarEvent& a, const CalendarEvent& b) {
    return std::tie(a.first, a.kind, a.customer, a.uid) < std::tie(b.first, b.kind, b.customer, b.uid);
  });
  return events;
}

}  // namespace

std::vector<CalendarEvent> calendar_events(const SelectedRows& rows, Language language) {
  return EventCollector(rows, language).collect();
}

}  // namespace nceplan
