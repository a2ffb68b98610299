#include "output/cell.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>

#include "output/value_text.hpp"
#include "support/catch.hpp"
#include "unit/output/sample_plan.hpp"

using namespace nceplan;
using namespace nceplan::testing;

namespace {

/// All cells of row `row` as CSV would write them without quotes; empty ones left out.
std::map<std::string, std::string> cells_of(const SamplePlan& sample, RowIndex row, Language language = Language::en) {
  RowCells cells(sample.plan(), language);
  cells.load(sample.plan().portfolio().block_of(row), row);
  std::map<std::string, std::string> found;
  std::array<char, value_room> scratch;
  for (const Column column : all_columns()) {
    const std::string_view text = machine_text(cells[column], scratch);
    if (!text.empty()) found.emplace(to_code(column), text);
  }
  return found;
}

using Cells = std::map<std::string, std::string>;

}  // namespace

TEST_CASE("a covered row fills every column that has something to say") {
  const SamplePlan sample = plan_of({{.id = "AAAAAAAA-1111-4AAA-8AAA-0000000000FF",
                                      .customer = "Bäckerei Müller GmbH",
                                      .seats = 12,
                                      .name = "E3 für alle",
                                      .offer_id = "796b6b5f-613c-4e24-a17c-eba730d49c02",
                                      .nce_product = "CFQ7TTC0LF8R:0001",
                                      .domain = "mueller.onmicrosoft.com",
                                      .reseller_id = "4711",
                                      .created = "2020-02-01"}});
  Cells cells = cells_of(sample, 0);
  CHECK(cells.at("action").find("2024-01-30") != std::string::npos);
  cells.erase("action");
  CHECK(cells == Cells{{"customer_name", "Bäckerei Müller GmbH"},
                       {"customer_id", "cccccccc-0000-4000-8000-000000000001"},
                       {"customer_domain", "mueller.onmicrosoft.com"},
                       {"reseller_id", "4711"},
                       {"subscription_id", "aaaaaaaa-1111-4aaa-8aaa-0000000000ff"},
                       {"subscription_name", "E3 für alle"},
                       {"product_name", "Office 365 E3"},
                       {"offer_id", "796b6b5f-613c-4e24-a17c-eba730d49c02"},
                       {"nce_product", "CFQ7TTC0LF8R:0001"},
                       {"segment", "commercial"},
                       {"segment_basis", "assumed"},
                       {"category", "commercial"},
                       {"status", "active"},
                       {"term", "P1Y"},
                       {"billing_plan", "monthly"},
                       {"seats", "12"},
                       {"auto_renew", "true"},
                       {"is_addon", "false"},
                       {"creation_date", "2020-02-01"},
                       {"term_end_date", "2024-01-31"},
                       {"renewal_date", "2024-02-01"},
                       {"self_migrate_from", "2023-07-11"},
                       {"self_migrate_until", "2024-01-30"},
                       {"preorder_from", "2023-12-03"},
                       {"migration_date", "2024-02-01"},
                       {"migrated_by", "microsoft"},
                       {"target_term", "P1Y"},
                       {"committed_until", "2025-01-31"},
                       {"window_start", "2024-02-01"},
                       {"window_last_full_day", "2024-02-07"},
                       {"window_end", "2024-02-08"},
                       {"phase", "due_soon"},
                       {"action_code", "migrate_yourself"},
                       {"act_by", "2024-01-30"},
                       {"days_left", "14"},
                       {"actions", "migrate_yourself:2024-01-30;preorder:2024-01-30"},
                       {"edition", "2023-07"},
                       {"source_file", "kunden.csv"},
                       {"source_line", "2"},
                       {"takeover", "false"}});
}

