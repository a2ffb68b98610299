#include "output/json_document.hpp"

#include <algorithm>
#include <array>

#include "nceplan/i18n/texts.hpp"
#include "output/summary.hpp"

namespace nceplan {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(std::string(text)); }

template <typename Number>
Json number_or_null(Number number) {
  return number == 0 ? Json(nullptr) : Json(number);
}

/// Of the first date column that the reader used.
DateOrder date_order_of(const Source& source) {
  const auto found = std::find_if(source.columns.begin(), source.columns.end(), [](const SourceColumn& column) {
    return !column.field.empty() && column.date_order != DateOrder::unknown;
  });
  return found == source.columns.end() ? DateOrder::unknown : found->date_order;
}

Json json_input(const Source& source) {
  const std::string_view delimiter(&source.delimiter, source.delimiter == '\0' ? 0 : 1);
  Json input = {{"path", source.path},
                {"format", to_code(source.format)},
                {"encoding", to_code(source.encoding)},
                {"delimiter", text_or_null(delimiter)},
                {"date_order", text_or_null(to_code(date_order_of(source)))},
                {"rows", source.rows}};
  if (!source.sheet.empty()) input["sheet"] = source.sheet;
  return input;
}

Json json_rows(const RowCounts& counts) {
  return {{"read", counts.read},   {"planned", counts.planned},   {"already_nce", counts.already_nce},
          {"other", counts.other}, {"rejected", counts.rejected}, {"merged", counts.merged}};
}

Json json_due(const DueCounts& due) {
  return {{"urgent", due.urgent},           {"overdue", due.overdue}, {"due_7_days", due.due_7_days},
          {"due_30_days", due.due_30_days}, {"later", due.later},     {"without_due_date", due.without_due_date}};
}

Json json_months(const MonthCounts& counts) {
  Json months = Json::array();
  for (const SummaryLine& line : counts.lines()) {
    months.push_back({{"month", text_or_null(line.month)},
                      {"category", to_code(line.category)},
                      {"phase", to_code(line.phase)},
                      {"count", line.count}});
  }
  return months;
}

std::string_view name_of(Severity severity) {
  static constexpr std::array<std::string_view, 3> names = {"info", "warning", "error"};
  return names[static_cast<std::size_t>(severity)];
}

}  // namespace

Json json_head(const Plan& plan, const ReportOptions& options) {
  const PlanContext& context = plan.context();
  Json inputs = Json::array();
  for (const Source& source : plan.portfolio().sources) inputs.push_back(json_input(source));
  return {{"schema_version", json_schema_version},
          {"tool", {{"name", "nceplan"}, {"version", options.tool_version}}},
          {"edition", {{"id", context.edition->id}, {"announced", to_iso(context.edition->announced)}}},
          {"as_of", to_iso(context.as_of)},
          {"inputs", std::move(inputs)}};
}

Json json_summary(const SelectedRows& rows, const ReportOptions& options, const Diagnostics& diagnostics) {
  const Summary summary = summarize(rows);
  Json phases = Json::object();
  for (std::size_t i = 0; i < phase_count; ++i) phases[std::string(to_code(static_cast<Phase>(i)))] = summary.phases[i];
  Json json = {{"rows", json_rows(rows.plan().counts())},
               {"shown", summary.shown},
               {"phases", std::move(phases)},
               {"due", json_due(summary.due)},
               {"diagnostics", {{"errors", diagnostics.errors()}, {"warnings", diagnostics.warnings()}}}};
  if (options.summary) json["months"] = json_months(summary.months);
  return json;
}

Json json_diagnostic(const Diagnostic& diagnostic) {
  Json told = {{"code", to_code(diagnostic.code)},
               {"severity", name_of(diagnostic.severity)},
               {"file", text_or_null(diagnostic.where.file)},
               {"line", number_or_null(diagnostic.where.line)},
               {"column", number_or_null(diagnostic.where.column)},
               {"field", text_or_null(diagnostic.where.field)},
               {"seen", text_or_null(diagnostic.seen)},
               {"message", message(diagnostic, Language::en)},
               {"expected", text_or_null(expectation(diagnostic, Language::en))},
               {"fix", text_or_null(fix(diagnostic, Language::en))}};
  if (!diagnostic.where.sheet.empty()) told["sheet"] = diagnostic.where.sheet;
  return told;
}

std::string to_text(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace nceplan
