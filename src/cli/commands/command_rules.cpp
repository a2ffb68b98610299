// `nceplan rules list|show|diff`: schedule editions, and what they change.
#include <array>

#include "cli/filled.hpp"
#include "cli/listing.hpp"
#include "cli/messages.hpp"
#include "cli/planning.hpp"
#include "cli/portfolio_input.hpp"
#include "cli/reading.hpp"
#include "cli/usage_error.hpp"
#include "cli/wrap.hpp"
#include "command.hpp"
#include "nceplan/i18n/texts.hpp"
#include "nceplan/input/edition_reader.hpp"
#include "nceplan/plan/edition_diff.hpp"

namespace nceplan::cli {
namespace {

constexpr std::array<Category, 3> categories = {Category::commercial, Category::public_sector, Category::multi_year};

constexpr std::array<std::string_view, 2> list_examples = {"nceplan rules list", "nceplan rules list -f json"};
constexpr std::array<std::string_view, 2> show_examples = {"nceplan rules show 2024-01",
                                                           "nceplan rules show latest --lang de"};
constexpr std::array<std::string_view, 3> diff_examples = {"nceplan rules diff 2023-07 2024-05",
                                                           "nceplan rules diff 2023-07 2024-05 kunden.csv",
                                                           "nceplan rules diff 2023-07 my-edition.json -f csv"};

void setup_list(CLI::App& app, Options& options) {
  add_output_options(app, options, listing_formats);
  add_message_options(app, options);
}

ExitCode run_list(const Options& options) {
  Listing listing{"editions",
                  {{"edition", CliText::head_edition},
                   {"announced", CliText::head_announced},
                   {"default", CliText::head_default},
                   {"commercial", CliText::head_commercial},
                   {"public_sector", CliText::head_public_sector},
                   {"multi_year", CliText::head_multi_year}},
                  {}};
  for (const Edition& edition : bundled_editions()) {
    auto& row = listing.rows.emplace_back();
    row = {edition.id, edition.announced, edition.id == default_edition_id};
    for (const Category category : categories) {
      row.push_back(listing_value(edition.schedule(category).microsoft_led_from));
    }
  }
  write_listing(listing, output_targets(options, listing_formats), options);
  print_next(options, "nceplan rules show latest");
  return ExitCode::success;
}

void setup_show(CLI::App& app, Options& options) {
  add_edition_word(app, options, "EDITION");
  add_output_options(app, options, listing_formats);
  add_message_options(app, options);
}

/// The day from which partners can migrate, or the word for why there is none.
ListingValue self_service(const CategorySchedule& schedule, Language language) {
  if (schedule.self_service_when_listed) return ListingWord{"when_listed", text(CliText::when_listed, language)};
  if (schedule.self_service_from) return *schedule.self_service_from;
  return ListingWord{"not_announced", text(CliText::not_announced, language)};
}

ListingValue microsoft_led(const CategorySchedule& schedule, Language language) {
  if (schedule.microsoft_led_from) return *schedule.microsoft_led_from;
  return ListingWord{"not_announced", text(CliText::not_announced, language)};
}

ListingWord category_word(Category category, Language language) {
  return {to_code(category), word(category, language)};
}

Listing schedule_listing(const Edition& edition, Language language) {
  Listing listing{"schedule",
                  {{"category", CliText::head_category},
                   {"self_service_from", CliText::head_self_service},
                   {"microsoft_led_from", CliText::head_microsoft_led}},
                  {}};
  for (const Category category : categories) {
    const CategorySchedule& schedule = edition.schedule(category);
    listing.rows.push_back(
        {category_word(category, language), self_service(schedule, language), microsoft_led(schedule, language)});
  }
  return listing;
}

Listing wave_listing(const Edition& edition, Language language) {
  Listing listing{
      "waves", {{"category", CliText::head_category}, {"step", CliText::head_step}, {"date", CliText::head_date}}, {}};
  for (const Category category : categories) {
    for (const auto& [step, date] : edition.schedule(category).waves) {
      listing.rows.push_back({category_word(category, language), step, date});
    }
  }
  return listing;
}

Listing source_listing(const Edition& edition) {
  Listing listing{
      "sources",
      {{"source", CliText::head_source}, {"url", CliText::head_url}, {"retrieved", CliText::head_retrieved}},
      {}};
  for (const EditionSource& source : edition.sources) {
    listing.rows.push_back({source.source, listing_value(source.url), listing_value(source.retrieved)});
  }
  return listing;
}

Listing facts_listing(const Edition& edition) {
  return {"edition",
          {{"id", CliText::head_edition},
           {"announced", CliText::head_announced},
           {"window_days", CliText::head_window_days},
           {"preorder_days", CliText::head_preorder_days},
           {"public_sector_nce_only_from", CliText::head_nce_only}},
          {{edition.id, edition.announced, std::int64_t{edition.window_days}, std::int64_t{edition.preorder_days},
            listing_value(edition.public_sector_nce_only_from)}}};
}

/// Sources and remarks as prose, so that addresses stay whole.
std::string background(const Edition& edition, Language language, unsigned width) {
  const std::size_t columns = width == 0 ? std::string::npos : width;
  std::string prose = fmt::format("\n{}\n", text(CliText::head_source, language));
  for (const EditionSource& source : edition.sources) {
    prose += wrapped(source.source, columns, 2, 0) + '\n';
    if (!source.url.empty()) prose += "  " + source.url + '\n';
    if (source.retrieved) {
      prose += "  " + filled(CliText::retrieved, language, format_date(*source.retrieved, language)) + '\n';
    }
  }
  for (const std::string& remark : edition.remarks) prose += '\n' + wrapped(remark, columns, 0, 0) + '\n';
  return prose;
}

ExitCode run_show(const Options& options) {
  if (options.words.empty()) throw UsageError(CliText::argument_missing, {"EDITION"});
  const std::vector<OutputTarget> targets = output_targets(options, listing_formats);
  std::optional<Edition> own;
  const Edition& edition = find_edition(options.words.front(), planning_day(options), own);
  const std::array<Listing, 4> parts = {facts_listing(edition), schedule_listing(edition, options.language),
                                        wave_listing(edition, options.language), source_listing(edition)};
  for (const OutputTarget& target : targets) {
    write_target(target, [&](const Sink& sink) {
      if (target.format == "json") return sink(listings_json(parts));
      if (target.format == "csv") return sink(listing_csv(parts[1]));
      const unsigned width = width_of(target, options);
      sink(listing_tables(std::span(parts).first<3>(), options.language, width));
      sink(background(edition, options.language, width));
    });
  }
  print_next(options,
             fmt::format("nceplan rules diff {} {} {}", default_edition_id, options.words[0], file_words(options)));
  return ExitCode::success;
}

void setup_diff(CLI::App& app, Options& options) {
  add_edition_word(app, options, "OLD");
  add_edition_word(app, options, "NEW");
  add_files(app, options);
  add_input_options(app, options);
  add_evidence_option(app, options);
  add_rule_options_but_edition(app, options);
  add_output_options(app, options, listing_formats);
  add_anonymize_option(app, options);
  add_message_options(app, options);
}

Listing change_listing(const Edition& before, const Edition& after, Language language) {
  Listing listing{"changes",
                  {{"category", CliText::head_category},
                   {"date", CliText::head_date},
                   {"before", CliText::head_before},
                   {"after", CliText::head_after}},
                  {}};
  const auto add = [&](Category category, ListingWord what, auto date_of) {
    const CategorySchedule& old_schedule = before.schedule(category);
    const CategorySchedule& new_schedule = after.schedule(category);
    ListingValue was = date_of(old_schedule, language);
    ListingValue is = date_of(new_schedule, language);
    if (was != is) listing.rows.push_back({category_word(category, language), what, std::move(was), std::move(is)});
  };
  for (const Category category : categories) {
    add(category, {"self_service_from", text(CliText::head_self_service, language)}, self_service);
    add(category, {"microsoft_led_from", text(CliText::head_microsoft_led, language)}, microsoft_led);
  }
  return listing;
}

/// The planned subscriptions whose migration date differs, in input order.
Listing move_listing(const Plan& plan, const Edition& after) {
  Listing listing{"moves",
                  {{"customer_name", CliText::head_customer},
                   {"subscription_id", CliText::head_subscription},
                   {"product_name", CliText::head_product},
                   {"before", CliText::head_before},
                   {"after", CliText::head_after}},
                  {}};
  const Portfolio& portfolio = plan.portfolio();
  for (const EditionMove& move : moves_between_editions(plan, after)) {
    const RowBlock& block = portfolio.block_of(move.row);
    const Subscription& row = portfolio.row(move.row);
    listing.rows.push_back({listing_value(portfolio.text(portfolio.customer(row.customer).name)),
                            portfolio.subscription_id(block, row),
                            listing_value(portfolio.text(portfolio.product(row.product).name)),
                            listing_value(move.date.from), listing_value(move.date.to)});
  }
  return listing;
}

void write_diff(const std::vector<Listing>& parts, std::string_view headline, const std::vector<OutputTarget>& targets,
                const Options& options) {
  for (const OutputTarget& target : targets) {
    write_target(target, [&](const Sink& sink) {
      if (target.format == "json") return sink(listings_json(parts));
      if (target.format == "csv") return sink(listing_csv(parts.back()));
      sink(listing_tables(parts, options.language, width_of(target, options)));
      sink(headline);
    });
  }
}

ExitCode run_diff(const Options& options) {
  if (options.words.size() < 2) throw UsageError(CliText::argument_missing, {options.words.empty() ? "OLD" : "NEW"});
  const std::vector<OutputTarget> targets = output_targets(options, listing_formats);
  std::optional<Edition> own_before;
  std::optional<Edition> own_after;
  const Edition& before = find_edition(options.words[0], planning_day(options), own_before);
  const Edition& after = find_edition(options.words[1], planning_day(options), own_after);
  std::vector<Listing> parts = {change_listing(before, after, options.language)};
  if (options.files.empty()) {
    write_diff(parts, "", targets, options);
    print_next(options,
               fmt::format("nceplan rules diff {} {} {}", options.words[0], options.words[1], file_words(options)));
    return ExitCode::success;
  }
  require_portfolio(options);
  Diagnostics diagnostics;
  const PlanningBasis basis(options, diagnostics);
  Inputs inputs = read_inputs(options, basis, diagnostics);
  const Portfolio& portfolio = inputs.portfolio;
  const Plan plan = make_plan(portfolio, basis.context_under(before), std::move(inputs.evidence));
  diagnostics.append(plan.diagnostics());
  print_sources(portfolio, options);
  print_diagnostics(diagnostics, options);
  parts.push_back(move_listing(plan, after));
  const std::string moves = filled(CliText::moves, options.language, parts.back().rows.size(), plan.counts().planned);
  write_diff(parts, '\n' + moves + '\n', targets, options);
  print_next(options, fmt::format("nceplan plan {} --edition {}", file_words(options), options.words[1]));
  return has_rejected_rows(plan, diagnostics) ? ExitCode::rows_rejected : ExitCode::success;
}

}  // namespace

Command rules_list_command() {
  return {"rules list", CliText::summary_rules_list, "[OPTIONS]", list_examples, setup_list, run_list};
}

Command rules_show_command() {
  return {"rules show", CliText::summary_rules_show, "EDITION [OPTIONS]", show_examples, setup_show, run_show};
}

Command rules_diff_command() {
  return {"rules diff", CliText::summary_rules_diff, "OLD NEW [FILE...] [OPTIONS]", diff_examples, setup_diff,
          run_diff};
}

}  // namespace nceplan::cli
