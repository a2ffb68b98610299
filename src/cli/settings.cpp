#include "settings.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <utility>

#include "cli/options/option_form.hpp"
#include "cli/options/option_values.hpp"
#include "environment.hpp"
#include "nceplan/base/text.hpp"
#include "usage_error.hpp"

namespace nceplan::cli {
namespace {

constexpr std::string_view variable_prefix = "NCEPLAN_";

/// Flags of which one takes back what the other says; the one that is nearer to the command line counts.
constexpr std::array<std::pair<std::string_view, std::string_view>, 1> rivals = {{{"quiet", "verbose"}}};

std::string_view rival_of(std::string_view flag) {
  for (const auto& [one, other] : rivals) {
    if (flag == one) return other;
    if (flag == other) return one;
  }
  return {};
}

std::string place_in_file(const Location& where) {
  return fmt::format("{}:{}:{}", where.file, where.line, where.column);
}

std::optional<Setting> in_environment(const std::string&, const std::string& flag) {
  const std::string name = variable_for(flag);
  const auto value = environment_variable(name);
  if (!value) return std::nullopt;
  std::vector<std::string> values;
  for (const std::string_view line : split(*value, '\n')) {
    if (!trim(line).empty()) values.emplace_back(line);
  }
  if (values.empty()) values.emplace_back();  // blank: the flag says what it needs
  return Setting{std::move(values), name, {}};
}

std::optional<Setting> in_file(const ConfigFile& file, const std::string& command, const std::string& flag) {
  const ConfigEntry* found = nullptr;
  for (const ConfigEntry& entry : file.entries) {
    if (entry.flag != flag || (entry.command != command && !entry.command.empty())) continue;
    if (found == nullptr || !entry.command.empty()) found = &entry;
  }
  if (found == nullptr) return std::nullopt;
  return Setting{found->values, place_in_file(found->where), std::filesystem::path(file.path).parent_path().string()};
}

/// Relative to the file that names it, as everywhere where a file names another.
std::string from_folder(const std::string& folder, const std::string& value) {
  const std::filesystem::path path(value);
  if (folder.empty() || value.empty() || value == "-" || path.is_absolute()) return value;
  return (std::filesystem::path(folder) / path).lexically_normal().string();
}

std::string joined(const std::vector<std::string>& values) { return fmt::format("{}", fmt::join(values, ",")); }

/// What CLI11 would have been given on the command line.
std::vector<std::string> results_for(const CLI::Option& option, const std::string& flag, const Setting& setting) {
  const OptionForm form = form_of(option);
  if (form.kind == ValueKind::none) return {parse_switch("--" + flag, joined(setting.values)) ? "true" : "false"};
  std::vector<std::string> results;
  for (const std::string& value : setting.values) {
    const bool is_path = form.kind == ValueKind::file || form.kind == ValueKind::folder ||
                         (form.kind == ValueKind::edition && std::filesystem::path(value).extension() == ".json");
    results.push_back(is_path ? from_folder(setting.folder, value) : value);
  }
  if (form.repeatable) return results;
  return {joined(results)};
}

void give(CLI::Option& option, const std::string& flag, const Setting& setting) {
  try {
    const std::vector<std::string> results = results_for(option, flag, setting);
    for (const std::string& result : results) option.add_result(result);
    if (!results.empty()) option.run_callback();  // an empty list says nothing
  } catch (UsageError& error) {
    error.set_place(setting.place);
    throw;
  }
}

std::string key_of(const ConfigEntry& entry) {
  std::string command = entry.command;
  std::replace(command.begin(), command.end(), ' ', '.');
  return command.empty() ? entry.flag : command + '.' + entry.flag;
}

std::set<std::string> all_flags(const SettableFlags& flags) {
  std::set<std::string> all;
  for (const auto& [command, own] : flags) all.insert(own.begin(), own.end());
  return all;
}

std::string near_one(const std::string& word, const std::set<std::string>& known) {
  const std::vector<std::string_view> candidates(known.begin(), known.end());
  return std::string(nearest(word, candidates));
}

void report_unknown(Diagnostics& problems, const Location& where, const std::string& seen, const std::string& near) {
  problems.add({.code = DiagnosticCode::config_key_unknown, .where = where, .seen = seen, .details = {near}});
}

void check_entry(const ConfigEntry& entry, const SettableFlags& flags, Diagnostics& problems) {
  if (entry.command.empty()) {
    const std::set<std::string> known = all_flags(flags);
    if (known.count(entry.flag) == 0) report_unknown(problems, entry.where, entry.flag, near_one(entry.flag, known));
    return;
  }
  const auto command = flags.find(entry.command);
  if (command == flags.end()) {
    std::set<std::string> known;
    for (const auto& [name, own] : flags) known.insert(name);
    std::string near = near_one(entry.command, known);
    std::replace(near.begin(), near.end(), ' ', '.');
    report_unknown(problems, entry.where, key_of(entry), near.empty() ? near : near + '.' + entry.flag);
    return;
  }
  const std::set<std::string> known(command->second.begin(), command->second.end());
  if (known.count(entry.flag) == 0) report_unknown(problems, entry.where, entry.flag, near_one(entry.flag, known));
}

}  // namespace

bool is_settable(std::string_view flag) {
  constexpr std::array<std::string_view, 5> never = {"help", "version", "output", "config", "no-config"};
  return std::find(never.begin(), never.end(), flag) == never.end();
}

bool has_settings(const Configuration& configuration) {
  return !configuration.files.empty() || !variables_with_prefix(variable_prefix).empty();
}

void check_settings(Configuration& configuration, const SettableFlags& flags) {
  for (const ConfigFile& file : configuration.files) {
    for (const ConfigEntry& entry : file.entries) check_entry(entry, flags, configuration.problems);
  }
  std::set<std::string> known = {variable_for("config"), variable_for("no-config")};
  for (const std::string& flag : all_flags(flags)) known.insert(variable_for(flag));
  for (const std::string& name : variables_with_prefix(variable_prefix)) {
    if (known.count(name) != 0) continue;
    if (const std::string near = near_one(name, known); !near.empty()) {
      configuration.problems.add({.code = DiagnosticCode::variable_unknown,
                                  .severity = Severity::warning,
                                  .where = {},
                                  .seen = name,
                                  .details = {near}});
    }
  }
}

std::vector<SettingSource> setting_sources(const Configuration& configuration) {
  std::vector<SettingSource> sources = {in_environment};
  for (const ConfigFile& file : configuration.files) {
    sources.emplace_back(
        [&file](const std::string& command, const std::string& flag) { return in_file(file, command, flag); });
  }
  return sources;
}

std::vector<AppliedSetting> apply_settings(CLI::App& app, const std::string& command,
                                           std::span<const SettingSource> sources) {
  std::vector<AppliedSetting> applied;
  std::set<std::string> decided;
  for (const CLI::Option* option : app.get_options()) {
    if (!option->get_lnames().empty() && option->count() > 0) decided.insert(option->get_lnames().front());
  }
  for (const SettingSource& source : sources) {
    std::set<std::string> before = decided;
    for (CLI::Option* option : app.get_options()) {
      if (option->get_lnames().empty()) continue;
      const std::string& flag = option->get_lnames().front();
      if (!is_settable(flag) || before.count(flag) != 0) continue;
      if (before.count(std::string(rival_of(flag))) != 0) continue;
      const auto setting = source(command, flag);
      if (!setting) continue;
      give(*option, flag, *setting);
      decided.insert(flag);
      applied.push_back({flag, joined(setting->values), setting->place, {}});
    }
  }
  return applied;
}

std::vector<AppliedSetting> all_settings(const Configuration& configuration, const SettableFlags& flags) {
  std::vector<AppliedSetting> all;
  const auto add = [&all](const std::string& key, const std::string& flag, std::string value, std::string place) {
    AppliedSetting setting{key, std::move(value), std::move(place), {}};
    const auto wins = std::find_if(all.begin(), all.end(),
                                   [&](const AppliedSetting& one) { return one.key == key || one.key == flag; });
    if (wins != all.end()) setting.overridden_by = wins->place;
    all.push_back(std::move(setting));
  };
  for (const std::string& flag : all_flags(flags)) {
    if (const auto setting = in_environment("", flag)) add(flag, flag, joined(setting->values), setting->place);
  }
  for (const ConfigFile& file : configuration.files) {
    for (const ConfigEntry& entry : file.entries) {
      add(key_of(entry), entry.flag, joined(entry.values), place_in_file(entry.where));
    }
  }
  return all;
}

std::optional<std::string> argument_before_parsing(std::span<const std::string> arguments, std::string_view flag) {
  const std::string name = "--" + std::string(flag);
  std::optional<std::string> value;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--") break;
    if (arguments[i] == name && i + 1 < arguments.size()) value = arguments[i + 1];
    if (arguments[i].rfind(name + '=', 0) == 0) value = arguments[i].substr(name.size() + 1);
  }
  return value;
}

Language language_of_run(std::span<const std::string> arguments, const Configuration& configuration) {
  std::string named = argument_before_parsing(arguments, "lang").value_or("");
  if (named.empty()) named = environment_variable(variable_for("lang")).value_or("");
  for (const ConfigFile& file : configuration.files) {
    const auto setting = in_file(file, "", "lang");
    if (named.empty() && setting && !setting->values.empty()) named = setting->values.front();
  }
  if (const auto language = language_from_code(to_lower_ascii(named))) return *language;
  return locale_language();
}

}  // namespace nceplan::cli
