#include "portfolio_input.hpp"

#include "input_files.hpp"
#include "nceplan/input/evidence_reader.hpp"
#include "progress.hpp"

namespace nceplan::cli {

void require_portfolio(const Options& options) {
  std::vector<std::string> named = options.files;
  named.insert(named.end(), options.takeover.begin(), options.takeover.end());
  if (!named.empty()) named.insert(named.end(), options.evidence.begin(), options.evidence.end());
  require_files(named);
}

Portfolio read_portfolio_files(const Options& options, Diagnostics& diagnostics) {
  Progress progress(options);
  return read_portfolio_files(open_inputs(options.files, &progress), open_inputs(options.takeover, &progress), options,
                              diagnostics);
}

Portfolio read_portfolio_files(const std::vector<InputFile>& exports, const std::vector<InputFile>& takeovers,
                               const Options& options, Diagnostics& diagnostics) {
  Portfolio portfolio = read_portfolio(exports, options.read, diagnostics);
  ReadOptions held_elsewhere = options.read;
  held_elsewhere.takeover = true;
  append_to_portfolio(portfolio, takeovers, held_elsewhere, diagnostics);
  return portfolio;
}

Evidence read_evidence_files(const Options& options, Diagnostics& diagnostics) {
  Progress progress(options);
  return read_evidence(open_inputs(options.evidence, &progress), options.read, diagnostics);
}

bool has_rejected_rows(const Plan& plan, const Diagnostics& diagnostics) {
  return plan.counts().rejected > 0 || plan.all_evidence().rows_rejected() > 0 || diagnostics.errors() > 0;
}

}  // namespace nceplan::cli
