// Small portfolios for the tests of writers: rows that read like a table, planned under the edition 2023-07.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "nceplan/base/term.hpp"
#include "nceplan/output/report.hpp"
#include "nceplan/plan/plan.hpp"

namespace nceplan::testing {

inline Date day(std::string_view iso) { return *parse_iso_date(iso); }
inline OptionalDate day_or_none(std::string_view iso) { return iso.empty() ? OptionalDate{} : OptionalDate(day(iso)); }

struct SampleRow {
  std::string id = "11111111-aaaa-4aaa-8aaa-000000000001";  ///< empty: made up
  std::string customer = "Contoso";
  std::string customer_id = "cccccccc-0000-4000-8000-000000000001";
  std::string product = "Office 365 E3";
  std::string term_end = "2024-01-31";
  int seats = 5;
  bool auto_renew = true;
  std::string name;
  std::string offer_id;
  std::string nce_product;
  std::string domain;
  std::string reseller_id;
  std::string base_id;
  std::string created;
  std::string started;
  std::string ineligibility_reason;
  RowKind kind = RowKind::legacy;
  Term term = one_year;
  BillingPlan billing_plan = BillingPlan::monthly;
};

/// Owns what a plan refers to.
class SamplePlan {
 public:
  explicit SamplePlan(const std::vector<SampleRow>& rows, unsigned jobs = 1, std::size_t rows_per_block = 3)
      : portfolio_{std::make_unique<Portfolio>()} {
    portfolio().sources.push_back({.path = "kunden.csv", .rows = rows.size()});
    portfolio().shards.emplace_back(0U);
    portfolio().shards.emplace_back(1U);
    for (const SampleRow& row : rows) add(row, rows_per_block);
    edition_.id = "2023-07";
    edition_.announced = day("2023-07-11");
    edition_.categories[0] = {.self_service_from = day("2023-07-11"), .microsoft_led_from = day("2024-01-01")};
    edition_.categories[1] = {.self_service_from = day("2023-11-01"), .microsoft_led_from = day("2024-01-01")};
    edition_.categories[2] = {.microsoft_led_from = day("2024-01-01"), .self_service_when_listed = true};
    context_ = {.as_of = day("2024-01-16"), .edition = &edition_, .catalog = &catalog_, .jobs = jobs};
    plan_ = std::make_unique<Plan>(make_plan(portfolio(), context_));
  }

  const Plan& plan() const { return *plan_; }
  Portfolio& portfolio() { return *portfolio_; }

  /// What `write_report` gives for the rows that `selection` selects.
  std::string report(ReportOptions options, const Selection& selection = {},
                     const Diagnostics& diagnostics = {}) const {
    std::string bytes;
    options.tool_version = "1.0.0";
    write_report(select_rows(*plan_, selection), options, diagnostics, [&](std::string_view part) { bytes += part; });
    return bytes;
  }

 private:
  void add(const SampleRow& spec, std::size_t rows_per_block) {
    std::vector<RowBlock>& blocks = portfolio().blocks;
    if (blocks.empty() || blocks.back().rows.size() == rows_per_block) {
      const auto first = static_cast<RowIndex>(portfolio().row_count());
      blocks.emplace_back().first_row = first;
    }
    RowBlock& block = blocks.back();
    // Rows alternate between shards, so that equal texts have different handles.
    Shard& shard = portfolio().shards[blocks.size() % 2];
    Subscription row;
    row.id = spec.id.empty() ? Id{} : parse_id(spec.id, shard.texts);
    if (spec.id.empty()) row.set(RowFlag::id_assumed);
    row.customer = add_customer(shard, spec);
    row.product = add_product(shard, spec);
    row.name = shard.texts.intern(spec.name);
    row.source_line = static_cast<std::uint32_t>(block.first_row + block.rows.size() + 2);
    row.seats = spec.seats;
    if (spec.auto_renew) row.set(RowFlag::auto_renew);
    row.set(RowFlag::auto_renew_known);
    row.term_end = day_or_none(spec.term_end);
    row.facts.set(spec.term);
    row.facts.set(spec.billing_plan);
    if (!spec.ineligibility_reason.empty()) row.set(RowFlag::ineligible);
    if (!spec.base_id.empty() || !spec.ineligibility_reason.empty()) {
      SubscriptionDetails details;
      details.related_id = parse_id(spec.base_id, shard.texts);
      details.ineligibility_reason = shard.texts.intern(spec.ineligibility_reason);
      block.details.push_back(details);
      row.details = static_cast<std::uint32_t>(block.details.size());
    }
    block.rows.push_back(row);
    block.dates.push_back({.renewal = {}, .created = day_or_none(spec.created), .started = day_or_none(spec.started)});
  }

  static CustomerId add_customer(Shard& shard, const SampleRow& spec) {
    shard.customers.push_back({parse_id(spec.customer_id, shard.texts), shard.texts.intern(spec.customer),
                               shard.texts.intern(spec.domain), shard.texts.intern(spec.reseller_id)});
    return {Handle::of(shard.texts.shard(), static_cast<std::uint32_t>(shard.customers.size() - 1))};
  }

  static ProductId add_product(Shard& shard, const SampleRow& spec) {
    shard.products.push_back({shard.texts.intern(spec.offer_id), shard.texts.intern(spec.product),
                              shard.texts.intern(spec.nce_product), spec.kind});
    return {Handle::of(shard.texts.shard(), static_cast<std::uint32_t>(shard.products.size() - 1))};
  }

  std::unique_ptr<Portfolio> portfolio_;
  Edition edition_;
  OfferCatalog catalog_;
  PlanContext context_;
  std::unique_ptr<Plan> plan_;
};

inline SamplePlan plan_of(const std::vector<SampleRow>& rows, unsigned jobs = 1, std::size_t rows_per_block = 3) {
  return SamplePlan(rows, jobs, rows_per_block);
}

/// `count` rows with many customers, products and term ends, in an order that no column has.
inline std::vector<SampleRow> many_rows(std::size_t count) {
  std::vector<SampleRow> rows(count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t mixed = i * 7919 % count;
    rows[i].id = "S-" + std::to_string(mixed);
    rows[i].customer = "Kunde \"" + std::to_string(mixed % 97) + "\", Süd";
    rows[i].customer_id = "K-" + std::to_string(mixed % 97);
    rows[i].term_end = to_iso(day("2023-06-01") + static_cast<int>(mixed % 700));
    rows[i].seats = mixed % 11 == 0 ? -1 : static_cast<int>(mixed % 400);
    if (mixed % 13 == 0) rows[i].auto_renew = false;
    if (mixed % 17 == 0) rows[i].kind = RowKind::nce;
  }
  return rows;
}

}  // namespace nceplan::testing
