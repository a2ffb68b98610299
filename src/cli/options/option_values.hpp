// The values that flags take, from text. All throw UsageError, which names `flag`.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/ci_system.hpp"
#include "cli/terminal.hpp"
#include "cli/usage_error.hpp"
#include "nceplan/base/date.hpp"
#include "nceplan/i18n/language.hpp"
#include "nceplan/model/portfolio.hpp"
#include "nceplan/output/report.hpp"
#include "nceplan/plan/gate.hpp"
#include "nceplan/plan/plan.hpp"

namespace nceplan::cli {

/// `true`, `yes`, `on`, `1`, or one of their opposites, in any case; nothing for another text.
std::optional<bool> switch_of(std::string_view text);
/// The same; another text is a UsageError.
bool parse_switch(std::string_view flag, std::string_view text);

/// `YYYY-MM-DD` or `today`.
Date parse_day(std::string_view flag, std::string_view text);
/// The error for a text that is no day; suggests the one that a German date means.
UsageError invalid_day(std::string_view flag, std::string_view text, std::string expected);

/// A whole number between the bounds, both inclusive.
unsigned parse_number(std::string_view flag, std::string_view text, unsigned least, unsigned most);

/// `comma`, `semicolon`, `tab`, `pipe`, or the character itself.
char parse_delimiter(std::string_view flag, std::string_view text);
Encoding parse_encoding(std::string_view flag, std::string_view text);
DateOrder parse_date_order(std::string_view flag, std::string_view text);
EndDateMeaning parse_end_date(std::string_view flag, std::string_view text);
/// One of the formats of the command.
std::string_view parse_format(std::string_view flag, std::string_view text, std::span<const std::string_view> formats);
GroupBy parse_group_by(std::string_view flag, std::string_view text);
ColorChoice parse_color(std::string_view flag, std::string_view text);
CiChoice parse_ci(std::string_view flag, std::string_view text);
Language parse_language(std::string_view flag, std::string_view text);

/// The pieces of `KEY=VALUE`, trimmed; `form` is shown when there is no `=`.
std::pair<std::string, std::string> parse_pair(std::string_view flag, std::string_view text, std::string_view form);

Column parse_column(std::string_view flag, std::string_view text);
std::vector<Column> parse_columns(std::string_view flag, std::string_view text);
/// `FIELD=GLOB`.
RowFilter parse_filter(std::string_view flag, std::string_view text);
/// A comma-separated list of `FIELD`, `-FIELD`, `FIELD:asc`, `FIELD:desc`.
std::vector<SortKey> parse_sort(std::string_view flag, std::string_view text);
/// A comma-separated list of gate conditions.
std::vector<GateCondition> parse_gate_list(std::string_view flag, std::string_view text);

}  // namespace nceplan::cli
