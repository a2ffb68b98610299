#include "options_batch.hpp"

#include <array>

#include "cli/usage_error.hpp"
#include "nceplan/input/values.hpp"
#include "nceplan/rules/nce_term.hpp"
#include "option_topic.hpp"
#include "option_values.hpp"

namespace nceplan::cli {
namespace {

constexpr unsigned most_per_day = 1'000'000;
constexpr unsigned most_days = 100'000;

Term parse_nce_term(std::string_view flag, std::string_view text) {
  constexpr std::array<std::string_view, 3> known = {"P1M", "P1Y", "P3Y"};
  const auto cell = text.empty() ? std::nullopt : parse_term(text);
  if (cell && is_nce_term(cell->term)) return cell->term;
  throw unknown_choice(CliText::value_unknown, flag, text, known);
}

BillingPlan parse_nce_billing(std::string_view flag, std::string_view text) {
  constexpr std::array<std::string_view, 3> known = {"monthly", "annual", "triennial"};
  const auto plan = text.empty() ? std::nullopt : parse_billing_plan(text);
  if (plan && is_offered(three_years, *plan)) return *plan;
  throw unknown_choice(CliText::value_unknown, flag, text, known);
}

void parse_alignment(std::string_view flag, std::string_view text, BatchChoices& choices) {
  choices.aligned_end = {};
  if (equals_ignoring_case(text, "month")) {
    choices.alignment = EndAlignment::month_end;
  } else if (equals_ignoring_case(text, "customer")) {
    choices.alignment = EndAlignment::customer;
  } else if (const auto day = parse_iso_date(text)) {
    choices.alignment = EndAlignment::day;
    choices.aligned_end = *day;
  } else {
    throw unknown_choice(CliText::value_unknown, flag, text,
                         std::array<std::string_view, 3>{"month", "customer", "YYYY-MM-DD"});
  }
}

}  // namespace

void add_batch_options(CLI::App& app, Options& options) {
  Topic topic(app, options, CliText::group_batch);
  BatchChoices& choices = options.batch;
  topic.value("--on", "DATE|FILE", CliText::help_on, [&](auto&, auto value) { choices.on = value; });
  topic.flag("--on-renewal", CliText::help_on_renewal, [&] { choices.on_renewal = true; });
  topic.value("--term", "TERM", CliText::help_nce_term,
              [&](auto& flag, auto value) { choices.term = parse_nce_term(flag, value); });
  topic.value("--billing", "PLAN", CliText::help_billing,
              [&](auto& flag, auto value) { choices.billing_plan = parse_nce_billing(flag, value); });
  topic.value("--seats-from", "FILE", CliText::help_seats_from, [&](auto&, auto value) { choices.seats_from = value; });
  topic.flag("--new-term", CliText::help_new_term, [&] { choices.new_term = true; });
  topic.value("--align-end", "END", CliText::help_align_end,
              [&](auto& flag, auto value) { parse_alignment(flag, value, choices); });
}

void add_batch_output_options(CLI::App& app, Options& options, std::span<const std::string_view> formats) {
  Topic topic(app, options, CliText::group_output);
  topic.value("-o,--output", "DIR", CliText::help_folder, [&](auto&, auto value) { options.batch.folder = value; });
  topic.flag("--dry-run", CliText::help_dry_run, [&] { options.batch.dry_run = true; });
  topic.flag("--force", CliText::help_force, [&] { options.batch.force = true; });
  topic.format(CliText::help_manifest_format, formats, [&](auto&, auto value) { options.format = value; });
  topic.value("--width", "N", CliText::help_width,
              [&](auto& flag, auto value) { options.width = parse_number(flag, value, 0, 10'000); });
  add_language_option(app, options);
}

void add_schedule_options(CLI::App& app, Options& options) {
  Topic topic(app, options, CliText::group_schedule);
  ScheduleChoices& choices = options.schedule;
  topic.value("--per-day", "N", CliText::help_per_day,
              [&](auto& flag, auto value) { choices.per_day = parse_number(flag, value, 1, most_per_day); });
  topic.value("--holidays", "FILE", CliText::help_holidays, [&](auto&, auto value) { choices.holidays = value; });
  topic.value("--not-before", "DATE", CliText::help_not_before,
              [&](auto& flag, auto value) { choices.not_before = parse_day(flag, value); });
}

void add_choice_options(CLI::App& app, Options& options) {
  Topic topic(app, options, CliText::group_selection);
  Selection& selection = options.selection;
  topic.values("--where", "FIELD=GLOB", CliText::help_where,
               [&](auto& flag, auto value) { selection.where.push_back(parse_filter(flag, value)); });
  topic.value("--due", "DAYS", CliText::help_due, [&](auto& flag, auto value) {
    selection.due_days = static_cast<int>(parse_number(flag, value, 0, most_days));
  });
  Topic gate(app, options, CliText::group_gate);
  gate.flag("--strict", CliText::help_strict, [&] { options.strict = true; });
}

}  // namespace nceplan::cli
