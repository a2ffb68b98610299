// The way from the files that a run names to a portfolio, and to the rows that it shows.
#pragma once

#include <functional>
#include <vector>

#include "cli/options/options.hpp"
#include "nceplan/base/diagnostic.hpp"
#include "nceplan/model/evidence.hpp"
#include "nceplan/model/portfolio.hpp"
#include "nceplan/output/report.hpp"
#include "planning.hpp"

namespace nceplan::cli {

/// --anonymize, of the commands that read with `read_inputs`.
void add_anonymize_option(CLI::App& app, Options& options);

struct Inputs {
  Portfolio portfolio;  ///< exports and takeovers
  Evidence evidence;
};

/// Looks at what was read, as it was read.
using Look = std::function<void(const Portfolio& original, const Evidence& evidence)>;

/// Reads the files that the options name. With --anonymize nothing that tells who a customer is comes back, neither in
/// the inputs nor in `diagnostics` nor in a Failure; `look` sees the original before that. Throws Failure, and
/// UsageError for --anonymize with --waivers, which name customers.
Inputs read_inputs(const Options& options, const PlanningBasis& basis, Diagnostics& diagnostics, const Look& look = {});

/// The rows that the options select. Filters go by what the export says, also when pseudonyms are shown.
class RowChoice {
 public:
  RowChoice(const Options& options, const PlanContext& context) : options_(&options), context_(&context) {}

  /// To be called by `read_inputs`.
  void look(const Portfolio& original, const Evidence& evidence);
  SelectedRows select(const Plan& plan) const;

 private:
  const Options* options_;
  const PlanContext* context_;
  std::vector<RowIndex> matching_;  ///< with --anonymize and filters: the rows that match, sorted
};

}  // namespace nceplan::cli
