// `nceplan plan`: exports in, a plan out.
#include <algorithm>
#include <array>

#include "cli/command.hpp"
#include "cli/filled.hpp"
#include "cli/input_files.hpp"
#include "cli/messages.hpp"
#include "cli/options_excel.hpp"
#include "cli/outputs.hpp"
#include "cli/planning.hpp"
#include "cli/workbook_target.hpp"
#include "nceplan/input/edition_reader.hpp"
#include "nceplan/output/workbook.hpp"
#include "nceplan/plan/edition_diff.hpp"

namespace nceplan::cli {
namespace {

constexpr std::array<std::string_view, 10> formats = {"table",  "wide", "csv", "tsv",  "json",
                                                      "ndjson", "md",   "ics", "html", "xlsx"};

constexpr std::array<std::string_view, 5> examples = {
    "nceplan plan kunden.csv",
    "nceplan plan kunden.csv --as-of 2024-01-16 --due 30 --lang de",
    "nceplan plan kunden.csv --offer-matrix matrix.csv -o plan.csv -o plan.md",
    "nceplan plan *.json --where segment=education --sort migration_date",
    "nceplan plan kunden.csv --fail-on window-open,due:7d -q",
};

void setup(CLI::App& app, Options& options) {
  add_files(app, options);
  add_input_options(app, options);
  add_rule_options(app, options);
  add_selection_options(app, options);
  add_output_options(app, options, formats);
  add_table_options(app, options);
  add_excel_options(app, options);
  add_gate_options(app, options);
  add_message_options(app, options);
}

bool is_for_people(ReportFormat format) {
  return format == ReportFormat::table || format == ReportFormat::wide || format == ReportFormat::md ||
         format == ReportFormat::ics || format == ReportFormat::html || format == ReportFormat::xlsx;
}

/// What a newer bundled edition would move; only of interest to those who did not choose one.
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

NewerEdition newer_edition(const SelectedRows& rows, const Options& options) {
  const Edition& newest = bundled_editions().back();
  if (!options.edition.empty() || newest.id == rows.plan().context().edition->id) return {};
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
  report.tool_version = NCEPLAN_VERSION;
  if (goes_to_terminal(target) && is_for_people(report.format)) {
    report.hint = filled(CliText::hint_explain, options.language, options.files.front());
  }
  return report;
}

void write_reports(const SelectedRows& rows, const std::vector<OutputTarget>& targets, const Diagnostics& diagnostics,
                   const Options& options) {
  std::optional<NewerEdition> newer;
  for (const OutputTarget& target : targets) {
    ReportOptions report = report_options(target, options);
    if (is_for_people(report.format)) {
      if (!newer) newer = newer_edition(rows, options);
      report.newer_edition = newer->id;
      report.moved_by_newer_edition = newer->moved;
    }
    if (report.format == ReportFormat::xlsx) {
      write_workbook_target(target, [&](auto& path) { write_workbook(rows, report, diagnostics, path); });
    } else {
      write_target(target, [&](const Sink& sink) { write_report(rows, report, diagnostics, sink); });
    }
  }
}

bool gate_is_met(const SelectedRows& rows, const std::vector<GateCondition>& gate) {
  if (gate.empty()) return false;
  bool met = false;
  const Plan& plan = rows.plan();
  rows.for_each([&](RowIndex row) { met = met || matches_any(gate, plan.entry(row), plan.context().as_of); });
  return met;
}

ExitCode run(const Options& options) {
  require_files(options.files);
  const std::vector<OutputTarget> targets = output_targets(options, formats);
  Diagnostics diagnostics;
  const PlanningBasis basis(options, diagnostics);
  const std::vector<InputFile> files = open_inputs(options.files);
  // The process ends with its plan: giving back a gigabyte piece by piece would only take time.
  const Portfolio& portfolio = *new Portfolio(read_portfolio(files, options.read, diagnostics));
  const Plan& plan = *new Plan(make_plan(portfolio, basis.context()));
  diagnostics.append(plan.diagnostics());

  print_sources(portfolio, options);
  print_diagnostics(diagnostics, options);
  const bool rejected = plan.counts().rejected > 0;
  if (rejected && options.strict) return ExitCode::rows_rejected;

  const SelectedRows rows = select_rows(plan, options.selection);
  write_reports(rows, targets, diagnostics, options);
  if (gate_is_met(rows, options.gate)) return ExitCode::gate_met;
  return rejected ? ExitCode::rows_rejected : ExitCode::success;
}

}  // namespace

Command plan_command() { return {"plan", CliText::summary_plan, "FILE... [OPTIONS]", examples, setup, run}; }

}  // namespace nceplan::cli
