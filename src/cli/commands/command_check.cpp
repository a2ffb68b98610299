// `nceplan check`: how the exports are read, and every problem in them, without a plan.
#include <array>

#include "cli/check_report.hpp"
#include "cli/messages.hpp"
#include "cli/outputs.hpp"
#include "cli/planning.hpp"
#include "cli/portfolio_input.hpp"
#include "cli/reading.hpp"
#include "command.hpp"
#include "nceplan/base/text.hpp"

namespace nceplan::cli {
namespace {

constexpr std::array<std::string_view, 2> formats = {"text", "json"};

constexpr std::array<std::string_view, 4> examples = {
    "nceplan check kunden.csv",
    "nceplan check *.csv --lang de",
    "nceplan check kunden.csv --map term_end_date=\"Läuft ab\"",
    "nceplan check kunden.csv -f json",
};

void setup(CLI::App& app, Options& options) {
  add_files(app, options);
  add_input_options(app, options);
  add_portfolio_options(app, options);
  add_rule_options(app, options);
  add_output_options(app, options, formats);
  add_waiver_options(app, options);
  add_anonymize_option(app, options);
  add_message_options(app, options);
}

ExitCode run(const Options& options) {
  require_portfolio(options);
  const std::vector<OutputTarget> targets = output_targets(options, formats);
  Diagnostics diagnostics;
  const PlanningBasis basis(options, diagnostics);
  Inputs inputs = read_inputs(options, basis, diagnostics);
  const Portfolio& portfolio = inputs.portfolio;
  const Plan plan = make_plan(portfolio, basis.context(), std::move(inputs.evidence));
  diagnostics.append(plan.diagnostics());

  for (const OutputTarget& target : targets) {
    write_target(target, [&](const Sink& sink) {
      sink(target.format == "json" ? check_json(plan, diagnostics) : check_text(plan, diagnostics, options.language));
    });
  }
  print_next(options, "nceplan plan " + file_words(options));
  return has_rejected_rows(plan, diagnostics) ? ExitCode::rows_rejected : ExitCode::success;
}

}  // namespace

Command check_command() { return {"check", CliText::summary_check, "FILE... [OPTIONS]", examples, setup, run}; }

}  // namespace nceplan::cli
