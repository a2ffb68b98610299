#include "options.hpp"

#include <algorithm>
#include <string_view>
#include <thread>
#include <utility>

#include "nceplan/base/text.hpp"
#include "nceplan/i18n/cli_texts.hpp"
#include "option_topic.hpp"
#include "option_values.hpp"

namespace nceplan::cli {
namespace {

constexpr unsigned most_jobs = 256;
constexpr unsigned most_columns = 10'000;
constexpr unsigned most_days = 100'000;

}  // namespace

void add_files(CLI::App& app, Options& options) {
  add_arguments(app, "FILE", text(CliText::help_files, options.language), options.files);
}

void add_word(CLI::App& app, Options& options, std::string_view name, std::string_view description,
              const std::function<void(const std::string&)>& check) {
  add_argument(app, name, description, [&options, check](const std::string& word) {
    if (check) check(word);
    options.words.push_back(word);
  });
}

void add_edition_word(CLI::App& app, Options& options, std::string_view name) {
  const auto take = [&options](const std::string& word) { options.words.push_back(word); };
  add_argument(app, name, text(CliText::help_edition, options.language), take, "EDITION");
}

void add_input_options(CLI::App& app, Options& options) {
  Topic topic(app, options, CliText::group_input);
  ReadOptions& read = options.read;
  static const unsigned processors = std::max(1U, std::thread::hardware_concurrency());  // asks the file system
  read.jobs = processors;
  topic.value("--customer", "NAME", CliText::help_customer, [&](auto&, auto value) { read.customer = value; });
  topic.value("--delimiter", "CHAR", CliText::help_delimiter,
              [&](auto& flag, auto value) { read.delimiter = parse_delimiter(flag, value); });
  topic.value("--encoding", "NAME", CliText::help_encoding,
              [&](auto& flag, auto value) { read.encoding = parse_encoding(flag, value); });
  topic.value("--sheet", "NAME", CliText::help_sheet, [&](auto&, auto value) { read.sheet = value; });
  topic.value("--date-order", "ORDER", CliText::help_date_order,
              [&](auto& flag, auto value) { read.date_order = parse_date_order(flag, value); });
  topic.values("--map", "FIELD=HEADER", CliText::help_map,
               [&](auto& flag, auto value) { read.field_map.push_back(parse_pair(flag, value, "FIELD=HEADER")); });
  topic.value("--jobs", "N", CliText::help_jobs,
              [&](auto& flag, auto value) { read.jobs = parse_number(flag, value, 1, most_jobs); });
}

void add_rule_options(CLI::App& app, Options& options) {
  add_rule_options_but_edition(app, options);
  Topic topic(app, options, CliText::group_rules);
  topic.value("--edition", "EDITION", CliText::help_edition, [&](auto&, auto value) { options.edition = value; });
}

void add_offer_options(CLI::App& app, Options& options) {
  Topic topic(app, options, CliText::group_rules);
  topic.value("--offer-matrix", "FILE", CliText::help_offer_matrix,
              [&](auto&, auto value) { options.offer_matrix = value; });
  topic.value("--offers", "FILE", CliText::help_offers, [&](auto&, auto value) { options.offers = value; });
}

void add_rule_options_but_edition(CLI::App& app, Options& options) {
  add_offer_options(app, options);
  Topic topic(app, options, CliText::group_rules);
  topic.value("--as-of", "DATE", CliText::help_as_of,
              [&](auto& flag, auto value) { options.as_of = parse_day(flag, value); });
  topic.value("--end-date", "MEANING", CliText::help_end_date,
              [&](auto& flag, auto value) { options.end_date = parse_end_date(flag, value); });
  topic.value("--own-provider", "NAME", CliText::help_own_provider,
              [&](auto&, auto value) { options.own_provider = value; });
}

void add_selection_options(CLI::App& app, Options& options) {
  Topic topic(app, options, CliText::group_selection);
  Selection& selection = options.selection;
  topic.values("--where", "FIELD=GLOB", CliText::help_where,
               [&](auto& flag, auto value) { selection.where.push_back(parse_filter(flag, value)); });
  topic.value("--due", "DAYS", CliText::help_due, [&](auto& flag, auto value) {
    selection.due_days = static_cast<int>(parse_number(flag, value, 0, most_days));
  });
  topic.value("--sort", "FIELD", CliText::help_sort,
              [&](auto& flag, auto value) { selection.sort = parse_sort(flag, value); });
}

void add_output_options(CLI::App& app, Options& options, std::span<const std::string_view> formats) {
  Topic topic(app, options, CliText::group_output);
  topic.format(CliText::help_format, formats,
               [&options, formats](auto& flag, auto value) { options.format = parse_format(flag, value, formats); });
  topic.values("-o,--output", "FILE", CliText::help_output,
               [&](auto&, auto value) { options.outputs.emplace_back(value); });
  add_language_option(app, options);
  topic.value("--width", "N", CliText::help_width,
              [&](auto& flag, auto value) { options.width = parse_number(flag, value, 0, most_columns); });
  topic.value("--color", "WHEN", CliText::help_color,
              [&](auto& flag, auto value) { options.color = parse_color(flag, value); });
}

void add_language_option(CLI::App& app, Options& options) {
  Topic topic(app, options, CliText::group_output);
  topic.value("--lang", "LANG", CliText::help_lang, [&](auto& flag, auto value) {
    options.language = parse_language(flag, value);
    options.language_given = true;
  });
}

void add_table_options(CLI::App& app, Options& options) {
  Topic topic(app, options, CliText::group_output);
  topic.value("--columns", "LIST", CliText::help_columns,
              [&](auto& flag, auto value) { options.columns = parse_columns(flag, value); });
  topic.value("--group-by", "FIELD", CliText::help_group_by,
              [&](auto& flag, auto value) { options.group_by = parse_group_by(flag, value); });
  topic.flag("--summary", CliText::help_summary, [&] { options.summary = true; });
}

void add_gate_options(CLI::App& app, Options& options) {
  Topic topic(app, options, CliText::group_gate);
  topic.value("--fail-on", "LIST", CliText::help_fail_on,
              [&](auto& flag, auto value) { options.gate = parse_gate_list(flag, value); });
  topic.flag("--strict", CliText::help_strict, [&] { options.strict = true; });
}

void add_message_options(CLI::App& app, Options& options) {
  Topic topic(app, options, CliText::group_messages);
  topic.flag("-q,--quiet", CliText::help_quiet, [&] { options.verbosity = Verbosity::errors_only; });
  topic.flag("-v,--verbose", CliText::help_verbose, [&] { options.verbosity = Verbosity::verbose; });
}

void add_config_options(CLI::App& app, Options& options) {
  Topic topic(app, options, CliText::group_messages);
  topic.value("--config", "FILE", CliText::help_config, [](auto&, auto) {});
  topic.flag("--no-config", CliText::help_no_config, [] {});
}

}  // namespace nceplan::cli
