// `nceplan plan`: exports in, a plan out.
#include <algorithm>
#include <array>

#include "cli/ci_report.hpp"
#include "cli/filled.hpp"
#include "cli/messages.hpp"
#include "cli/options/options_excel.hpp"
#include "cli/outputs.hpp"
#include "cli/planning.hpp"
#include "cli/portfolio_input.hpp"
#include "cli/reading.hpp"
#include "cli/workbook_target.hpp"
#include "command.hpp"
#include "nceplan/input/edition_reader.hpp"
#include "nceplan/output/ci_messages.hpp"
#include "nceplan/output/workbook.hpp"
#include "nceplan/plan/edition_diff.hpp"

namespace nceplan::cli {
namespace {

constexpr std::array<std::string_view, 12> formats = {"table", "wide", "csv",  "tsv",  "json",  "ndjson",
                                                      "md",    "ics",  "html", "xlsx", "junit", "codequality"};

constexpr std::array<std::string_view, 6> examples = {
    "nceplan plan kunden.csv",
    "nceplan plan kunden.csv --as-of 2024-01-16 --due 30 --lang de",
    "nceplan plan kunden.csv --offer-matrix matrix.csv -o plan.csv -o plan.md",
    "nceplan plan subscriptions.csv --evidence migrationstatus.csv",
    "nceplan plan *.json --where segment=education --sort migration_date",
    "nceplan plan kunden.csv --fail-on window-open,due:7d -q",
};

void setup(CLI::App& app, Options& options) {
  add_files(app, options);
  add_input_options(app, options);
  add_portfolio_options(app, options);
  add_rule_options(app, options);
  add_selection_options(app, options);
  add_output_options(app, options, formats);
  add_anonymize_option(app, options);
  add_table_options(app, options);
  add_excel_options(app, options);
  add_gate_options(app, options);
  add_waiver_options(app, options);
  add_ci_options(app, options);
  add_message_options(app, options);
}

bool is_for_people(ReportFormat format) {
  return format == ReportFormat::table || format == ReportFormat::wide || format == ReportFormat::md ||
         format == ReportFormat::ics || format == ReportFormat::html || format == ReportFormat::xlsx;
}

/// What the newest bundled edition would move of a plan under an older one (R13).
struct NewerEdition {
  std::string id;
  std::uint64_t moved = 0;
};

std::uint64_t count_moves_shown(const SelectedRows& rows, const Edition& other) {
  if (!rows.rows()) return count_moves_between_editions(rows.plan(), other);
  std::vector<RowIndex> shown = *rows.rows();
  std::sort(shown.begin(), shown.end());
  const std::vector<EditionMove> moves = moves_between_editions(rows.plan(), other);
  const auto is_shown = [&](const EditionMove& move) {
    return std::binary_search(shown.begin(), shown.end(), move.row);
  };
  return static_cast<std::uint64_t>(std::count_if(moves.begin(), moves.end(), is_shown));
}

NewerEdition newer_edition(const SelectedRows& rows) {
  const std::vector<Edition>& editions = bundled_editions();
  const Edition& newest = editions.back();
  const Edition* const used = rows.plan().context().edition;
  const bool is_older =
      std::any_of(editions.begin(), editions.end() - 1, [&](const Edition& older) { return &older == used; });
  if (!is_older) return {};  // a file of the user's own is neither older nor newer
  return {newest.id, count_moves_shown(rows, newest)};
}

ReportOptions report_options(const OutputTarget& target, const Options& options) {
  ReportOptions report;
  report.format = *report_format_from_code(target.format);
  report.summary = options.summary;
  report.columns = options.columns;
  report.keep_order = !options.selection.sort.empty();
  report.group_by = options.group_by;
  report.language = is_for_people(report.format) ? options.language : options.machine_language();
  report.excel = options.excel_dialect();
  report.width = width_of(target, options);
  report.color = colored(target, options);
  report.gate = options.gate;
  report.tool_version = NCEPLAN_VERSION;
  if (goes_to_terminal(target) && is_for_people(report.format)) {
    report.hint = filled(CliText::hint_explain, options.language, file_words(options));
  }
  return report;
}

/// Makes the options of one report after the other; what a newer edition would move is found out once, if ever.
class ReportMaker {
 public:
  ReportMaker(const SelectedRows& rows, const Options& options) : rows_(rows), options_(options) {}

