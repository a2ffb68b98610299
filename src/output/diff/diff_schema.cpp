// JSON Schema (draft 2020-12) of `diff -f json`, made from the columns and vocabularies that the writer uses.
#include "nceplan/output/diff_report.hpp"
#include "output/machine/json_schema_parts.hpp"
#include "output/vocabulary.hpp"

namespace nceplan {
namespace {

using namespace schema;

std::vector<std::string_view> change_codes() {
  std::vector<std::string_view> codes;
  for (std::size_t i = 0; i < change_kind_count; ++i) codes.push_back(to_code(static_cast<ChangeKind>(i)));
  return codes;
}

Json column_schema(DiffColumn column) {
  if (column == DiffColumn::change) return one_of(change_codes());
  if (column == DiffColumn::phase) return nullable(one_of(codes_of(Column::phase)));
  const std::string_view type = type_of(column);
  if (type == "date") return nullable(date());
  if (type == "integer" || type == "boolean") return nullable({{"type", type}});
  if (type == "value") return {{"type", Json::array({"string", "integer", "boolean", "null"})}};
  return nullable(text());
}

Json change_schema() {
  Json members = Json::object();
  for (const DiffColumn column : all_diff_columns()) {
    members[std::string(to_code(column))] = described(column_schema(column), description_of(column));
  }
  Json schema = object_of(members);
  schema.erase("required");
  schema["description"] = "One change. All columns, or those that --columns named.";
  return schema;
}

Json side_schema() {
  return object_of(
      {{"inputs", array_of(input_schema())},
       {"evidence", array_of(evidence_schema())},
       {"rows", rows_schema()},
       {"phases", described(one_of({"saved", "computed"}), "As the saved plan has them, or by the rules.")},
       {"phases_as_of", described(nullable(date()), "Null for a saved plan whose day cannot be told.")}});
}

Json summary_schema() {
  Json kinds = Json::object();
  for (const std::string_view code : change_codes()) kinds[std::string(code)] = count();
  return object_of(
      {{"shown", described(count(), "Changes shown.")},
       {"changes", described(object_of(kinds), "Changes shown, by kind; they add up to shown.")},
       {"subscriptions_changed", described(count(), "Also those that --where leaves out.")},
       {"subscriptions_unchanged", count()},
       {"unidentified", described(count(), "Rows without an id, listed as new or gone, that may be one.")}});
}

}  // namespace

std::string diff_json_schema() {
  Json document = {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", "nceplan diff"}};
  Json members = head_members();
  members["old"] = side_schema();
  members["new"] = side_schema();
  members["summary"] = summary_schema();
  members["changes"] = array_of(change_schema());
  members["diagnostics"] = described(array_of(diagnostic_schema()), "At most 20 of a code.");
  document.update(object_of(members));
  constexpr int indent = 2;
  return document.dump(indent) + '\n';
}

}  // namespace nceplan
