#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "unit/output/sample_plan.hpp"

using namespace nceplan;
using namespace nceplan::testing;
using Json = nlohmann::json;

namespace {

bool has_type(const Json& value, const std::string& type) {
  if (type == "integer") return value.is_number_integer();
  return value.type_name() == type;
}

bool allows_type(const Json& schema, const Json& value) {
  const Json& type = schema.at("type");
  if (type.is_string()) return has_type(value, type);
  return std::any_of(type.begin(), type.end(), [&](const Json& one) { return has_type(value, one); });
}

/// Checks a value against the keywords that our schema uses.
void check_against(const Json& schema, const Json& value, const std::string& path) {
  CAPTURE(path);
  CHECK(allows_type(schema, value));
  if (schema.contains("const")) CHECK(value == schema.at("const"));
  if (schema.contains("enum")) {
    CHECK(std::count(schema.at("enum").begin(), schema.at("enum").end(), value) == 1);
  }
  if (value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      check_against(schema.at("items"), value[i], path + '/' + std::to_string(i));
    }
  }
  if (!value.is_object()) return;
  CHECK(schema.at("additionalProperties") == false);
  for (const auto& member : value.items()) {
    REQUIRE(schema.at("properties").contains(member.key()));
    check_against(schema.at("properties").at(member.key()), member.value(), path + '/' + member.key());
  }
  for (const Json& name : schema.value("required", Json::array())) CHECK(value.contains(name.get<std::string>()));
}

Json schema() { return Json::parse(json_schema()); }

}  // namespace

TEST_CASE("the schema describes every column as its type") {
  const Json properties = schema().at("properties").at("entries").at("items").at("properties");
  CHECK(properties.size() == column_count);
  for (const Column column : all_columns()) {
    CAPTURE(to_code(column));
    CHECK(properties.at(std::string(to_code(column))).at("description") == description_of(column));
  }
  CHECK(properties.at("migration_date").at("type") == Json::array({"string", "null"}));
  CHECK(properties.at("seats").at("type") == Json::array({"integer", "null"}));
  CHECK(properties.at("notes").at("items").at("enum").size() == note_count);
  CHECK(properties.at("phase").at("enum").size() == 9);
}

TEST_CASE("the schema names its draft and version") {
  CHECK(schema().at("$schema") == "https://json-schema.org/draft/2020-12/schema");
  CHECK(schema().at("properties").at("schema_version").at("const") == 1);
}

TEST_CASE("what is written keeps to the schema") {
  std::vector<SampleRow> rows = many_rows(300);
  rows[0].ineligibility_reason = "Subscription is on promotion";
  rows[1].id = "";
  rows[2].base_id = rows[3].id;
  rows[4].product = "Office 365 A3 for faculty";
  const SamplePlan sample = plan_of(rows);
  Diagnostics diagnostics;
  diagnostics.add({.code = DiagnosticCode::status_unknown, .severity = Severity::warning, .seen = "odd"});
  for (const bool summary : {false, true}) {
    const std::string text = sample.report({.format = ReportFormat::json, .summary = summary}, {}, diagnostics);
    check_against(schema(), Json::parse(text), "");
  }
}
