#include "check_report.hpp"
#include "filled.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "nceplan/base/text.hpp"
#include "nceplan/i18n/cli_texts.hpp"
#include "nceplan/i18n/texts.hpp"
#include "nceplan/output/diagnostic_text.hpp"
#include "output/human/report_frame.hpp"
#include "output/machine/json_document.hpp"

namespace nceplan::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t label_width = 11;
constexpr std::size_t header_width = 32;
constexpr std::size_t field_width = 22;

std::string padded(std::string_view text, std::size_t width) {
  const std::size_t used = display_width(text);
  return std::string(text) + std::string(used < width ? width - used : 1, ' ');
}

std::string line(CliText label, std::string_view value, Language language) {
  return fmt::format("  {}{}\n", padded(text(label, language), label_width), value);
}

std::string_view delimiter_word(char delimiter, Language language) {
  switch (delimiter) {
    case ',':
      return text(CliText::comma, language);
    case ';':
      return text(CliText::semicolon, language);
    case '\t':
      return text(CliText::tab, language);
    default:
      return text(CliText::pipe, language);
  }
}

std::string_view order_word(DateOrder order, Language language) {
  switch (order) {
    case DateOrder::dmy:
      return text(CliText::day_first, language);
    case DateOrder::mdy:
      return text(CliText::month_first, language);
    case DateOrder::ymd:
    case DateOrder::iso:
      return text(CliText::year_first, language);
    case DateOrder::serial:
      return text(CliText::serial_dates, language);
    case DateOrder::unknown:
      return {};
  }
  return {};
}

std::string column_line(const SourceColumn& column, Language language) {
  std::string row = "    " + padded(escape_controls(column.header), header_width);
  const std::string_view order = order_word(column.date_order, language);
  row += order.empty() ? column.field : padded(column.field, field_width) + std::string(order);
  return row + '\n';
}

std::string unused_headers(const Source& source) {
  std::string headers;
  for (const SourceColumn& column : source.columns) {
    if (!column.field.empty()) continue;
    headers += (headers.empty() ? ": " : ", ") + escape_controls(column.header);
  }
  return headers;
}

std::string columns_text(const Source& source, Language language) {
  const auto used = std::count_if(source.columns.begin(), source.columns.end(),
                                  [](const SourceColumn& column) { return !column.field.empty(); });
  std::string lines =
      line(CliText::label_columns, filled(CliText::columns_used, language, used, source.columns.size()), language);
  for (const SourceColumn& column : source.columns) {
    if (!column.field.empty()) lines += column_line(column, language);
  }
  const auto unused = static_cast<std::ptrdiff_t>(source.columns.size()) - used;
  if (unused > 0) {
    lines += line(CliText::label_unused, fmt::format("{}{}", unused, unused_headers(source)), language);
  }
  return lines;
}

Json column_json(const SourceColumn& column) {
  const std::string_view order = to_code(column.date_order);
  return {{"header", column.header},
          {"field", column.field.empty() ? Json() : Json(column.field)},
          {"date_order", order.empty() ? Json() : Json(order)}};
}

Json source_json(const Source& source) {
  Json columns = Json::array();
  for (const SourceColumn& column : source.columns) columns.push_back(column_json(column));
  Json input = {{"path", source.path},
                {"format", to_code(source.format)},
                {"encoding", to_code(source.encoding)},
                {"delimiter", source.delimiter == '\0' ? Json() : Json(std::string(1, source.delimiter))},
                {"rows", source.rows},
                {"rejected", source.rejected},
                {"columns", columns}};
  if (!source.sheet.empty()) input["sheet"] = source.sheet;
  return input;
}

/// How one evidence file was read.
std::string evidence_text(const EvidenceSource& each, Language language) {
  return source_text(each.source, language) +
         line(CliText::label_use, filled(CliText::use_evidence, language, each.statements), language);
}

}  // namespace

std::string source_text(const Source& source, Language language) {
  std::string lines = escape_controls(source.path) + '\n';
  lines += line(CliText::label_format, to_code(source.format), language);
  if (source.takeover) lines += line(CliText::label_use, text(CliText::use_takeover, language), language);
  if (!source.sheet.empty()) {
    lines += line(CliText::label_sheet, escape_controls(source.sheet), language);
  } else {
    lines += line(CliText::label_encoding, to_code(source.encoding), language);
    lines +=
        line(CliText::label_delimiter, source.json ? "JSON" : delimiter_word(source.delimiter, language), language);
  }
  lines += line(CliText::label_rows, filled(CliText::rows_of_source, language, source.rows, source.rejected), language);
  return lines + columns_text(source, language);
}

std::string check_text(const Plan& plan, const Diagnostics& diagnostics, Language language) {
  std::string report;
  for (const Source& source : plan.portfolio().sources) report += source_text(source, language) + '\n';
  for (const EvidenceSource& each : plan.all_evidence().sources) report += evidence_text(each, language) + '\n';
  write_diagnostics(diagnostics, {.language = language}, [&report](std::string_view bytes) { report += bytes; });
  report += diagnostics.empty() ? fmt::format("{}\n\n", text(CliText::no_problems, language)) : "\n";
  return report + accounting_text(plan.counts(), language) + '\n';
}

std::string check_json(const Plan& plan, const Diagnostics& diagnostics) {
  Json document = {{"schema_version", json_schema_version},
                   {"tool", {{"name", "nceplan"}, {"version", NCEPLAN_VERSION}}}};
  Json& inputs = document["inputs"] = Json::array();
  for (const Source& source : plan.portfolio().sources) inputs.push_back(source_json(source));
  Json& evidence = document["evidence"] = Json::array();
  for (const EvidenceSource& each : plan.all_evidence().sources) {
    Json& file = evidence.emplace_back(source_json(each.source));
    file["statements"] = each.statements;
    file["silent"] = each.silent;
  }
  document["rows"] = json_rows(plan.counts());
  Json& totals = document["totals"] = Json::object();
  for (std::size_t code = 0; code < diagnostic_code_count; ++code) {
    const auto count = diagnostics.count(static_cast<DiagnosticCode>(code));
    if (count > 0) totals[std::string(to_code(static_cast<DiagnosticCode>(code)))] = count;
  }
  Json& problems = document["diagnostics"] = Json::array();
  for (const Diagnostic& diagnostic : diagnostics.kept()) problems.push_back(json_diagnostic(diagnostic));
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace nceplan::cli
