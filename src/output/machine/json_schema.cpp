// JSON Schema (draft 2020-12) of the `json` output, made from the columns and vocabularies that the writer uses.
#include <string>
#include <vector>

#include "json_schema_parts.hpp"
#include "nceplan/output/report.hpp"
#include "output/vocabulary.hpp"

namespace nceplan {
namespace {

using namespace schema;

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
                    {"waived", described(count(),
                                         "Entries shown that a waiver keeps out of --fail-on; they are in the "
                                         "other counts too.")},
                    {"phases", phases_schema()},
                    {"due", due_schema()},
                    {"diagnostics", described(std::move(diagnostics), "All that were found, also those not listed.")},
                    {"months", months_schema()}},
                   {"months"});
}

Json waivers_schema() {
  Json waiver = object_of({{"subscription", described(nullable(text()), "Id; null waives all of the customer.")},
                           {"customer", described(nullable(text()), "Id or name.")},
                           {"reason", text()},
                           {"owner", text()},
                           {"until", described(date(), "Last day, inclusive.")},
                           {"in_force", {{"type", "boolean"}}},
                           {"matches", described(count(), "Planned subscriptions that it names.")},
                           {"file", text()},
                           {"line", count()}});
  return described(array_of(std::move(waiver)), "With --waivers only.");
}

}  // namespace

std::string json_schema() {
  Json document = {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", "nceplan plan"}};
  Json members = head_members();
  members["inputs"] = array_of(input_schema());
  members["evidence"] = array_of(evidence_schema());
  members["waivers"] = waivers_schema();
  members["summary"] = summary_schema();
  members["entries"] = described(array_of(entry_schema()), "Left out with --summary.");
  members["diagnostics"] = described(array_of(diagnostic_schema()), "At most 20 of a code.");
  document.update(object_of(members, {"waivers", "entries"}));
  constexpr int indent = 2;
  return document.dump(indent) + '\n';
}

}  // namespace nceplan
