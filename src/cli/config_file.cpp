#include "config_file.hpp"

#include <toml++/toml.h>
#include <algorithm>
#include <optional>
#include <sstream>
#include <utility>

namespace nceplan::cli {
namespace {

Location place_of(const toml::source_region& region, const std::string& path, std::string_view key) {
  return {.file = path, .line = region.begin.line, .column = region.begin.column, .field = std::string(key)};
}

/// The value as an argument of a flag; nothing for what no flag takes: fractions, times, arrays, tables.
std::optional<std::string> argument_of(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* number = node.as_integer()) return std::to_string(number->get());
  if (const auto* choice = node.as_boolean()) return choice->get() ? "true" : "false";
  if (const auto* day = node.as_date()) {
    std::ostringstream written;
    written << day->get();
    return written.str();
  }
  return std::nullopt;
}

/// Nothing when one of the values cannot be an argument.
std::optional<std::vector<std::string>> arguments_of(const toml::node& node) {
  std::vector<std::string> arguments;
  const auto take = [&arguments](const toml::node& one) {
    auto argument = argument_of(one);
    if (argument) arguments.push_back(*std::move(argument));
    return argument.has_value();
  };
  const toml::array* list = node.as_array();
  const bool all = list == nullptr ? take(node) : std::all_of(list->begin(), list->end(), take);
  if (!all) return std::nullopt;
  return arguments;
}

void read_table(const toml::table& table, const std::string& command, ConfigFile& file, Diagnostics& problems) {
  for (const auto& [key, node] : table) {
    const std::string name(key.str());
    if (const toml::table* inner = node.as_table(); inner != nullptr && !inner->is_inline()) {
      read_table(*inner, command.empty() ? name : command + ' ' + name, file, problems);
      continue;
    }
    Location where = place_of(key.source(), file.path, name);
    if (auto values = arguments_of(node)) {
      file.entries.push_back({command, name, *std::move(values), std::move(where)});
    } else {
      problems.add(
          {.code = DiagnosticCode::config_value_invalid, .where = std::move(where), .seen = {}, .details = {}});
    }
  }
}

/// A line that holds more keys within keys than any settings, 0 for none: the library goes one call deeper for each.
std::size_t deeply_nested_line(std::string_view text) {
  constexpr std::ptrdiff_t most_dots = 1000;
  std::size_t number = 1;
  for (std::size_t at = 0; at < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    if (std::count(line.begin(), line.end(), '.') > most_dots) return number;
    at = end + 1;
  }
  return 0;
}

}  // namespace

ConfigFile read_config(std::string_view text, const std::string& path, Diagnostics& problems) {
  ConfigFile file{path, {}};
  if (const std::size_t line = deeply_nested_line(text); line != 0) {
    problems.add({.code = DiagnosticCode::config_invalid,
                  .where = {.file = path, .line = line},
                  .seen = {},
                  .details = {"keys are nested too deeply"}});
    return file;
  }
  try {
    read_table(toml::parse(text, path), "", file, problems);
  } catch (const toml::parse_error& error) {
    problems.add({.code = DiagnosticCode::config_invalid,
                  .where = place_of(error.source(), path, {}),
                  .seen = {},
                  .details = {std::string(error.description())}});
    return {path, {}};
  }
  std::sort(file.entries.begin(), file.entries.end(), [](const ConfigEntry& a, const ConfigEntry& b) {
    return std::pair(a.where.line, a.where.column) < std::pair(b.where.line, b.where.column);
  });
  return file;
}

}  // namespace nceplan::cli
