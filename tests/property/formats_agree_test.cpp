// The same facts in different clothes give the same plan: the batch tool's CSV, Partner Center's JSON, NDJSON, a plan
// read back, in any order of rows and with any number of jobs.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "nceplan/input/edition_reader.hpp"
#include "nceplan/input/offer_reader.hpp"
#include "nceplan/input/read_portfolio.hpp"
#include "nceplan/output/report.hpp"
#include "support/catch.hpp"

using namespace nceplan;

namespace {

struct Fact {
  std::string customer;
  std::string tenant;
  std::string id;
  std::string base;  ///< empty for a base
  std::string product;
  std::string term;
  std::string billing_plan;
  Date term_end;
  bool auto_renew = true;
  int seats = 1;
  bool eligible = true;  ///< in the batch tool's CSV only
};

using Facts = std::vector<Fact>;
using Random = std::mt19937;

std::string random_guid(Random& random) {
  return fmt::format("{:08x}-{:04x}-4{:03x}-a{:03x}-{:08x}{:04x}", random() | 1U, random() % 0x10000, random() % 0x1000,
                     random() % 0x1000, random(), random() % 0x10000);
}

template <typename Choices>
const auto& one_of(const Choices& choices, Random& random) {
  return choices[random() % choices.size()];
}

Facts random_facts(Random& random) {
  const std::vector<std::string> products = {"Microsoft 365 Business Premium",
                                             "Office 365 E3",
                                             "Office 365 A3 for faculty",
                                             "Office 365 A3 for faculty (6 year)",
                                             "Office 365 G3 GCC",
                                             "Microsoft 365 E3 (Nonprofit Staff Pricing)",
                                             "Visio Plan 2 Trial",
                                             "Audio Conferencing Promo",
                                             "Power BI Pro"};
  const std::vector<std::string> names = {"Bäckerei Müller GmbH", "Contoso, Ltd.", "The \"Big\" Group", "日本商事",
                                          "مثال"};
  const std::vector<std::string> terms = {"P1Y", "P1M", "P3Y"};
  Facts facts;
  for (unsigned customer = 0; customer < 4 + random() % 5; ++customer) {
    const std::string name = one_of(names, random) + ' ' + std::to_string(customer);
    const std::string tenant = random_guid(random);
    std::vector<std::string> bases;
    for (unsigned i = 0; i < 1 + random() % 6; ++i) {
      const std::string term = one_of(terms, random);
      const bool addon = !bases.empty() && random() % 3 == 0;
      facts.push_back({name, tenant, random_guid(random), addon ? one_of(bases, random) : "", one_of(products, random),
                       term, term == "P1M" ? "Monthly" : "Annual",
                       Date::from_days(19600 + static_cast<int>(random() % 900)), random() % 6 != 0,
                       1 + static_cast<int>(random() % 400)});
      if (!addon) bases.push_back(facts.back().id);
    }
  }
  return facts;
}

std::string quoted(const std::string& text) {
  std::string field = "\"";
  for (const char c : text) field += c == '"' ? "\"\"" : std::string(1, c);
  return field + '"';
}

std::string batch_tool_csv(const Facts& facts) {
  std::string text =
      "PartnerTenantId,IndirectResellerMpnId,CustomerName,CustomerTenantId,LegacySubscriptionId,LegacySubscriptionName,"
      "LegacyProductName,ExpirationDate,AutoRenewEnabled,MigrationEligible,NcePsa,CurrentTerm,CurrentBillingPlan,"
      "CurrentSeatCount,StartNewTermInNce,Term,BillingPlan,SeatCount,CustomTermEndDate,AddOn,BaseSubscriptionId,"
      "MigrationIneligibilityReason\r\n";
  for (const Fact& fact : facts) {
    const YearMonthDay day = year_month_day(fact.term_end);
    text +=
        fmt::format(",,{},{},{},{},{},{:02}/{:02}/{} 00:00:00,{},{},,{},{},{},False,,,,,{},{},\r\n",
                    quoted(fact.customer), fact.tenant, fact.id, quoted(fact.product), quoted(fact.product), day.month,
                    day.day, day.year, fact.auto_renew ? "True" : "False", fact.eligible ? "True" : "False", fact.term,
                    fact.billing_plan, fact.seats, fact.base.empty() ? "False" : "True", fact.base);
  }
  return text;
}

nlohmann::json rest_item(const Fact& fact) {
  nlohmann::json item = {{"id", fact.id},
                         {"offerName", fact.product},
                         {"friendlyName", fact.product},
                         {"quantity", fact.seats},
                         {"commitmentEndDate", to_iso(fact.term_end) + "T00:00:00Z"},
                         {"status", "active"},
                         {"autoRenewEnabled", fact.auto_renew},
                         {"billingCycle", fact.billing_plan},
                         {"termDuration", fact.term}};
  if (!fact.base.empty()) item["parentSubscriptionId"] = fact.base;
  return item;
}

/// One collection per run of rows of one customer, so that the order of rows is kept.
std::string rest_json(const Facts& facts) {
  nlohmann::json collections = nlohmann::json::array();
  for (const Fact& fact : facts) {
    if (collections.empty() || collections.back()["customerId"] != fact.tenant) {
      collections.push_back(
          {{"customerId", fact.tenant}, {"companyName", fact.customer}, {"items", nlohmann::json::array()}});
    }
    collections.back()["items"].push_back(rest_item(fact));
  }
  for (nlohmann::json& collection : collections) collection["totalCount"] = collection["items"].size();
  return collections.dump();
}

std::string ndjson(const Facts& facts) {
  std::string text;
  for (const Fact& fact : facts) {
    nlohmann::json object = rest_item(fact);
    object["customerId"] = fact.tenant;
    object["customerName"] = fact.customer;
    text += object.dump() + '\n';
  }
  return text;
}

/// Everything a plan says that does not depend on how and where the rows were written, ordered by id.
std::vector<Column> comparable_columns() {
  std::vector<Column> columns;
  for (const Column column : all_columns()) {
    const bool of_the_file = column == Column::source_file || column == Column::source_line;
    if (!of_the_file && column != Column::status) columns.push_back(column);
  }
  return columns;
}

struct Planned {
  std::string csv;
  std::string problems;
  friend bool operator==(const Planned&, const Planned&) = default;
};

Planned planned(const std::string& name, const std::string& text, unsigned jobs = 1,
                std::vector<Column> columns = comparable_columns()) {
  const InputFile file = memory_file(name, text);
  Diagnostics diagnostics;
  const Portfolio portfolio = read_portfolio({&file, 1}, {.jobs = jobs, .block_size = 700}, diagnostics);
  const Plan plan = make_plan(portfolio, {.as_of = *parse_iso_date("2024-01-16"),
                                          .edition = &choose_edition(bundled_editions(), "2023-07", {}),
                                          .catalog = &bundled_catalog(),
                                          .jobs = jobs});
  diagnostics.append(plan.diagnostics());
  Planned result;
  const SelectedRows rows = select_rows(plan, {.sort = {{.column = Column::subscription_id}}});
  write_report(rows, {.format = ReportFormat::csv, .columns = std::move(columns)}, diagnostics,
               [&](std::string_view bytes) { result.csv += bytes; });
  for (const Diagnostic& diagnostic : diagnostics.kept())
    result.problems += std::string(to_code(diagnostic.code)) + '\n';

  const RowCounts& counts = plan.counts();
  CHECK(counts.read == counts.planned + counts.already_nce + counts.other + counts.rejected + counts.merged);
  return result;
}

}  // namespace

