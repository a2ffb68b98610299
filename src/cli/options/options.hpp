// Everything that flags, environment and defaults decide, and how commands declare the flags they have.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/batch_choices.hpp"
#include "cli/ci_system.hpp"
#include "cli/cli11.hpp"
#include "cli/settings.hpp"
#include "cli/terminal.hpp"
#include "nceplan/base/date.hpp"
#include "nceplan/i18n/language.hpp"
#include "nceplan/input/read_portfolio.hpp"
#include "nceplan/output/diff_report.hpp"
#include "nceplan/output/report.hpp"
#include "nceplan/plan/gate.hpp"
#include "nceplan/plan/plan.hpp"

namespace nceplan::cli {

enum class Verbosity : std::uint8_t { errors_only, normal, verbose };

struct Options {
  std::vector<std::string> words;  ///< leading arguments that are no files: WHAT, edition ids
  std::vector<std::string> files;

  std::vector<std::string> evidence;  ///< --evidence
  std::vector<std::string> takeover;  ///< --takeover

  // How exports are read.
  ReadOptions read;

  // What is planned under.
  OptionalDate as_of;   ///< none: today
  std::string edition;  ///< id, file, `latest` or `as-of`; empty: the default one
  std::string offer_matrix;
  std::string offers;  ///< catalog file; empty: the bundled one
  std::string own_provider;
  std::string waivers;  ///< file; empty: none
  EndDateMeaning end_date = EndDateMeaning::inclusive;

  // What is shown.
  Selection selection;
  std::vector<Column> columns;
  GroupBy group_by = GroupBy::none;
  bool summary = false;

  // The same of `diff`, which has columns of its own.
  std::vector<DiffFilter> diff_where;
  std::vector<DiffColumn> diff_columns;
  bool exit_code = false;  ///< --exit-code: changes end the run with 2

  // What `batch` and `schedule` do beyond planning.
  BatchChoices batch;
  ScheduleChoices schedule;

  // In which form, and where.
  std::string format;                ///< -f; empty when not given
  std::vector<std::string> outputs;  ///< -o
  std::optional<Language> excel;     ///< --excel=LANG
  bool excel_language_open = false;  ///< --excel alone
  std::optional<unsigned> width;     ///< 0 never truncates
  ColorChoice color = ColorChoice::automatic;
  Language language = Language::en;
  bool anonymize = false;       ///< pseudonyms instead of what tells who a customer is
  bool language_given = false;  ///< --lang; machine formats do not follow the locale

  // What is said, and how the run ends.
  Verbosity verbosity = Verbosity::normal;
  std::vector<GateCondition> gate;
  bool strict = false;
  std::optional<CiChoice> ci;  ///< --ci; none: automatic when there is a gate

  /// --excel; alone it means the Excel of the run's language.
  std::optional<Language> excel_dialect() const { return excel_language_open ? language : excel; }
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
/// --evidence and --takeover: what stands beside the exports.
void add_portfolio_options(CLI::App& app, Options& options);
/// The arguments OLD and NEW, as the two files, and the flags of `diff` alone.
void add_old_and_new(CLI::App& app, Options& options);
void add_diff_options(CLI::App& app, Options& options);
/// --evidence alone.
void add_evidence_option(CLI::App& app, Options& options);
void add_rule_options(CLI::App& app, Options& options);
/// Catalog and offer matrix alone.
void add_offer_options(CLI::App& app, Options& options);
/// The part of add_rule_options that `rules diff`, which names its editions, has too.
void add_rule_options_but_edition(CLI::App& app, Options& options);
/// --ci.
void add_ci_options(CLI::App& app, Options& options);
/// --waivers.
void add_waiver_options(CLI::App& app, Options& options);
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
