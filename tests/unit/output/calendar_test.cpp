#include "output/calendar/calendar.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "support/catch.hpp"
#include "unit/output/sample_plan.hpp"

using namespace nceplan;
using namespace nceplan::testing;

namespace {

constexpr auto id_a = "aaaaaaaa-0000-4000-8000-000000000001";
constexpr auto id_b = "bbbbbbbb-0000-4000-8000-000000000002";

std::vector<CalendarEvent> events_of(const SamplePlan& sample, const Selection& selection = {}) {
  return calendar_events(select_rows(sample.plan(), selection), Language::en);
}

/// `uid first..last: product (steps), product (steps)`.
std::string written(const CalendarEvent& event) {
  std::string line = event.uid + ' ' + to_iso(event.first) + ".." + to_iso(event.last) + ':';
  for (const EventProduct& product : event.products) {
    line += ' ' + product.name;
    for (const std::string& step : product.steps) line += " [" + step + ']';
  }
  return line;
}

std::vector<std::string> written(const std::vector<CalendarEvent>& events) {
  std::vector<std::string> lines;
  for (const CalendarEvent& event : events) lines.push_back(written(event));
  return lines;
}

/// Day of each window by UID.
std::map<std::string, std::string> window_days(const SamplePlan& sample, const Selection& selection = {}) {
  std::map<std::string, std::string> days;
  for (const CalendarEvent& event : events_of(sample, selection)) {
    if (event.kind == EventKind::window) days[event.uid] = to_iso(event.first);
  }
  return days;
}

std::set<std::string> uids(const SamplePlan& sample, const Selection& selection = {}) {
  std::set<std::string> all;
  for (const CalendarEvent& event : events_of(sample, selection)) all.insert(event.uid);
  return all;
}

}  // namespace

TEST_CASE("A subscription has its window and its day to act by") {
  CHECK(written(events_of(plan_of({{.id = id_a, .term_end = "2024-01-31"}}))) ==
        std::vector<std::string>{std::string("migrate-") + id_a +
                                     "@nceplan 2024-01-30..2024-01-30: Office 365 E3 [migrate yourself] [order "
                                     "ahead]",
                                 std::string("window-") + id_a + "@nceplan 2024-02-01..2024-02-07: Office 365 E3"});
}

TEST_CASE("A subscription that is contacted first has both days") {
  CHECK(written(events_of(plan_of({{.id = id_a, .term_end = "2024-06-30"}}))) ==
        std::vector<std::string>{
            std::string("contact-") + id_a + "@nceplan 2024-05-02..2024-05-02: Office 365 E3 [contact the customer]",
            std::string("migrate-") + id_a +
                "@nceplan 2024-06-29..2024-06-29: Office 365 E3 [migrate yourself] [order "
                "ahead]",
            std::string("window-") + id_a + "@nceplan 2024-07-01..2024-07-07: Office 365 E3"});
}

TEST_CASE("Coinciding subscriptions of a customer share an entry, those of others do not") {
  const auto events = events_of(plan_of({{.id = id_b, .product = "Visio"},
                                         {.id = id_a, .product = "Word"},
                                         {.id = "S-3", .customer = "Fabrikam", .customer_id = "K-2"}}));
  REQUIRE(events.size() == 4);
  CHECK(written(events[0]) ==
        std::string("migrate-") + id_a +
            "@nceplan 2024-01-30..2024-01-30: Visio [migrate yourself] [order ahead] Word [migrate "
            "yourself] [order ahead]");
  CHECK(events[1].customer == "Fabrikam");
  CHECK(written(events[2]) == std::string("window-") + id_a + "@nceplan 2024-02-01..2024-02-07: Visio Word");
  CHECK(events[3].customer == "Fabrikam");
}

TEST_CASE("An add-on shares the entry of its base, which leads it") {
  const auto events = events_of(plan_of({{.id = id_a, .product = "Archiving", .base_id = id_b}, {.id = id_b}}));
  REQUIRE(events.size() == 2);
  CHECK(events[1].uid == std::string("window-") + id_b + "@nceplan");
  REQUIRE(events[1].products.size() == 2);
  CHECK_FALSE(events[1].products[0].addon);
  CHECK(events[1].products[1].addon);
}

