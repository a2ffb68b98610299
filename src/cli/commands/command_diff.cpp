// `nceplan diff`: what changed from one export or saved plan to a later one.
#include <array>

#include "cli/input_files.hpp"
#include "cli/messages.hpp"
#include "cli/outputs.hpp"
#include "cli/planning.hpp"
#include "cli/portfolio_input.hpp"
#include "cli/usage_error.hpp"
#include "command.hpp"
#include "nceplan/output/diff_report.hpp"
#include "nceplan/plan/plan_diff.hpp"

namespace nceplan::cli {
namespace {

constexpr std::array<std::string_view, 6> formats = {"table", "csv", "tsv", "json", "ndjson", "md"};

constexpr std::array<std::string_view, 5> examples = {
    "nceplan diff january.csv february.csv",
    "nceplan diff plan.json subscriptions.csv --as-of 2024-02-01 --lang de",
    "nceplan diff old.csv new.csv --evidence migrationstatus.csv -o changes.csv -o changes.md",
    "nceplan diff old.csv new.csv --where change=became_urgent",
    "nceplan diff old.csv new.csv --exit-code -q -f csv",
};

void setup(CLI::App& app, Options& options) {
  add_old_and_new(app, options);
  add_input_options(app, options);
  add_evidence_option(app, options);
  add_rule_options(app, options);
  add_output_options(app, options, formats);
  add_diff_options(app, options);
  add_message_options(app, options);
}

bool is_for_people(DiffFormat format) { return format == DiffFormat::table || format == DiffFormat::md; }

DiffOptions diff_options(const OutputTarget& target, const Options& options) {
  DiffOptions diff;
  diff.format = *diff_format_from_code(target.format);
  diff.where = options.diff_where;
  diff.columns = options.diff_columns;
  diff.language = is_for_people(diff.format) ? options.language : options.machine_language();
  diff.width = width_of(target, options);
  diff.color = colored(target, options);
  diff.tool_version = NCEPLAN_VERSION;
  return diff;
}

Portfolio read_side(const std::string& path, const Options& options, Diagnostics& diagnostics) {
  const std::array<InputFile, 1> file = {open_input(path)};
  return read_portfolio(file, options.read, diagnostics);
}

ExitCode run(const Options& options) {
  if (options.files.size() < 2) throw UsageError(CliText::argument_missing, {options.files.empty() ? "OLD" : "NEW"});
  require_portfolio(options);
  const std::vector<OutputTarget> targets = output_targets(options, formats);
  Diagnostics diagnostics;
  const PlanningBasis basis(options, diagnostics);
  Evidence evidence = read_evidence_files(options, diagnostics);
  const Portfolio old_portfolio = read_side(options.files[0], options, diagnostics);
  const Portfolio new_portfolio = read_side(options.files[1], options, diagnostics);
  // Evidence tells how things stand now: it is about the new side.
  const Plan before = make_plan(old_portfolio, basis.context());
  const Plan after = make_plan(new_portfolio, basis.context(), std::move(evidence));
  diagnostics.append(before.diagnostics());
  diagnostics.append(after.diagnostics());
  print_sources(old_portfolio, options);
  print_sources(new_portfolio, options);
  print_diagnostics(diagnostics, options);

  const PlanDiff diff = diff_plans(before, after);
  const DiffReport report{before, after, diff};
  for (const OutputTarget& target : targets) {
    write_target(target,
                 [&](const Sink& sink) { write_diff(report, diff_options(target, options), diagnostics, sink); });
  }
  if (options.exit_code && count_changes(report, options.diff_where) > 0) return ExitCode::gate_met;
  const bool rejected = has_rejected_rows(before, diagnostics) || has_rejected_rows(after, diagnostics);
  return rejected ? ExitCode::rows_rejected : ExitCode::success;
}

}  // namespace

Command diff_command() { return {"diff", CliText::summary_diff, "OLD NEW [OPTIONS]", examples, setup, run}; }

}  // namespace nceplan::cli