TEST_CASE("the same facts give the same plan in every format", "[property]") {
  Random random(2023);
  for (int round = 0; round < 60; ++round) {
    const Facts facts = random_facts(random);
    const Planned expected = planned("a.csv", batch_tool_csv(facts));
    REQUIRE(expected.problems.empty());
    REQUIRE(static_cast<std::size_t>(std::count(expected.csv.begin(), expected.csv.end(), '\n')) == facts.size() + 1);
    CHECK(planned("a.json", rest_json(facts)) == expected);
    CHECK(planned("a.ndjson", ndjson(facts)) == expected);
  }
}

TEST_CASE("neither the order of rows nor the number of jobs changes a plan", "[property][parallel]") {
  Random random(7);
  for (int round = 0; round < 30; ++round) {
    Facts facts = random_facts(random);
    const Planned expected = planned("a.csv", batch_tool_csv(facts));
    for (const unsigned jobs : {1U, 3U}) {
      std::shuffle(facts.begin(), facts.end(), random);
      CHECK(planned("a.csv", batch_tool_csv(facts), jobs) == expected);
      CHECK(planned("a.json", rest_json(facts), jobs) == expected);
    }
  }
}

TEST_CASE("a plan that was written is read back and planned the same", "[property]") {
  Random random(11);
  for (int round = 0; round < 30; ++round) {
    Facts facts = random_facts(random);
    for (Fact& fact : facts) fact.eligible = random() % 4 != 0;
    const std::string first = planned("a.csv", batch_tool_csv(facts)).csv;
    CHECK(planned("plan.csv", first).csv == first);
  }
}
