#include "cli/reading.hpp"

#include <algorithm>

#include "cli/input_files.hpp"
#include "cli/option_topic.hpp"
#include "cli/progress.hpp"
#include "nceplan/plan/pseudonyms.hpp"

namespace nceplan::cli {
namespace {

Portfolio read_named_exports(const Options& options, Diagnostics& diagnostics) {
  Progress progress(options);
  return read_portfolio(open_inputs(options.files, progress), options.read, diagnostics);
}

Portfolio read_anonymously(const Options& options, const PlanningBasis& basis, Diagnostics& diagnostics,
                           const Look& look) {
  Pseudonyms& pseudonyms = basis.pseudonyms();
  for (const std::string& path : options.files) pseudonyms.of_path(path);
  try {
    Portfolio portfolio = read_named_exports(options, diagnostics);
    if (look) look(portfolio);
    pseudonyms.apply(portfolio, *basis.context().catalog, basis.context().matrix);
    pseudonyms.apply(diagnostics);
    return portfolio;
  } catch (const Failure& failure) {
    throw Failure(pseudonyms.without_quotes(failure.diagnostic()));
  }
}

}  // namespace

void add_anonymize_option(CLI::App& app, Options& options) {
  Topic topic(app, options, CliText::group_output);
  topic.flag("--anonymize", CliText::help_anonymize, [&] { options.anonymize = true; });
}

Portfolio read_exports(const Options& options, const PlanningBasis& basis, Diagnostics& diagnostics, const Look& look) {
  if (options.anonymize) return read_anonymously(options, basis, diagnostics, look);
  Portfolio portfolio = read_named_exports(options, diagnostics);
  if (look) look(portfolio);
  return portfolio;
}

void RowChoice::look(const Portfolio& original) {
  if (!options_->anonymize || options_->selection.where.empty()) return;
  const Plan plan = make_plan(original, *context_);
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
