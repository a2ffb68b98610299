// `nceplan explain`: why each date of a subscription or customer is what it is; or what a rule says.
#include <charconv>

#include <array>

#include "cli/filled.hpp"
#include "cli/messages.hpp"
#include "cli/outputs.hpp"
#include "cli/planning.hpp"
#include "cli/portfolio_input.hpp"
#include "cli/reading.hpp"
#include "cli/search.hpp"
#include "cli/usage_error.hpp"
#include "command.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/i18n/texts.hpp"
#include "nceplan/output/explain.hpp"

namespace nceplan::cli {
namespace {

constexpr std::array<std::string_view, 1> formats = {"text"};

constexpr std::array<std::string_view, 4> examples = {
    "nceplan explain 3c1e53a2-3f0e-4a5c-9d1b-0c2f6f1d7a10 kunden.csv",
    "nceplan explain \"Fabrikam\" kunden.csv --as-of 2024-01-16",
    "nceplan explain kunden.csv:17 kunden.csv --lang de",
    "nceplan explain R6",
};

void setup(CLI::App& app, Options& options) {
  add_word(app, options, "WHAT", text(CliText::help_what, options.language));
  add_files(app, options);
  add_input_options(app, options);
  add_portfolio_options(app, options);
  add_rule_options(app, options);
  add_output_options(app, options, formats);
  add_waiver_options(app, options);
  add_anonymize_option(app, options);
  add_message_options(app, options);
}

/// The number of `R6` or `r6`, whether there is such a rule or not.
std::optional<int> rule_number(std::string_view what) {
  if (what.size() < 2 || to_lower_ascii(what.front()) != 'r') return std::nullopt;
  int number = 0;
  const auto [end, error] = std::from_chars(what.data() + 1, what.data() + what.size(), number);
  if (error != std::errc{} || end != what.data() + what.size()) return std::nullopt;
  return number;
}

ReportOptions report_options(const OutputTarget& target, const Options& options) {
  ReportOptions report;
  report.language = options.language;
  report.width = width_of(target, options);
  report.color = colored(target, options);
  report.tool_version = NCEPLAN_VERSION;
  return report;
}

CliText text_of(RowFate fate) {
  switch (fate) {
    case RowFate::already_nce:
      return CliText::fate_already_nce;
    case RowFate::other:
      return CliText::fate_other;
    case RowFate::merged:
      return CliText::fate_merged;
    case RowFate::rejected:
    case RowFate::planned:
      break;
  }
  return CliText::fate_rejected;
}

/// A row that was read and counted, but has no plan.
std::string unplanned_line(const Plan& plan, RowIndex index, Language language) {
  const Portfolio& portfolio = plan.portfolio();
  const RowBlock& block = portfolio.block_of(index);
  const Subscription& row = portfolio.row(index);
  return filled(text_of(plan.fate(index)), language, escape_controls(portfolio.subscription_id(block, row)),
                escape_controls(to_text(portfolio.place_of(index)))) +
         '\n';
}

void explain_rows(const Plan& plan, const std::vector<RowIndex>& rows, const ReportOptions& report, const Sink& sink) {
  bool first = true;
  for (const RowIndex row : rows) {
    if (!first) sink("\n");
    first = false;
    if (plan.is_planned(row)) {
      write_explanation(plan, row, report, sink);
    } else {
      sink(unplanned_line(plan, row, report.language));
    }
  }
}

/// What the user asked for, by its real name.
struct Found {
  std::vector<RowIndex> rows;
  std::string nearest;  ///< when there are none
};

Found find(const Portfolio& portfolio, std::string_view what) {
  Found found{find_rows(portfolio, what), {}};
  if (found.rows.empty()) found.nearest = nearest_name(portfolio, what);
  return found;
}

ExitCode explain_rule(int rule, const Options& options) {
  if (rule < 1 || rule > rule_count) {
    throw UsageError(CliText::rule_unknown, {options.words.front()}).expecting(fmt::format("R1..R{}", rule_count));
  }
  for (const OutputTarget& target : output_targets(options, formats)) {
    write_target(target, [&](const Sink& sink) { write_rule(rule, report_options(target, options), sink); });
  }
  print_next(options, "nceplan rules show latest");
  return ExitCode::success;
}

ExitCode run(const Options& options) {
  if (options.words.empty()) throw UsageError(CliText::argument_missing, {"WHAT"});
  const std::string& what = options.words.front();
  if (trim(what).empty()) throw UsageError(CliText::argument_missing, {"WHAT"});
  if (const auto rule = rule_number(what); rule && options.files.empty() && options.takeover.empty())
    return explain_rule(*rule, options);
  require_portfolio(options);
  const std::vector<OutputTarget> targets = output_targets(options, formats);
  Diagnostics diagnostics;
  const PlanningBasis basis(options, diagnostics);
  Found found;
  Inputs inputs = read_inputs(options, basis, diagnostics,
                              [&](const Portfolio& original, const Evidence&) { found = find(original, what); });
  const Portfolio& portfolio = inputs.portfolio;
  const Plan plan = make_plan(portfolio, basis.context(), std::move(inputs.evidence));
  diagnostics.append(plan.diagnostics());
  print_sources(portfolio, options);
  print_diagnostics(diagnostics, options);

  if (found.rows.empty()) {
    throw UsageError(CliText::nothing_found, {what}).suggesting(options.anonymize ? "" : found.nearest);
  }
  for (const OutputTarget& target : targets) {
    write_target(target,
                 [&](const Sink& sink) { explain_rows(plan, found.rows, report_options(target, options), sink); });
  }
  print_next(options, "nceplan plan " + file_words(options));
  return has_rejected_rows(plan, diagnostics) ? ExitCode::rows_rejected : ExitCode::success;
}

}  // namespace

Command explain_command() {
  return {"explain", CliText::summary_explain, "WHAT [FILE...] [OPTIONS]", examples, setup, run};
}

}  // namespace nceplan::cli
