// `nceplan batch`: files for Microsoft's NCE batch migration tool.
#include <array>
#include <utility>

#include "cli/batch_folder.hpp"
#include "cli/batch_manifest.hpp"
#include "cli/chosen_units.hpp"
#include "cli/filled.hpp"
#include "cli/input_files.hpp"
#include "cli/messages.hpp"
#include "cli/options/option_values.hpp"
#include "cli/options/options_batch.hpp"
#include "cli/outputs.hpp"
#include "cli/planning.hpp"
#include "cli/portfolio_input.hpp"
#include "cli/usage_error.hpp"
#include "cli/wrap.hpp"
#include "command.hpp"
#include "nceplan/input/date_cell.hpp"
#include "nceplan/input/partner_tenant.hpp"
#include "nceplan/input/subscription_list.hpp"
#include "nceplan/output/batch_writer.hpp"
#include "nceplan/plan/batch.hpp"

namespace nceplan::cli {
namespace {

constexpr std::array<std::string_view, 3> formats = {"table", "csv", "json"};

constexpr std::array<std::string_view, 6> examples = {
    "nceplan batch subscriptions.csv -o batches",
    "nceplan batch subscriptions.csv --due 30 --dry-run",
    "nceplan batch subscriptions.csv --on-renewal --term P1Y --billing annual -o batches",
    "nceplan batch subscriptions.csv --on schedule.csv -o batches",
    "nceplan batch subscriptions.csv --seats-from seats.csv --new-term --align-end month -o batches --force",
    "nceplan batch subscriptions.csv --where \"customer_name=Fabrikam*\" -o batches --lang de",
};

void setup(CLI::App& app, Options& options) {
  add_files(app, options);
  add_input_options(app, options);
  add_portfolio_options(app, options);
  add_rule_options(app, options);
  add_choice_options(app, options);
  add_batch_options(app, options);
  add_batch_output_options(app, options, formats);
  add_message_options(app, options);
}

void require_sense(const Options& options) {
  const BatchChoices& choices = options.batch;
  if (!choices.on.empty() && choices.on_renewal) throw UsageError(CliText::options_exclude, {"--on", "--on-renewal"});
  if (choices.folder.empty() && !choices.dry_run) throw UsageError(CliText::argument_missing, {"-o DIR"});
  const bool both = choices.term.known() && choices.billing_plan != BillingPlan::unknown;
  if (both && !is_offered(choices.term, choices.billing_plan)) {
    std::string plans;
    for (const BillingPlan plan : billing_plans_of(choices.term)) {
      plans += (plans.empty() ? "--billing " : ", ") + std::string(to_code(plan));
    }
    throw UsageError(CliText::combination_invalid,
                     {"--term " + to_iso(choices.term), "--billing " + std::string(to_code(choices.billing_plan))})
        .expecting(std::move(plans));
  }
}

void require_not_past(std::string_view flag, Date day, Date as_of) {
  if (day < as_of)
    throw UsageError(CliText::day_in_past, {std::string(flag), to_iso(day)}).expecting(">= " + to_iso(as_of));
}

BatchRequest request_of(const Options& options, Date as_of, Diagnostics& diagnostics) {
  const BatchChoices& choices = options.batch;
  BatchRequest request{.term = choices.term,
                       .billing_plan = choices.billing_plan,
                       .new_term = choices.new_term,
                       .alignment = choices.alignment,
                       .aligned_end = choices.aligned_end};
  if (choices.on_renewal) request.timing = BatchTiming::on_renewal;
  if (!choices.on.empty()) {
    request.timing = BatchTiming::on_day;
    if (const auto day = parse_iso_date(choices.on)) {
      require_not_past("--on", *day, as_of);
      request.day = *day;
    } else if (parse_date_cell(choices.on).shape != DateShape::unreadable) {
      throw invalid_day("--on", choices.on, "YYYY-MM-DD, FILE");
    } else {
      request.days = read_day_list(open_input(choices.on), options.read, diagnostics);
    }
  }
  if (request.aligned_end) require_not_past("--align-end", *request.aligned_end, as_of);
  if (!choices.seats_from.empty()) {
    request.seats = read_seat_list(open_input(choices.seats_from), options.read, diagnostics);
  }
  return request;
}

std::vector<std::string> partner_tenants(const std::vector<InputFile>& files, const ReadOptions& options) {
  std::vector<std::string> tenants;
  for (const InputFile& file : files) tenants.push_back(read_partner_tenant(file, options));
  return tenants;
}

void write_files(const Plan& plan, const Batch& batch, const BatchRequest& request,
                 const std::vector<std::string>& tenants, const Options& options) {
  const BatchWriterOptions writer{.timing = request.timing, .new_term = request.new_term, .partner_tenants = tenants};
  BatchFolder folder(options.batch.folder, options.batch.force ? OldFiles::replace : OldFiles::keep,
                     named_inputs(options), is_batch_file_name);
  for (std::size_t i = 0; i < batch.files.size(); ++i) {
    folder.write(batch_file_name(i + 1, batch.files.size(), request.timing),
                 [&](const Sink& sink) { write_batch_file(plan, batch.files[i], writer, sink); });
  }
  folder.write(std::string(manifest_name), [&](const Sink& sink) {
    sink(listing_csv(batch_manifest(plan, batch, request, options.machine_language())));
  });
  folder.commit();
}

std::string closing(const Batch& batch, BatchTiming timing, const Options& options, unsigned width) {
  std::size_t rows = 0;
  std::size_t migrations = 0;
  for (const BatchFile& file : batch.files) {
    rows += file.rows.size();
    migrations += file.migrations;
  }
  const std::size_t columns = width == 0 ? std::string::npos : width;
  const auto line = [&](std::string_view said) { return wrapped(said, columns, 0, 0) + '\n'; };
  const CliText counts = options.batch.dry_run ? CliText::batch_counts_planned : CliText::batch_counts;
  std::string text = line(filled(counts, options.language, rows, migrations, batch.staying.size()));
  if (options.batch.dry_run) {
    text += line(nceplan::text(CliText::batch_dry_run, options.language));
  } else if (rows == 0) {
    text += line(nceplan::text(CliText::batch_nothing, options.language));
  } else {
    const bool at_once = timing == BatchTiming::at_once;
    text +=
        line(nceplan::text(at_once ? CliText::batch_upload_at_once : CliText::batch_upload_schedule, options.language));
  }
  return text;
}

void print_result(const Plan& plan, const Batch& batch, const BatchRequest& request,
                  const std::vector<OutputTarget>& targets, const Options& options) {
  for (const OutputTarget& target : targets) {
    write_target(target, [&](const Sink& sink) {
      const Language language = target.format == "table" ? options.language : options.machine_language();
      if (target.format == "csv") return sink(listing_csv(batch_manifest(plan, batch, request, language)));
      const std::array<Listing, 3> parts = {batch_files(batch, request.timing), batch_reasons(batch, language),
                                            batch_manifest(plan, batch, request, language)};
      if (target.format == "json") return sink(listings_json(parts));
      const unsigned width = width_of(target, options);
      const std::string tables = listing_tables(std::span(parts).first<2>(), language, width);
      sink(tables + (tables.empty() ? "" : "\n") + closing(batch, request.timing, options, width));
    });
  }
}

ExitCode run(const Options& options) {
  require_portfolio(options);
  require_sense(options);
  const std::vector<OutputTarget> targets = output_targets(options, formats);
  Diagnostics diagnostics;
  const PlanningBasis basis(options, diagnostics);
  const BatchRequest request = request_of(options, basis.context().as_of, diagnostics);
  const std::vector<InputFile> files = open_inputs(options.files);
  Evidence evidence = read_evidence_files(options, diagnostics);
  const Portfolio portfolio = read_portfolio_files(files, open_inputs(options.takeover), options, diagnostics);
  const Plan plan = make_plan(portfolio, basis.context(), std::move(evidence));
  diagnostics.append(plan.diagnostics());
  const Batch batch = make_batch(plan, chosen_units(plan, options.selection), request);
  diagnostics.append(batch.diagnostics);

  print_sources(portfolio, options);
  print_diagnostics(diagnostics, options);
  const bool refused = has_rejected_rows(plan, diagnostics);
  if (refused && options.strict) return ExitCode::rows_rejected;
  if (!options.batch.dry_run) write_files(plan, batch, request, partner_tenants(files, options.read), options);
  print_result(plan, batch, request, targets, options);
  return refused ? ExitCode::rows_rejected : ExitCode::success;
}

}  // namespace

Command batch_command() { return {"batch", CliText::summary_batch, "FILE... -o DIR [OPTIONS]", examples, setup, run}; }

}  // namespace nceplan::cli
