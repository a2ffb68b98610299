// Flags that name further files of the portfolio: evidence of migrations, and subscriptions held elsewhere.
#include "option_topic.hpp"

namespace nceplan::cli {

void add_evidence_option(CLI::App& app, Options& options) {
  Topic topic(app, options, CliText::group_input);
  topic.values("--evidence", "FILE", CliText::help_evidence,
               [&](auto&, auto value) { options.evidence.emplace_back(value); });
}

void add_portfolio_options(CLI::App& app, Options& options) {
  add_evidence_option(app, options);
  Topic topic(app, options, CliText::group_input);
  topic.values("--takeover", "FILE", CliText::help_takeover,
               [&](auto&, auto value) { options.takeover.emplace_back(value); });
}

}  // namespace nceplan::cli
