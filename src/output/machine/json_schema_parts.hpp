// The pieces that the JSON Schemas of plans and diffs share.
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

namespace nceplan::schema {

using Json = nlohmann::ordered_json;

Json count();
Json text();
Json date();
Json one_of(const std::vector<std::string_view>& codes);
/// The schema, or null.
Json nullable(Json schema);
Json described(Json schema, std::string_view description);
/// An object of exactly these members; all but the `optional` ones are required.
Json object_of(const Json& members, const std::vector<std::string_view>& optional = {});
Json array_of(Json items);

Json input_schema();
Json evidence_schema();
Json rows_schema();
Json diagnostic_schema();
/// `schema_version`, `tool`, `edition`, `as_of`.
Json head_members();

}  // namespace nceplan::schema