  ReportOptions operator()(const OutputTarget& target) {
    ReportOptions report = report_options(target, options_);
    if (!is_for_people(report.format)) return report;
    if (!newer_) newer_ = newer_edition(rows_);
    report.newer_edition = newer_->id;
    report.moved_by_newer_edition = newer_->moved;
    return report;
  }

 private:
  const SelectedRows& rows_;
  const Options& options_;
  std::optional<NewerEdition> newer_;
};

/// Why the exit code is not 0, unless the log of a CI is told anyway.
void print_gate(const Attention& attention, const Options& options) {
  const CiSystem ci = reported_ci(options);
  const bool told = ci == CiSystem::github || ci == CiSystem::azure;
  if (told || options.verbosity == Verbosity::errors_only) return;
  write_stderr(gate_sentence(attention, {.language = options.language, .gate = options.gate}) + '\n');
}

/// Writes all that was asked for and says whether the gate is met.
bool write_reports(const SelectedRows& rows, const std::vector<OutputTarget>& targets, const Diagnostics& diagnostics,
                   const Options& options) {
  ReportMaker make_report(rows, options);
  for (const OutputTarget& target : targets) {
    const ReportOptions report = make_report(target);
    if (report.format == ReportFormat::xlsx) {
      write_workbook_target(target, [&](auto& path) { write_workbook(rows, report, diagnostics, path); });
    } else {
      write_target(target, [&](const Sink& sink) { write_report(rows, report, diagnostics, sink); });
    }
  }
  const bool ci = reported_ci(options) != CiSystem::none;
  if (!ci && options.gate.empty()) return false;
  const Attention attention = attention_of(rows, options.gate, most_annotations);
  if (ci) {
    // Named like files, so that neither takes the terminal's width or colours.
    ReportOptions people = make_report({"job-summary", "md"});
    people.columns.clear();  // chosen for the output; a summary has those that people need
    const ReportOptions machines = make_report({code_quality_file, "codequality"});
    report_to_ci(rows, attention, people, machines, diagnostics, options);
  }
  const bool met = !options.gate.empty() && attention.count != 0;
  if (met) print_gate(attention, options);
  return met;
}

ExitCode run(const Options& options) {
  require_portfolio(options);
  const std::vector<OutputTarget> targets = output_targets(options, formats);
  Diagnostics diagnostics;
  const PlanningBasis basis(options, diagnostics);
  RowChoice choice(options, basis.context());
  // The process ends with its plan: giving back a gigabyte piece by piece would only take time.
  Inputs& inputs = *new Inputs(
      read_inputs(options, basis, diagnostics,
                  [&choice](const Portfolio& original, const Evidence& evidence) { choice.look(original, evidence); }));
  const Portfolio& portfolio = inputs.portfolio;
  const Plan& plan = *new Plan(make_plan(portfolio, basis.context(), std::move(inputs.evidence)));
  diagnostics.append(plan.diagnostics());

  print_sources(portfolio, options);
  print_diagnostics(diagnostics, options);
  const bool rejected = has_rejected_rows(plan, diagnostics);
  if (rejected && options.strict) return ExitCode::rows_rejected;

  const SelectedRows rows = choice.select(plan);
  if (write_reports(rows, targets, diagnostics, options)) return ExitCode::gate_met;
  return rejected ? ExitCode::rows_rejected : ExitCode::success;
}

}  // namespace

Command plan_command() { return {"plan", CliText::summary_plan, "FILE... [OPTIONS]", examples, setup, run}; }

}  // namespace nceplan::cli
