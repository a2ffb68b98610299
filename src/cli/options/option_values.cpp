#include "option_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <utility>

#include "cli/clock.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/input/date_cell.hpp"

namespace nceplan::cli {
namespace {

template <typename Value>
struct Choice {
  std::string_view name;
  Value value;
};

/// The value of the choice that `text` names, ignoring case.
template <typename Value, std::size_t Size>
Value choose(std::string_view flag, std::string_view text, const std::array<Choice<Value>, Size>& choices) {
  std::array<std::string_view, Size> names;
  for (std::size_t i = 0; i < Size; ++i) {
    names[i] = choices[i].name;
    if (equals_ignoring_case(names[i], text)) return choices[i].value;
  }
  throw unknown_choice(CliText::value_unknown, flag, text, names);
}

constexpr std::array<Choice<char>, 4> delimiters = {{{"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}, {"pipe", '|'}}};
constexpr std::array<Choice<Encoding>, 4> encodings = {{{"utf-8", Encoding::utf8},
                                                        {"utf-16le", Encoding::utf16le},
                                                        {"utf-16be", Encoding::utf16be},
                                                        {"windows-1252", Encoding::windows_1252}}};
constexpr std::array<Choice<DateOrder>, 3> date_orders = {
    {{"dmy", DateOrder::dmy}, {"mdy", DateOrder::mdy}, {"ymd", DateOrder::ymd}}};
constexpr std::array<Choice<EndDateMeaning>, 2> end_dates = {
    {{"inclusive", EndDateMeaning::inclusive}, {"exclusive", EndDateMeaning::exclusive}}};
constexpr std::array<Choice<GroupBy>, 3> groupings = {
    {{"customer", GroupBy::customer}, {"month", GroupBy::month}, {"reseller", GroupBy::reseller}}};
constexpr std::array<Choice<ColorChoice>, 3> colors = {
    {{"auto", ColorChoice::automatic}, {"always", ColorChoice::always}, {"never", ColorChoice::never}}};
constexpr std::array<Choice<Language>, 2> languages = {{{"en", Language::en}, {"de", Language::de}}};
constexpr std::array<Choice<CiChoice>, 5> ci_systems = {{{"auto", CiChoice::automatic},
                                                         {"github", CiChoice::github},
                                                         {"gitlab", CiChoice::gitlab},
                                                         {"azure", CiChoice::azure},
                                                         {"none", CiChoice::none}}};

}  // namespace

std::optional<bool> switch_of(std::string_view text) {
  static constexpr std::array<std::string_view, 4> on = {"true", "yes", "on", "1"};
  static constexpr std::array<std::string_view, 4> off = {"false", "no", "off", "0"};
  const auto is_text = [text](std::string_view known) { return equals_ignoring_case(known, text); };
  if (std::any_of(on.begin(), on.end(), is_text)) return true;
  if (std::any_of(off.begin(), off.end(), is_text)) return false;
  return std::nullopt;
}

bool parse_switch(std::string_view flag, std::string_view text) {
  static constexpr std::array<std::string_view, 2> shown = {"true", "false"};
  if (const auto state = switch_of(text)) return *state;
  throw unknown_choice(CliText::value_unknown, flag, text, shown);
}

Date parse_day(std::string_view flag, std::string_view text) {
  if (equals_ignoring_case(text, "today")) return today_utc();
  if (const auto day = parse_iso_date(text)) return *day;
  throw invalid_day(flag, text, "YYYY-MM-DD, today");
}

UsageError invalid_day(std::string_view flag, std::string_view text, std::string expected) {
  const DateCell cell = parse_date_cell(text);
  const OptionalDate meant = cell.shape == DateShape::dotted ? date_of(cell, CellOrder::day_first) : OptionalDate();
  return UsageError(CliText::date_invalid, {std::string(flag), std::string(text)})
      .expecting(std::move(expected))
      .suggesting(meant ? fmt::format("{} {}", flag, to_iso(*meant)) : std::string());
}

unsigned parse_number(std::string_view flag, std::string_view text, unsigned least, unsigned most) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc{} && end == text.data() + text.size() && number >= least && number <= most) return number;
  throw UsageError(CliText::number_invalid, {std::string(flag), std::string(text)})
      .expecting(std::to_string(least) + ".." + std::to_string(most));
}

char parse_delimiter(std::string_view flag, std::string_view text) {
  for (const auto& choice : delimiters) {
    if (text == std::string_view(&choice.value, 1)) return choice.value;
  }
  return choose(flag, text, delimiters);
}

Encoding parse_encoding(std::string_view flag, std::string_view text) { return choose(flag, text, encodings); }
DateOrder parse_date_order(std::string_view flag, std::string_view text) { return choose(flag, text, date_orders); }
EndDateMeaning parse_end_date(std::string_view flag, std::string_view text) { return choose(flag, text, end_dates); }

std::string_view parse_format(std::string_view flag, std::string_view text, std::span<const std::string_view> formats) {
  for (const std::string_view format : formats) {
    if (equals_ignoring_case(format, text)) return format;
  }
  throw unknown_choice(CliText::format_unknown, flag, text, formats);
}

GroupBy parse_group_by(std::string_view flag, std::string_view text) { return choose(flag, text, groupings); }
ColorChoice parse_color(std::string_view flag, std::string_view text) { return choose(flag, text, colors); }
CiChoice parse_ci(std::string_view flag, std::string_view text) { return choose(flag, text, ci_systems); }
Language parse_language(std::string_view flag, std::string_view text) { return choose(flag, text, languages); }

std::pair<std::string, std::string> parse_pair(std::string_view flag, std::string_view text, std::string_view form) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos || trim(text.substr(0, equals)).empty()) {
    throw UsageError(CliText::pair_invalid, {std::string(flag), std::string(text)}).expecting(std::string(form));
  }
  return {std::string(trim(text.substr(0, equals))), std::string(trim(text.substr(equals + 1)))};
}

