// A plan: a portfolio plus what its rows owe to each other (duplicates, bundles, seat caps). Entries are computed when
// asked for, from the row and that context, so that ten million of them need not be held.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "nceplan/base/date.hpp"
#include "nceplan/base/diagnostic.hpp"
#include "nceplan/model/edition.hpp"
#include "nceplan/model/evidence.hpp"
#include "nceplan/model/offer_catalog.hpp"
#include "nceplan/model/plan_entry.hpp"
#include "nceplan/model/portfolio.hpp"
#include "nceplan/model/reason.hpp"
#include "nceplan/rules/offer_facts.hpp"

namespace nceplan {

/// How the export means its end dates (R3).
enum class EndDateMeaning : std::uint8_t {
  inclusive,  ///< the last day of the term; the renewal is the day after
  exclusive   ///< the renewal day itself
};

/// What a plan is made under. Everything referred to must outlive the plan.
struct PlanContext {
  Date as_of;
  const Edition* edition = nullptr;       ///< required
  const OfferCatalog* catalog = nullptr;  ///< required
  const OfferMatrix* matrix = nullptr;    ///< null when none was given
  EndDateMeaning end_date = EndDateMeaning::inclusive;
  std::string own_provider;  ///< R12: rows of other providers are takeovers; empty to ignore providers
  unsigned jobs = 1;         ///< worker threads, at least 1
};

/// What became of a row that the reader accepted (R14).
enum class RowFate : std::uint8_t { planned, already_nce, other, merged, rejected };

/// R14: read = planned + already_nce + other + rejected + merged.
struct RowCounts {
  std::uint64_t read = 0;
  std::uint64_t planned = 0;
  std::uint64_t already_nce = 0;  ///< NCE rows, not planned
  std::uint64_t other = 0;
  std::uint64_t rejected = 0;
  std::uint64_t merged = 0;
  friend bool operator==(const RowCounts&, const RowCounts&) = default;
};

class Plan {
 public:
  const Portfolio& portfolio() const { return *portfolio_; }
  const PlanContext& context() const { return context_; }
  const RowCounts& counts() const { return counts_; }
  /// Problems found while planning (parent cycles and missing parents, conflicting duplicates).
  const Diagnostics& diagnostics() const { return diagnostics_; }

  RowFate fate(RowIndex row) const { return fates_[row]; }
  bool is_planned(RowIndex row) const { return fates_[row] == RowFate::planned; }

  /// Everything the rules say of a planned row. Pure and thread-safe. Precondition: is_planned(row).
  PlanEntry entry(RowIndex row) const;

  /// Why the entry is as it is: one statement per decision, in rule order. Renders the values that `entry` holds.
  Reasons reasons(RowIndex row) const;

  /// The base whose dates this row follows, or the row itself.
  RowIndex root(RowIndex row) const;
  /// The rows of the bundle of `row` in input order, base first; just the row when it stands alone (R9).
  std::vector<RowIndex> bundle_members(RowIndex row) const;
  /// Evidence about the row, or null.
  const MigrationEvidence* evidence(RowIndex row) const;

  /// The number of the customer a row belongs to: equal for rows whose customer id (else name) is the same.
  std::uint32_t customer_group(const Subscription& row) const;

  /// The decisions on the product of a row (memo of R1, R2, R7, R10).
  const OfferFacts& offer_facts(ProductId product) const { return offer_facts_[product.shard()][product.entry()]; }

 private:
  friend Plan make_plan(const Portfolio& portfolio, const PlanContext& context, Evidence evidence);

  const Portfolio* portfolio_ = nullptr;
  PlanContext context_;
  RowCounts counts_;
  Diagnostics diagnostics_;
  std::vector<RowFate> fates_;                         ///< per row
  std::vector<std::vector<OfferFacts>> offer_facts_;   ///< per shard and product
  std::vector<std::vector<std::uint32_t>> customers_;  ///< per shard and customer: its group
};

/// Plans all legacy rows of `portfolio` (R1 to R14). Needs no clock. Bytes that do not depend on the row order stay
/// the same for any order and any number of jobs. `portfolio` and what `context` refers to must outlive the plan.
Plan make_plan(const Portfolio& portfolio, const PlanContext& context, Evidence evidence = {});

}  // namespace nceplan