TEST_CASE("An entry that moves keeps its UID") {
  const auto before = window_days(plan_of({{.id = id_a, .term_end = "2024-01-31"}}));
  const auto after = window_days(plan_of({{.id = id_a, .term_end = "2024-03-31"}}));
  const std::string uid = std::string("window-") + id_a + "@nceplan";
  CHECK(before == std::map<std::string, std::string>{{uid, "2024-02-01"}});
  CHECK(after == std::map<std::string, std::string>{{uid, "2024-04-01"}});
}

TEST_CASE("When a group splits or merges, each entry that remains is where its leader is") {
  const auto together = window_days(plan_of({{.id = id_a}, {.id = id_b}}));
  const auto leader_moved = window_days(plan_of({{.id = id_a, .term_end = "2024-03-31"}, {.id = id_b}}));
  const auto other_moved = window_days(plan_of({{.id = id_a}, {.id = id_b, .term_end = "2024-03-31"}}));
  const std::string a = std::string("window-") + id_a + "@nceplan";
  const std::string b = std::string("window-") + id_b + "@nceplan";
  CHECK(together == std::map<std::string, std::string>{{a, "2024-02-01"}});
  CHECK(leader_moved == std::map<std::string, std::string>{{a, "2024-04-01"}, {b, "2024-02-01"}});
  CHECK(other_moved == std::map<std::string, std::string>{{a, "2024-02-01"}, {b, "2024-04-01"}});
}

TEST_CASE("UIDs depend neither on the order of rows nor on the number of jobs") {
  std::vector<SampleRow> rows = many_rows(200);
  for (std::size_t i = 0; i < rows.size(); i += 3) rows[i].id.clear();
  const auto forwards = uids(plan_of(rows));
  std::reverse(rows.begin(), rows.end());
  CHECK(uids(plan_of(rows, 4, 7)) == forwards);
}

TEST_CASE("Every entry has a UID of its own") {
  std::vector<SampleRow> rows = many_rows(500);
  for (std::size_t i = 0; i < rows.size(); i += 2) rows[i].id.clear();
  const SamplePlan sample = plan_of(rows);
  CHECK(uids(sample).size() == events_of(sample).size());
}

TEST_CASE("A selection shows fewer entries, never the same ones under other UIDs") {
  const SamplePlan sample = plan_of({{.id = id_a, .product = "Word"}, {.id = id_b, .product = "Visio"}});
  const Selection visio = {.where = {{Column::product_name, "Visio"}}};
  CHECK(uids(sample, visio) == uids(sample));
  REQUIRE(events_of(sample, visio).size() == 2);
  CHECK(events_of(sample, visio)[1].products.size() == 1);
  CHECK(events_of(sample, {.where = {{Column::product_name, "None"}}}).empty());
}

TEST_CASE("Rows without an id are known by customer and product, twins by their term end") {
  const SampleRow first = {.id = "", .term_end = "2024-01-31"};
  const SampleRow second = {.id = "", .term_end = "2024-05-31"};
  const SampleRow other = {.id = "", .product = "Visio", .term_end = "2024-01-31"};
  const auto days = window_days(plan_of({first, second, other}));
  CHECK(days.size() == 2);  // the first and the other coincide
  CHECK(window_days(plan_of({other, second, first})) == days);
  const auto moved = window_days(plan_of({{.id = "", .term_end = "2024-02-29"}}));
  const auto unmoved = window_days(plan_of({first}));
  REQUIRE(moved.size() == 1);
  CHECK(moved.begin()->first == unmoved.begin()->first);
}

TEST_CASE("A subscription without a window has none in the calendar") {
  const auto events = events_of(plan_of({{.id = id_a, .term_end = "2024-05-31", .auto_renew = false}}));
  for (const CalendarEvent& event : events) CHECK(event.kind == EventKind::deadline);
  CHECK(events.size() == 2);
}

TEST_CASE("The file is the same however often it is written, and superseded by that of a later day") {
  const SamplePlan sample = plan_of({{.id = id_a}});
  const std::string bytes = sample.report({.format = ReportFormat::ics});
  CHECK(bytes == sample.report({.format = ReportFormat::ics}));
  CHECK(bytes.find("DTSTAMP:20240116T000000Z\r\nSEQUENCE:20240116\r\n") != std::string::npos);
  CHECK(bytes.find("DTSTART;VALUE=DATE:20240201\r\nDTEND;VALUE=DATE:20240208\r\n") != std::string::npos);
}
