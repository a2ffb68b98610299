#include "nceplan/input/field.hpp"

#include "support/catch.hpp"

using namespace nceplan;

TEST_CASE("Every field has a name of its own that leads back to it") {
  for (std::size_t i = 0; i < field_count; ++i) {
    const auto field = static_cast<Field>(i);
    CAPTURE(to_code(field));
    CHECK(field_from_code(to_code(field)) == field);
  }
}

TEST_CASE("Field names are read in either case, and nothing else is a field") {
  CHECK(field_from_code("Term_End_Date") == Field::term_end_date);
  CHECK_FALSE(field_from_code("term-end-date"));
  CHECK_FALSE(field_from_code(""));
}

TEST_CASE("date_fields are in the order of Field") {
  for (std::size_t i = 1; i < date_fields.size(); ++i) CHECK(date_fields[i - 1] < date_fields[i]);
}
