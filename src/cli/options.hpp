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
  std::optional<Language> excel;     ///< --excel=LANG
  bool excel_language_open = false;  ///< --excel alone
  std::optional<unsigned> width;     ///< 0 never truncates
  ColorChoice color = ColorChoice::automatic;
  Language language = Language::en;
  bool language_given = false;  ///< --lang; machine formats do not follow the locale

  // What is said, and how the run ends.
  Verbosity verbosity = Verbosity::normal;
  std::vector<GateCondition> gate;
  bool strict = false;

  /// --excel; alone it means the Excel of the run's language.
  std::optional<Language> excel_dialect() const { return excel_language_open ? language : excel; }
  /// Machine formats are the same in every locale: German only when asked for.
  Language machine_language() const { return language_given ? language : Language::en; }
};

/// Registers the flags of one topic. All texts are in options.language, which is known before.
void add_files(CLI::App& app, Options& options);
/// A leading word, such as WHAT. Words come before files, in the order they are added.
void add_word(CLI::App& app, Options& options, std::string_view name, std::string_view description);
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

/// Where a setting comes from that the command line leaves out: the value for a long flag name without dashes.
using SettingSource = std::function<std::optional<std::string>(const std::string& flag)>;

/// Gives each option that the command line left out the value of the first source that has one.
void fill_from(CLI::App& app, std::span<const SettingSource> sources);

/// `NCEPLAN_*` variables.
SettingSource environment_settings();

/// The language of this run, needed before anything can be said: --lang, else NCEPLAN_LANG, else the locale.
Language language_of_run(std::span<const std::string> arguments);

}  // namespace nceplan::cli
