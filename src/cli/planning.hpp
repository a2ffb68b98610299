// What a plan is made under: the day, the edition, the offers, as flags name them.
#pragma once

#include <memory>
#include <optional>

#include "cli/options/options.hpp"
#include "nceplan/base/diagnostic.hpp"
#include "nceplan/input/input_file.hpp"
#include "nceplan/model/edition.hpp"
#include "nceplan/model/offer_catalog.hpp"
#include "nceplan/plan/plan.hpp"
#include "nceplan/plan/pseudonyms.hpp"

namespace nceplan::cli {

/// Owns the documents that a PlanContext refers to; plans made under it must not outlive it.
class PlanningBasis {
 public:
  /// Reads the files that the options name. Problems of offer matrix and waivers go to `diagnostics`. Throws Failure.
  PlanningBasis(const Options& options, Diagnostics& diagnostics);
  PlanningBasis(const PlanningBasis&) = delete;
  PlanningBasis& operator=(const PlanningBasis&) = delete;

  const PlanContext& context() const { return context_; }
  /// Those of --anonymize, which the context uses too.
  Pseudonyms& pseudonyms() const { return *pseudonyms_; }
  /// The same, under another edition, which must outlive the plan too.
  PlanContext context_under(const Edition& edition) const;

 private:
  std::optional<Edition> own_edition_;
  std::optional<OfferCatalog> own_catalog_;
  std::optional<OfferMatrix> matrix_;
  std::optional<Waivers> waivers_;
  PlanContext context_;
  std::unique_ptr<Pseudonyms> pseudonyms_ = std::make_unique<Pseudonyms>();
};

/// The edition of that name; one that is a file is read into `own`. `latest` and `as-of` count from `as_of`.
const Edition& find_edition(const std::string& name, Date as_of, std::optional<Edition>& own);

/// --as-of, else today.
Date planning_day(const Options& options);

}  // namespace nceplan::cli