Column parse_column(std::string_view flag, std::string_view text) {
  if (const auto column = column_from_code(to_lower_ascii(text))) return *column;
  std::vector<std::string_view> names;
  for (const Column column : all_columns()) names.push_back(to_code(column));
  throw UsageError(CliText::column_unknown, {std::string(flag), std::string(text)})
      .expecting("nceplan columns")
      .suggesting(std::string(nearest(text, names)))
      .choosing_from(names);
}

std::vector<Column> parse_columns(std::string_view flag, std::string_view text) {
  std::vector<Column> columns;
  for (const std::string_view name : split(text, ',')) columns.push_back(parse_column(flag, name));
  return columns;
}

RowFilter parse_filter(std::string_view flag, std::string_view text) {
  auto [name, glob] = parse_pair(flag, text, "FIELD=GLOB");
  return {parse_column(flag, name), std::move(glob)};
}

std::vector<SortKey> parse_sort(std::string_view flag, std::string_view text) {
  std::vector<SortKey> keys;
  for (std::string_view name : split(text, ',')) {
    bool descending = false;
    if (name.substr(0, 1) == "-") {
      descending = true;
      name.remove_prefix(1);
    } else if (const std::size_t colon = name.find(':'); colon != std::string_view::npos) {
      constexpr std::array<Choice<bool>, 2> directions = {{{"asc", false}, {"desc", true}}};
      descending = choose(flag, name.substr(colon + 1), directions);
      name = name.substr(0, colon);
    }
    keys.push_back({parse_column(flag, name), descending});
  }
  return keys;
}

std::vector<GateCondition> parse_gate_list(std::string_view flag, std::string_view text) {
  auto gate = parse_gate(text);
  if (gate) return *std::move(gate);
  constexpr std::array<std::string_view, 5> known = {"window-open", "window-closed", "due:30d", "unlisted",
                                                     "not-covered"};
  throw unknown_choice(CliText::value_unknown, flag, gate.error(), known);
}

}  // namespace nceplan::cli