TEST_CASE("what is not known is empty, what is assumed is noted") {
  SampleRow row{.id = "", .term_end = "2023-12-31", .seats = -1};
  row.term = {};
  row.billing_plan = BillingPlan::unknown;
  const SamplePlan sample = plan_of({row});
  const Cells cells = cells_of(sample, 0);
  CHECK(cells.at("subscription_id") == "kunden.csv:2");
  CHECK(cells.at("term") == "P1Y");
  CHECK(cells.at("notes").find("term_assumed") != std::string::npos);
  CHECK(cells.at("notes").find("id_assumed") != std::string::npos);
  for (const char* const empty : {"seats", "billing_plan", "creation_date", "waived_until", "base_subscription_id"}) {
    CAPTURE(empty);
    CHECK(cells.count(empty) == 0);
  }
}

TEST_CASE("the creation date falls back to the start") {
  const SamplePlan sample =
      plan_of({{.created = "2021-05-01", .started = "2022-06-01"}, {.id = "2", .started = "2022-06-01"}});
  CHECK(cells_of(sample, 0).at("creation_date") == "2021-05-01");
  CHECK(cells_of(sample, 1).at("creation_date") == "2022-06-01");
}

TEST_CASE("a row that is not covered says why and has no dates of a migration") {
  const SamplePlan sample = plan_of({{.auto_renew = false}});
  const Cells cells = cells_of(sample, 0);
  CHECK(cells.at("phase") == "not_covered");
  CHECK(cells.at("reason") == "auto_renew_off");
  CHECK(cells.at("auto_renew") == "false");
  CHECK(cells.at("migrated_by") == "none");
  for (const char* const empty : {"migration_date", "window_end", "target_term", "preorder_from"}) {
    CAPTURE(empty);
    CHECK(cells.count(empty) == 0);
  }
}

TEST_CASE("an add-on names its base as exported") {
  const SamplePlan sample = plan_of({{.id = "BASE-1"}, {.id = "ADDON-1", .base_id = "base-1"}});
  const Cells cells = cells_of(sample, 1);
  CHECK(cells.at("base_subscription_id") == "base-1");
  CHECK(cells.at("is_addon") == "true");
  CHECK(cells.at("notes") == "follows_base");
}

TEST_CASE("the action is worded in the chosen language, codes never are") {
  const SamplePlan sample = plan_of({{}});
  const Cells english = cells_of(sample, 0, Language::en);
  const Cells german = cells_of(sample, 0, Language::de);
  CHECK(english.at("action") != german.at("action"));
  CHECK(german.at("action").find("30.01.2024") != std::string::npos);
  CHECK(english.at("action_code") == german.at("action_code"));
}

TEST_CASE("a row can be loaded again and again") {
  const SamplePlan sample = plan_of({{.term_end = "2024-01-31"}, {.id = "2", .term_end = "2024-02-29"}});
  RowCells cells(sample.plan(), Language::en);
  for (const RowIndex row : {0U, 1U, 0U}) {
    cells.load(sample.plan().portfolio().block_of(row), row);
    CHECK(to_iso(cells[Column::migration_date].date) == (row == 0 ? "2024-02-01" : "2024-03-01"));
  }
}

TEST_CASE("dates inside and outside of the table are written alike") {
  for (const char* const iso :
       {"0001-01-01", "2017-12-31", "2018-01-01", "2024-02-29", "2033-12-31", "2034-01-01", "9999-12-31"}) {
    std::array<char, value_room> out;
    char* const end = put_date(out.data(), day(iso));
    CHECK(std::string(out.data(), end) == iso);
  }
}

TEST_CASE("integers are written alike inside and outside of the table of small ones") {
  std::vector<std::int64_t> numbers = {
      -1, -999, -1000, 1001, 12345, std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()};
  for (std::int64_t number = 0; number <= 1000; ++number) numbers.push_back(number);
  for (const std::int64_t number : numbers) {
    CAPTURE(number);
    std::array<char, value_room + 8> room;
    room.fill('#');
    const char* const end = put_integer(room.data(), number);
    CHECK(std::string_view(room.data(), end) == std::to_string(number));
    CHECK(std::all_of(room.begin() + value_room, room.end(), [](char c) { return c == '#'; }));
  }
}
