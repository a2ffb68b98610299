#include "reading.hpp"

#include <algorithm>

#include "cli/options/option_topic.hpp"
#include "nceplan/plan/pseudonyms.hpp"
#include "portfolio_input.hpp"
#include "usage_error.hpp"

namespace nceplan::cli {
namespace {

Inputs read_named_inputs(const Options& options, Diagnostics& diagnostics) {
  Inputs inputs;
  inputs.evidence = read_evidence_files(options, diagnostics);
  inputs.portfolio = read_portfolio_files(options, diagnostics);
  return inputs;
}

Inputs read_anonymously(const Options& options, const PlanningBasis& basis, Diagnostics& diagnostics,
                        const Look& look) {
  Pseudonyms& pseudonyms = basis.pseudonyms();
  for (const auto* paths : {&options.files, &options.takeover, &options.evidence}) {
    for (const std::string& path : *paths) pseudonyms.of_path(path);
  }
  try {
    Inputs inputs = read_named_inputs(options, diagnostics);
    if (look) look(inputs.portfolio, inputs.evidence);
    pseudonyms.apply(inputs.portfolio, *basis.context().catalog, basis.context().matrix);
    pseudonyms.apply(inputs.evidence);
    pseudonyms.apply(diagnostics);
    return inputs;
  } catch (const Failure& failure) {
    throw Failure(pseudonyms.without_quotes(failure.diagnostic()));
  }
}

}  // namespace

void add_anonymize_option(CLI::App& app, Options& options) {
  Topic topic(app, options, CliText::group_output);
  topic.flag("--anonymize", CliText::help_anonymize, [&] { options.anonymize = true; });
}

Inputs read_inputs(const Options& options, const PlanningBasis& basis, Diagnostics& diagnostics, const Look& look) {
  if (options.anonymize && !options.waivers.empty()) {
    throw UsageError(CliText::options_exclude, {"--anonymize", "--waivers"});
  }
  if (options.anonymize) return read_anonymously(options, basis, diagnostics, look);
  Inputs inputs = read_named_inputs(options, diagnostics);
  if (look) look(inputs.portfolio, inputs.evidence);
  return inputs;
}

void RowChoice::look(const Portfolio& original, const Evidence& evidence) {
  if (!options_->anonymize || options_->selection.where.empty()) return;
  const Plan plan = make_plan(original, *context_, evidence);
  const SelectedRows matching = select_rows(plan, {.where = options_->selection.where, .due_days = {}, .sort = {}});
  matching.for_each([this](RowIndex row) { matching_.push_back(row); });
}

SelectedRows RowChoice::select(const Plan& plan) const {
  if (!options_->anonymize || options_->selection.where.empty()) return select_rows(plan, options_->selection);
  Selection others = options_->selection;
  others.where.clear();
  std::vector<RowIndex> chosen;
  select_rows(plan, others).for_each([&](RowIndex row) {
    if (std::binary_search(matching_.begin(), matching_.end(), row)) chosen.push_back(row);
  });
  return {plan, std::move(chosen)};
}

}  // namespace nceplan::cli
