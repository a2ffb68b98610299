// `nceplan schedule`: spreads the partner's own migrations over working days.
#include <algorithm>
#include <array>
#include <utility>

#include "cli/chosen_units.hpp"
#include "cli/filled.hpp"
#include "cli/input_files.hpp"
#include "cli/messages.hpp"
#include "cli/options/options_batch.hpp"
#include "cli/outputs.hpp"
#include "cli/planning.hpp"
#include "cli/portfolio_input.hpp"
#include "cli/schedule_listing.hpp"
#include "cli/usage_error.hpp"
#include "cli/wrap.hpp"
#include "command.hpp"
#include "nceplan/input/holiday_reader.hpp"
#include "nceplan/plan/batch.hpp"
#include "nceplan/plan/migration_schedule.hpp"

namespace nceplan::cli {
namespace {

constexpr std::array<std::string_view, 4> formats = {"table", "csv", "json", "md"};

constexpr std::array<std::string_view, 4> examples = {
    "nceplan schedule subscriptions.csv",
    "nceplan schedule subscriptions.csv --per-day 60 --holidays feiertage.ics -o schedule.csv",
    "nceplan schedule *.csv --not-before 2024-02-01 --where segment=commercial --lang de",
    "nceplan schedule subscriptions.csv -o schedule.csv -o schedule.md",
};

void setup(CLI::App& app, Options& options) {
  add_files(app, options);
  add_input_options(app, options);
  add_portfolio_options(app, options);
  add_rule_options(app, options);
  add_choice_options(app, options);
  add_schedule_options(app, options);
  add_output_options(app, options, formats);
  add_message_options(app, options);
}

ScheduleRequest request_of(const Options& options, Date as_of, Diagnostics& diagnostics) {
  const ScheduleChoices& choices = options.schedule;
  ScheduleRequest request{.first = std::max(as_of, choices.not_before.value_or(as_of)), .per_day = choices.per_day};
  if (!choices.holidays.empty()) {
    request.holidays = read_holidays(open_input(choices.holidays), options.read, diagnostics);
  }
  return request;
}

/// What the schedule comes to, a sentence each.
std::vector<std::string> sentences(const MigrationSchedule& schedule, std::size_t others, Language language) {
  const std::size_t migrations = schedule.placed.size() + schedule.unplaced.size();
  std::vector<std::string> said;
  const auto say = [&](CliText id, const auto&... values) { said.push_back(filled(id, language, values...)); };
  if (migrations == 0) {
    say(CliText::schedule_nothing);
  } else {
    say(CliText::schedule_counts, schedule.placed.size(), migrations, schedule.days, schedule.busiest);
    say(CliText::schedule_together, schedule.customers_on_one_day, schedule.customers_on_several);
  }
  const auto full = std::count_if(schedule.unplaced.begin(), schedule.unplaced.end(),
                                  [](const ScheduledUnit& unit) { return unit.reason == BatchReason::capacity; });
  const std::size_t without_day = schedule.unplaced.size() - static_cast<std::size_t>(full);
  if (full > 0) {
    say(CliText::schedule_unplaced, full);
    say(CliText::schedule_sufficient, schedule.sufficient_per_day);
  }
  if (without_day > 0) say(CliText::schedule_without_day, without_day);
  if (schedule.busiest > migrations_per_slot) say(CliText::schedule_slots);
  if (others > 0) say(CliText::schedule_others, others);
  return said;
}

std::string table(const Plan& plan, const MigrationSchedule& schedule, std::size_t others, const Options& options,
                  const OutputTarget& target) {
  const unsigned width = width_of(target, options);
  const std::array<Listing, 2> parts = {schedule_days(plan, schedule, options.language),
                                        schedule_unplaced(plan, schedule, options.language)};
  std::string text = listing_tables(parts, options.language, width);
  if (!text.empty()) text += '\n';
  std::vector<std::string> said = sentences(schedule, others, options.language);
  if (goes_to_terminal(target) && !schedule.placed.empty()) {
    said.push_back(filled(CliText::hint_schedule, options.language, options.files.front()));
  }
  for (const std::string& sentence : said) {
    text += wrapped(sentence, width == 0 ? std::string::npos : width, 0, 0) + '\n';
  }
  return text;
}

std::string markdown(const Plan& plan, const MigrationSchedule& schedule, std::size_t others, Language language) {
  std::string text;
  for (const std::string& sentence : sentences(schedule, others, language)) text += "- " + sentence + '\n';
  for (const Listing& part : {schedule_days(plan, schedule, language), schedule_unplaced(plan, schedule, language)}) {
    if (!part.rows.empty()) text += '\n' + listing_markdown(part, language);
  }
  return text;
}

void write(const Plan& plan, const MigrationSchedule& schedule, const ScheduleRequest& request, std::size_t others,
           const std::vector<OutputTarget>& targets, const Options& options) {
  for (const OutputTarget& target : targets) {
    write_target(target, [&](const Sink& sink) {
      if (target.format == "csv") return sink(listing_csv(schedule_rows(plan, schedule)));
      if (target.format == "md") return sink(markdown(plan, schedule, others, options.language));
      if (target.format == "table") return sink(table(plan, schedule, others, options, target));
      sink(listings_json(
          std::array<Listing, 2>{schedule_rows(plan, schedule), schedule_figures(schedule, request, others)}));
    });
  }
}

ExitCode run(const Options& options) {
  require_portfolio(options);
  const std::vector<OutputTarget> targets = output_targets(options, formats);
  Diagnostics diagnostics;
  const PlanningBasis basis(options, diagnostics);
  const ScheduleRequest request = request_of(options, basis.context().as_of, diagnostics);
  const std::vector<InputFile> files = open_inputs(options.files);
  Evidence evidence = read_evidence_files(options, diagnostics);
  const Portfolio portfolio = read_portfolio_files(files, open_inputs(options.takeover), options, diagnostics);
  const Plan plan = make_plan(portfolio, basis.context(), std::move(evidence));
  diagnostics.append(plan.diagnostics());
  print_sources(portfolio, options);
  print_diagnostics(diagnostics, options);
  const bool refused = has_rejected_rows(plan, diagnostics);
  if (refused && options.strict) return ExitCode::rows_rejected;

  MigrationUnits units = chosen_units(plan, options.selection);
  const std::size_t others = units.staying.size();
  const MigrationSchedule schedule = make_schedule(std::move(units.units), request);
  write(plan, schedule, request, others, targets, options);
  return refused ? ExitCode::rows_rejected : ExitCode::success;
}

}  // namespace

Command schedule_command() {
  return {"schedule", CliText::summary_schedule, "FILE... [OPTIONS]", examples, setup, run};
}

}  // namespace nceplan::cli
