// Machine formats of a diff. There are as many lines as changes, so that no speed is needed.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "diff_lines.hpp"
#include "diff_writers.hpp"
#include "output/machine/delimited_line.hpp"
#include "output/machine/json_document.hpp"

namespace nceplan {
namespace {

using Json = nlohmann::ordered_json;

std::vector<DiffColumn> columns_of(const DiffOptions& options) {
  if (!options.columns.empty()) return options.columns;
  return {all_diff_columns().begin(), all_diff_columns().end()};
}

Json json_value(const DiffValue& value) {
  if (std::holds_alternative<std::monostate>(value)) return nullptr;
  if (const auto* number = std::get_if<std::int64_t>(&value)) return *number;
  if (const auto* truth = std::get_if<bool>(&value)) return *truth;
  return machine_text(value);
}

Json change_json(const DiffLines& lines, const DiffLine& line, const std::vector<DiffColumn>& columns) {
  Json json = Json::object();
  for (const DiffColumn column : columns) json[std::string(to_code(column))] = json_value(lines.value(line, column));
  return json;
}

Json side_json(const Plan& plan) {
  const VerdictDay day = verdict_day(plan);
  const Json head = json_head(plan, {});
  return {{"inputs", head["inputs"]},
          {"evidence", head["evidence"]},
          {"rows", json_rows(plan.counts())},
          {"phases", day.saved ? "saved" : "computed"},
          {"phases_as_of", day.day ? Json(to_iso(*day.day)) : Json()}};
}

Json summary_json(const DiffReport& report, const std::vector<DiffLine>& shown) {
  Json kinds = Json::object();
  for (std::size_t i = 0; i < change_kind_count; ++i) {
    const auto kind = static_cast<ChangeKind>(i);
    kinds[std::string(to_code(kind))] =
        std::count_if(shown.begin(), shown.end(), [kind](const DiffLine& line) { return line.kind == kind; });
  }
  return {{"shown", shown.size()},
          {"changes", std::move(kinds)},
          {"subscriptions_changed", report.diff.changes.size()},
          {"subscriptions_unchanged", report.diff.unchanged},
          {"unidentified", report.diff.unidentified}};
}

Json head_json(const DiffReport& report, const DiffOptions& options, const std::vector<DiffLine>& shown) {
  ReportOptions report_options;
  report_options.tool_version = options.tool_version;
  Json head = json_head(report.after, report_options);
  head.erase("inputs");
  head.erase("evidence");
  head["old"] = side_json(report.before);
  head["new"] = side_json(report.after);
  head["summary"] = summary_json(report, shown);
  return head;
}

void write_array(std::string_view name, const std::vector<std::string>& elements, const Sink& sink) {
  sink(std::string(",\n  \"").append(name).append("\": ["));
  for (std::size_t i = 0; i < elements.size(); ++i) sink((i == 0 ? "\n    " : ",\n    ") + elements[i]);
  sink(elements.empty() ? "]" : "\n  ]");
}

}  // namespace

void write_diff_delimited(const DiffReport& report, const DiffOptions& options, char delimiter, const Sink& sink) {
  const std::vector<DiffColumn> columns = columns_of(options);
  const DiffLines lines(report, options.language);
  DelimitedLine written(delimiter);
  for (const DiffColumn column : columns) written.add(to_code(column));
  sink(written.take());
  for (const DiffLine& line : lines.matching(options.where)) {
    for (const DiffColumn column : columns) written.add(machine_text(lines.value(line, column)));
    sink(written.take());
  }
}

void write_diff_json(const DiffReport& report, const DiffOptions& options, const Diagnostics& diagnostics,
                     const Sink& sink) {
  const DiffLines lines(report, options.language);
  const std::vector<DiffLine> shown = lines.matching(options.where);
  std::string start;
  const Json head = head_json(report, options, shown);
  for (const auto& [key, value] : head.items()) {
    start.append(start.empty() ? "{\n  \"" : ",\n  \"").append(key).append("\": ").append(to_text(value));
  }
  sink(start);
  const std::vector<DiffColumn> columns = columns_of(options);
  std::vector<std::string> elements;
  for (const DiffLine& line : shown) elements.push_back(to_text(change_json(lines, line, columns)));
  write_array("changes", elements, sink);
  elements.clear();
  for (const Diagnostic& diagnostic : diagnostics.kept()) elements.push_back(to_text(json_diagnostic(diagnostic)));
  write_array("diagnostics", elements, sink);
  sink("\n}\n");
}

void write_diff_ndjson(const DiffReport& report, const DiffOptions& options, const Diagnostics& diagnostics,
                       const Sink& sink) {
  const DiffLines lines(report, options.language);
  const std::vector<DiffLine> shown = lines.matching(options.where);
  const std::vector<DiffColumn> columns = columns_of(options);
  const auto write = [&sink](std::string_view type, const Json& members) {
    Json line = {{"type", type}};
    line.update(members);
    sink(to_text(line) + "\n");
  };
  for (const DiffLine& line : shown) write("change", change_json(lines, line, columns));
  for (const Diagnostic& diagnostic : diagnostics.kept()) write("diagnostic", json_diagnostic(diagnostic));
  write("summary", head_json(report, options, shown));
}

}  // namespace nceplan
