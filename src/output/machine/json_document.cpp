#include "json_document.hpp"

#include <algorithm>
#include <array>

#include "nceplan/i18n/texts.hpp"
#include "output/human/evidence_text.hpp"
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
                {"rows", source.rows},
                {"takeover", source.takeover}};
  if (!source.sheet.empty()) input["sheet"] = source.sheet;
  return input;
}

Json json_evidence(const Plan& plan) {
  Json files = Json::array();
  const std::vector<EvidenceSource>& sources = plan.all_evidence().sources;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const auto counts = statements_by_state(plan.all_evidence(), i);
    Json states = Json::object();
    for (std::size_t state = 0; state < counts.size(); ++state) {
      states[std::string(to_code(static_cast<MigrationState>(state)))] = counts[state];
    }
    Json& file = files.emplace_back(json_input(sources[i].source));
    file["states"] = std::move(states);
    file["silent"] = sources[i].silent;
    file["rejected"] = sources[i].source.rejected;
    file["unmatched"] = plan.unmatched_statements(i);
  }
  return files;
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

Json json_waivers(const Plan& plan) {
  const PlanContext& context = plan.context();
  Json waivers = Json::array();
  for (std::size_t i = 0; i < context.waivers->size(); ++i) {
    const Waiver& waiver = (*context.waivers)[i];
    waivers.push_back({{"subscription", text_or_null(waiver.subscription)},
                       {"customer", text_or_null(waiver.customer)},
                       {"reason", waiver.reason},
                       {"owner", waiver.owner},
                       {"until", to_iso(waiver.until)},
                       {"in_force", waiver.in_force(context.as_of)},
                       {"matches", plan.waiver_matches()[i]},
                       {"file", waiver.file},
                       {"line", waiver.line}});
  }
  return waivers;
}

std::string_view name_of(Severity severity) {
  static constexpr std::array<std::string_view, 3> names = {"info", "warning", "error"};
  return names[static_cast<std::size_t>(severity)];
}

}  // namespace

Json json_rows(const RowCounts& counts) {
  return {{"read", counts.read},   {"planned", counts.planned},   {"already_nce", counts.already_nce},
          {"other", counts.other}, {"rejected", counts.rejected}, {"merged", counts.merged}};
}

Json json_head(const Plan& plan, const ReportOptions& options) {
  const PlanContext& context = plan.context();
  Json inputs = Json::array();
  for (const Source& source : plan.portfolio().sources) inputs.push_back(json_input(source));
  Json head = {{"schema_version", json_schema_version},
               {"tool", {{"name", "nceplan"}, {"version", options.tool_version}}},
               {"edition", {{"id", context.edition->id}, {"announced", to_iso(context.edition->announced)}}},
               {"as_of", to_iso(context.as_of)},
               {"inputs", std::move(inputs)},
               {"evidence", json_evidence(plan)}};
  if (context.waivers != nullptr) head["waivers"] = json_waivers(plan);
  return head;
}

Json json_summary(const SelectedRows& rows, const ReportOptions& options, const Diagnostics& diagnostics) {
  const Summary summary = summarize(rows);
  Json phases = Json::object();
  for (std::size_t i = 0; i < phase_count; ++i) phases[std::string(to_code(static_cast<Phase>(i)))] = summary.phases[i];
  Json json = {{"rows", json_rows(rows.plan().counts())},
               {"shown", summary.shown},
               {"waived", summary.waived},
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
  if (diagnostic.where.element != 0) told["element"] = diagnostic.where.element;
  return told;
}

std::string to_text(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace nceplan
