// Everything that flags, environment and defaults decide, and how commands declare the flags they have.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/settings.hpp"
#include "cli/terminal.hpp"
#include "nceplan/base/date.hpp"
#include "nceplan/i18n/language.hpp"
#include "nceplan/input/read_portfolio.hpp"
#include "nceplan/output/report.hpp"
#include "nceplan/plan/gate.hpp"
#include "nceplan/plan/plan.hpp"

namespace nceplan::cli {

enum class Verbosity : std::uint8_t { errors_only, normal, verbose };

struct Options {
  std::vector<std::string> words;  ///< leading arguments that are no files: WHAT, edition ids
  std::vector<std::string> files;

  // How exports are read.
  ReadOptions read;

  // What is planned under.
  OptionalDate as_of;   ///< none: today
  std::string edition;  ///< id, file, `latest` or `as-of`; empty: the default one
  std::string offer_matrix;
  std::string offers;  ///< catalog file; empty: the bundled one
  std::string own_provider;
  EndDateMeaning end_date = EndDateMeaning::inclusive;

  // What is shown.
  Selection selection;
  std::vector<Column> columns;
  GroupBy group_by = GroupBy::none;
  bool summary = false;

  // In which form, and where.
  std::string format;                ///< -f; empty when not given
  std::vector<std::string> outputs;  ///< -o
  std::optional<unsigned> width;     ///< 0 never truncates
  ColorChoice color = ColorChoice::automatic;
  Language language = Language::en;
  bool anonymize = false;       ///< pseudonyms instead of what tells who a customer is
  bool language_given = false;  ///< --lang; machine formats do not follow the locale

  // What is said, and how the run ends.
  Verbosity verbosity = Verbosity::normal;
  std::vector<GateCondition> gate;
  bool strict = false;

  // What variables and files have set: in this run, and for any command; and the files that were read.
  std::vector<AppliedSetting> settings;
  std::vector<AppliedSetting> known_settings;
  std::vector<std::string> config_files;

  /// Machine formats are the same in every locale: German only when asked for.
  Language machine_language() const { return language_given ? language : Language::en; }
};

/// Registers the flags of one topic. All texts are in options.language, which is known before.
void add_files(CLI::App& app, Options& options);
/// A leading word, such as WHAT. Words come before files, in the order they are added.
/// `check` throws UsageError for a word that cannot be; completion learns from it.
void add_word(CLI::App& app, Options& options, std::string_view name, std::string_view description,
              const std::function<void(const std::string&)>& check = {});
/// A leading word that names a schedule edition.
void add_edition_word(CLI::App& app, Options& options, std::string_view name);
void add_input_options(CLI::App& app, Options& options);
void add_rule_options(CLI::App& app, Options& options);
/// Catalog and offer matrix alone.
void add_offer_options(CLI::App& app, Options& options);
/// The part of add_rule_options that `rules diff`, which names its editions, has too.
void add_rule_options_but_edition(CLI::App& app, Options& options);
void add_selection_options(CLI::App& app, Options& options);
/// `formats` are the codes that -f takes, the default first.
void add_output_options(CLI::App& app, Options& options, std::span<const std::string_view> formats);
/// --lang alone.
void add_language_option(CLI::App& app, Options& options);
void add_table_options(CLI::App& app, Options& options);
void add_gate_options(CLI::App& app, Options& options);
void add_message_options(CLI::App& app, Options& options);
/// --config and --no-config, which are looked for before anything is parsed (cli/settings.hpp).
void add_config_options(CLI::App& app, Options& options);

}  // namespace nceplan::cli
