// JSON Schema (draft 2020-12) of the `json` output, made from the columns and vocabularies that the writer uses.
#include <nlohmann/json.hpp>
#include <string>

#include "nceplan/output/report.hpp"
#include "output/json_document.hpp"
#include "output/vocabulary.hpp"

namespace nceplan {
namespace {

using Json = nlohmann::ordered_json;

Json count() { return {{"type", "integer"}, {"minimum", 0}}; }
Json text() { return {{"type", "string"}}; }
Json date() { return {{"type", "string"}, {"format", "date"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}}; }
Json one_of(const std::vector<std::string_view>& codes) { return {{"type", "string"}, {"enum", codes}}; }

/// The schema, or null.
Json nullable(Json schema) {
  schema["type"] = Json::array({schema["type"], "null"});
  if (schema.contains("enum")) schema["enum"].push_back(nullptr);
  return schema;
}

Json described(Json schema, std::string_view description) {
  schema["description"] = description;
  return schema;
}

/// An object of exactly these members; all but the `optional` one are required.
Json object_of(const Json& members, std::string_view optional = {}) {
  Json required = Json::array();
  for (const auto& member : members.items()) {
    if (member.key() != optional) required.push_back(member.key());
  }
  return {{"type", "object"}, {"properties", members}, {"required", required}, {"additionalProperties", false}};
}

Json array_of(Json items) { return {{"type", "array"}, {"items", std::move(items)}}; }

Json code_schema(Column column) {
  const std::vector<std::string_view> codes = codes_of(column);
  if (!codes.empty()) return nullable(one_of(codes));
  return nullable({{"type", "string"}, {"pattern", "^P[1-9][0-9]*[MY]$"}});
}

Json action_schema() {
  return object_of({{"code", one_of(codes_of(Column::actions))},
                    {"from", described(nullable(date()), "First day; null is at once.")},
                    {"due", nullable(date())}});
}

Json column_schema(Column column) {
  switch (type_of(column)) {
    case ColumnType::text:
      return nullable(text());
    case ColumnType::code:
      return code_schema(column);
    case ColumnType::date:
      return nullable(date());
    case ColumnType::integer:
      return nullable({{"type", "integer"}});
    case ColumnType::boolean:
      return nullable({{"type", "boolean"}});
    case ColumnType::code_list:
      return array_of(one_of(codes_of(column)));
    case ColumnType::action_list:
      return array_of(action_schema());
  }
  return {};
}

Json entry_schema() {
  Json members = Json::object();
  for (const Column column : all_columns()) {
    members[std::string(to_code(column))] = described(column_schema(column), description_of(column));
  }
  Json schema = object_of(members);
  schema.erase("required");
  schema["description"] = "One planned subscription. All columns, or those that --columns named.";
  return schema;
}

Json input_schema() {
  Json schema =
      object_of({{"path", described(text(), "As given; - is standard input.")},
                 {"format", described(text(), "Recognised export format.")},
                 {"encoding", text()},
                 {"delimiter", described(nullable(text()), "Null for JSON and workbooks.")},
                 {"date_order", described(nullable(text()), "Of the first date column: iso, dmy, mdy, ymd or serial.")},
                 {"rows", described(count(), "Rows read, rejected ones included.")}});
  schema["properties"]["sheet"] = described(text(), "Of workbooks only: the sheet that was read.");
  return schema;
}

Json rows_schema() {
  Json schema = object_of({{"read", count()},
                           {"planned", count()},
                           {"already_nce", count()},
                           {"other", count()},
                           {"rejected", count()},
                           {"merged", count()}});
  return described(std::move(schema), "All rows of the inputs: read is the sum of the others (R14).");
}

Json phases_schema() {
  Json members = Json::object();
  for (const std::string_view phase : codes_of(Column::phase)) members[std::string(phase)] = count();
  return described(object_of(members), "Entries shown, by phase; they add up to shown.");
}

Json due_schema() {
  Json schema = object_of({{"urgent", described(count(), "The window is open, or days_left is at most 7.")},
                           {"overdue", described(count(), "days_left is negative.")},
                           {"due_7_days", described(count(), "days_left is at most 7, overdue included.")},
                           {"due_30_days", described(count(), "days_left is at most 30, overdue included.")},
                           {"later", described(count(), "days_left is more than 30.")},
                           {"without_due_date", described(count(), "No action with a due day.")}});
  return described(std::move(schema),
                   "Entries shown, by days_left. due_30_days, later and without_due_date add up to shown.");
}

Json months_schema() {
  Json line = object_of({{"month", described(nullable({{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}$"}}),
                                             "Month of the migration date.")},
                         {"category", one_of(codes_of(Column::category))},
                         {"phase", one_of(codes_of(Column::phase))},
                         {"count", count()}});
  return described(array_of(std::move(line)), "With --summary only.");
}

Json summary_schema() {
  Json diagnostics = object_of({{"errors", count()}, {"warnings", count()}});
  return object_of({{"rows", rows_schema()},
                    {"shown", described(count(), "Entries shown.")},
                    {"phases", phases_schema()},
                    {"due", due_schema()},
                    {"diagnostics", described(std::move(diagnostics), "All that were found, also those not listed.")},
                    {"months", months_schema()}},
                   "months");
}

Json diagnostic_schema() {
  Json schema =
      object_of({{"code", described(text(), "Stable, in kebab case.")},
                 {"severity", one_of({"info", "warning", "error"})},
                 {"file", nullable(text())},
                 {"line", described(nullable(count()), "From 1.")},
                 {"column", described(nullable(count()), "Field of a tabular file, character in JSON; from 1.")},
                 {"field", described(nullable(text()), "Header as written, or a JSON pointer.")},
                 {"seen", nullable(text())},
                 {"message", text()},
                 {"expected", nullable(text())},
                 {"fix", nullable(text())}});
  schema["properties"]["sheet"] = described(text(), "Of workbooks only; line is its row then.");
  return schema;
}

}  // namespace

std::string json_schema() {
  Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", "nceplan plan"}};
  schema.update(
      object_of({{"schema_version", {{"type", "integer"}, {"const", json_schema_version}}},
                 {"tool", object_of({{"name", {{"type", "string"}, {"const", "nceplan"}}}, {"version", text()}})},
                 {"edition", object_of({{"id", text()}, {"announced", date()}})},
                 {"as_of", date()},
                 {"inputs", array_of(input_schema())},
                 {"summary", summary_schema()},
                 {"entries", described(array_of(entry_schema()), "Left out with --summary.")},
                 {"diagnostics", described(array_of(diagnostic_schema()), "At most 20 of a code.")}},
                "entries"));
  constexpr int indent = 2;
  return schema.dump(indent) + '\n';
}

}  // namespace nceplan
