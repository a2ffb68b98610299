#include "nceplan/model/waiver.hpp"
#include "support/catch.hpp"
#include "support/planned.hpp"

using namespace nceplan;
using namespace nceplan::test;

namespace {

Waiver waiver(std::string subscription, std::string customer, std::string_view until, std::uint64_t line = 2) {
  return {std::move(subscription), std::move(customer), "why", "who", day(until), "w.csv", line};
}

PlanOptions with(Waivers waivers, unsigned jobs = 1) {
  PlanOptions options;
  options.waivers = std::move(waivers);
  options.jobs = jobs;
  return options;
}

std::string waived(const Planned& planned, std::string_view id) {
  const OptionalDate until = planned[id].waived_until;
  return until ? to_iso(*until) : std::string();
}

const std::string guid = "3c1e53a2-3f0e-4a5c-9d1b-0c2f6f1d7a10";
const std::string tenant = "cccccccc-0000-4000-8000-000000000001";

}  // namespace

TEST_CASE("a waiver holds through its last day", "[plan]") {
  struct Case {
    std::string until;
    std::string waived;
    std::vector<std::string> diagnostics;
  };
  const auto [until, expected, diagnostics] = GENERATE(values<Case>({
      {"2024-01-15", "", {"waiver-expired w.csv:2 a [2024-01-15] [who]"}},
      {"2024-01-16", "2024-01-16", {}},
      {"2024-01-17", "2024-01-17", {}},
  }));
  const Planned planned({{.id = "a"}}, with({waiver("a", "", until)}));
  CHECK(waived(planned, "a") == expected);
  CHECK(planned.diagnostics() == diagnostics);
  CHECK((planned.plan().waiver(planned.row("a")) != nullptr) == !expected.empty());
}

TEST_CASE("a subscription is named by its id in any case, a customer by id or exact name", "[plan]") {
  const std::vector<Row> rows = {{.id = guid, .customer = "Köhler GmbH", .customer_id = tenant},
                                 {.id = "Text-Id", .customer = "Contoso", .customer_id = "T-9"},
                                 {.id = "other", .customer = "Contoso AG"}};
  struct Case {
    Waiver waiver;
    std::vector<std::string> waived;
  };
  const auto [named, expected] = GENERATE_REF(values<Case>({
      {waiver("3C1E53A2-3F0E-4A5C-9D1B-0C2F6F1D7A10", "", "2024-12-31"), {guid}},
      {waiver("text-ID", "", "2024-12-31"), {"Text-Id"}},
      {waiver("", "KÖHLER gmbh", "2024-12-31"), {guid}},
      {waiver("", "CCCCCCCC-0000-4000-8000-000000000001", "2024-12-31"), {guid}},
      {waiver("", "t-9", "2024-12-31"), {"Text-Id"}},
      {waiver("", "Contoso", "2024-12-31"), {"Text-Id"}},
      {waiver("", "contoso ag", "2024-12-31"), {"other"}},
      {waiver("Text-Id", "Contoso", "2024-12-31"), {"Text-Id"}},
      {waiver("Text-Id", "Contoso AG", "2024-12-31"), {}},
      {waiver("", "Cont*", "2024-12-31"), {}},
      {waiver("Contoso", "", "2024-12-31"), {}},
  }));
  const Planned planned(rows, with({named}, 2));
  CAPTURE(named.subscription, named.customer);
  std::vector<std::string> seen;
  for (const Row& row : rows) {
    if (!waived(planned, row.id).empty()) seen.push_back(row.id);
  }
  CHECK(seen == expected);
  CHECK(planned.plan().waiver_matches() == std::vector<std::uint64_t>{expected.size()});
  CHECK(planned.diagnostics().size() == (expected.empty() ? 1 : 0));
}

TEST_CASE("of several waivers the one that ends last counts, and none is reported as unused", "[plan]") {
  const Planned planned({{.id = "a"}, {.id = "b"}},
                        with({waiver("", "Contoso", "2024-02-01"), waiver("a", "", "2024-03-01"),
                              waiver("b", "", "2024-02-01"), waiver("b", "", "2024-01-31")}));
  CHECK(waived(planned, "a") == "2024-03-01");
  CHECK(waived(planned, "b") == "2024-02-01");
  CHECK(planned.plan().waiver(planned.row("b"))->subscription == "b");
  CHECK(planned.diagnostics().empty());
}

TEST_CASE("a waiver that names nothing planned is unused, also when it is over", "[plan]") {
  const Planned planned({{.id = "a"}, {.id = "nce", .kind = RowKind::nce}},
                        with({waiver("gone", "", "2024-12-31", 2), waiver("nce", "", "2024-12-31", 3),
                              waiver("", "Nobody", "2023-12-31", 4)}));
  CHECK(planned.diagnostics() == std::vector<std::string>{"waiver-unused w.csv:2 gone", "waiver-unused w.csv:3 nce",
                                                          "waiver-unused w.csv:4 Nobody"});
}

TEST_CASE("an add-on is waived only when it is named itself; dates and actions stay", "[plan]") {
  const std::vector<Row> rows = {{.id = "base"}, {.id = "addon", .base = "base"}};
  const Planned plain(rows);
  const Planned planned(rows, with({waiver("base", "", "2024-12-31")}));
  CHECK(waived(planned, "base") == "2024-12-31");
  CHECK(waived(planned, "addon").empty());
  CHECK(written(planned["base"].actions) == written(plain["base"].actions));
  CHECK(planned["base"].phase == plain["base"].phase);
  CHECK(planned["base"].migration.date == plain["base"].migration.date);
}
