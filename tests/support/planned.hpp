// A portfolio together with its plan, found by subscription id.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nceplan/plan/plan.hpp"
#include "support/editions.hpp"
#include "support/portfolio_maker.hpp"

namespace nceplan::test {

struct PlanOptions {
  std::string as_of = "2024-01-16";
  Edition edition = edition_2023_07();
  std::vector<CatalogOffer> catalog{};
  std::optional<OfferMatrix> matrix{};
  std::optional<Waivers> waivers{};
  EndDateMeaning end_date = EndDateMeaning::inclusive;
  std::string own_provider{};
  unsigned jobs = 1;
  Evidence evidence{};
};

class Planned {
 public:
  explicit Planned(const std::vector<Row>& rows, PlanOptions options = {})
      : Planned(Made{}, portfolio_of(rows), std::move(options)) {}
  static Planned of(Portfolio portfolio, PlanOptions options = {}) {
    return {Made{}, std::move(portfolio), std::move(options)};
  }
  Planned(const Planned&) = delete;
  Planned& operator=(const Planned&) = delete;

  const Plan& plan() const { return plan_; }
  const Portfolio& portfolio() const { return portfolio_; }

  /// The last row with that id; throws when there is none.
  RowIndex row(std::string_view id) const;
  PlanEntry operator[](std::string_view id) const { return plan_.entry(row(id)); }
  RowFate fate(std::string_view id) const { return plan_.fate(row(id)); }
  /// Ids of the bundle, joined by blanks.
  std::string bundle(std::string_view id) const;
  /// `code file:line seen [details]` of the warnings and errors that were kept.
  std::vector<std::string> diagnostics() const;

 private:
  struct Made {};  // a portfolio is an aggregate, so that lists of rows would be ambiguous
  Planned(Made, Portfolio portfolio, PlanOptions options);

  Portfolio portfolio_;
  PlanOptions options_;
  OfferCatalog catalog_;
  Plan plan_;
};

/// Phase and reason of an entry: `waiting unlisted`.
std::string phase_of(const PlanEntry& entry);
/// Codes of its notes, joined by blanks, in the order of Note.
std::string notes_of(const PlanEntry& entry);
/// `code due` or `code from..due`, joined by `; `.
std::string written(const ActionList& actions);

}  // namespace nceplan::test
