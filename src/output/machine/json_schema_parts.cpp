#include "json_schema_parts.hpp"

#include <algorithm>

#include "json_document.hpp"
#include "output/vocabulary.hpp"

namespace nceplan::schema {

Json count() { return {{"type", "integer"}, {"minimum", 0}}; }
Json text() { return {{"type", "string"}}; }
Json date() { return {{"type", "string"}, {"format", "date"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}}; }
Json one_of(const std::vector<std::string_view>& codes) { return {{"type", "string"}, {"enum", codes}}; }

Json nullable(Json schema) {
  schema["type"] = Json::array({schema["type"], "null"});
  if (schema.contains("enum")) schema["enum"].push_back(nullptr);
  return schema;
}

Json described(Json schema, std::string_view description) {
  schema["description"] = description;
  return schema;
}

Json object_of(const Json& members, const std::vector<std::string_view>& optional) {
  Json required = Json::array();
  for (const auto& member : members.items()) {
    const bool may_lack = std::find(optional.begin(), optional.end(), member.key()) != optional.end();
    if (!may_lack) required.push_back(member.key());
  }
  return {{"type", "object"}, {"properties", members}, {"required", required}, {"additionalProperties", false}};
}

Json array_of(Json items) { return {{"type", "array"}, {"items", std::move(items)}}; }

Json input_schema() {
  Json schema = object_of(
      {{"path", described(text(), "As given; - is standard input.")},
       {"format", described(text(), "Recognised export format.")},
       {"encoding", text()},
       {"delimiter", described(nullable(text()), "Null for JSON and workbooks.")},
       {"date_order", described(nullable(text()), "Of the first date column: iso, dmy, mdy, ymd or serial.")},
       {"rows", described(count(), "Rows read, rejected ones included.")},
       {"takeover", described({{"type", "boolean"}}, "Whether its subscriptions are held at another provider.")}});
  schema["properties"]["sheet"] = described(text(), "Of workbooks only: the sheet that was read.");
  return schema;
}

Json evidence_schema() {
  Json states = Json::object();
  for (const std::string_view state : codes_of(Column::migration_state)) states[std::string(state)] = count();
  Json schema = input_schema();
  const auto add = [&schema](std::string_view name, Json value) {
    schema["properties"][std::string(name)] = std::move(value);
    schema["required"].push_back(name);
  };
  add("states", described(object_of(states), "Statements about migrations, by what they say."));
  add("silent", described(count(), "Rows that say nothing of a legacy subscription."));
  add("rejected", described(count(), "rows is the sum of states, silent and rejected."));
  add("unmatched", described(count(), "Statements about subscriptions that are not among the entries."));
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
  schema["properties"]["element"] =
      described(count(), "Of rows of a JSON document only: the number of the element, from 1; line is null then.");
  return schema;
}

Json head_members() {
  return {{"schema_version", {{"type", "integer"}, {"const", json_schema_version}}},
          {"tool", object_of({{"name", {{"type", "string"}, {"const", "nceplan"}}}, {"version", text()}})},
          {"edition", object_of({{"id", text()}, {"announced", date()}})},
          {"as_of", date()}};
}

}  // namespace nceplan::schema
