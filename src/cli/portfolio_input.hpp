// The files that make a portfolio: exports, subscriptions held elsewhere, and evidence.
#pragma once

#include <vector>

#include "cli/options/options.hpp"
#include "nceplan/base/diagnostic.hpp"
#include "nceplan/input/input_file.hpp"
#include "nceplan/model/evidence.hpp"
#include "nceplan/model/portfolio.hpp"
#include "nceplan/plan/plan.hpp"

namespace nceplan::cli {

/// Throws UsageError when neither an export nor a takeover is named, or standard input is to be read twice.
void require_portfolio(const Options& options);

/// Reads the exports, and behind them the files of --takeover, and shows how far it is when that takes long. Throws
/// Failure.
Portfolio read_portfolio_files(const Options& options, Diagnostics& diagnostics);

/// The same of files that are open already.
Portfolio read_portfolio_files(const std::vector<InputFile>& exports, const std::vector<InputFile>& takeovers,
                               const Options& options, Diagnostics& diagnostics);

/// Reads the files of --evidence. Throws Failure.
Evidence read_evidence_files(const Options& options, Diagnostics& diagnostics);

/// Whether a row of an export, or of a file beside it, was rejected. `diagnostics` are all of the run.
bool has_rejected_rows(const Plan& plan, const Diagnostics& diagnostics);

}  // namespace nceplan::cli
