// Any header row: each field is mapped to a column that exists, and at most once.
#include <set>
#include <string>
#include <vector>

#include "fuzz/fuzz_support.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/input/header_mapping.hpp"

using namespace nceplan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  std::vector<std::string> headers;
  for (const std::string_view header : split(text, '\n')) headers.emplace_back(header);
  static_cast<void>(looks_like_header_row(headers, {}));
  Diagnostics diagnostics;
  const HeaderMapping mapping = map_headers(headers, {}, "fuzz.csv", diagnostics);
  fuzz::require(mapping.fields.size() == headers.size(), "every column has its field or none");
  std::set<Field> mapped;
  for (const std::optional<Field>& field : mapping.fields) {
    fuzz::require(!field || mapped.insert(*field).second, "a field has one column");
  }
  for (std::size_t i = 0; i < field_count; ++i) {
    const std::uint32_t column = mapping.column_of[i];
    fuzz::require(column <= headers.size(), "a field's column exists");
    fuzz::require(column == 0 || mapping.fields[column - 1] == static_cast<Field>(i), "both directions agree");
  }
  try {
    require_fields(mapping, false, "fuzz.csv");
  } catch (const Failure&) {
    return 0;
  }
  return 0;
}
