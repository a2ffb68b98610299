#include "nceplan/input/raw_row.hpp"

#include <string>
#include <vector>

#include "input/csv_index.hpp"
#include "support/catch.hpp"

using namespace nceplan;

namespace {

HeaderMapping mapping_of(const std::vector<std::string>& headers) {
  Diagnostics diagnostics;
  return map_headers(headers, {}, "test", diagnostics);
}

}  // namespace

TEST_CASE("the fields of a record are what stands between its separators") {
  const std::string text = "Contoso,,5\nFabrikam Ltd,Office 365 E3,\n";
  const RecordLayout layout(mapping_of({"Customer", "Product", "Seats"}));
  CsvIndex index;
  index_csv(text, {}, index);
  RawRow row;
  const RawRow& read = row;

  row.set_record(layout, text.data(), index.ends().data());
  CHECK(read[Field::customer_name] == "Contoso");
  CHECK(read[Field::product_name].empty());
  CHECK(read[Field::seats] == "5");
  CHECK(read[Field::term].empty());  // the source has no such column
  CHECK(read.columns(1, 3) == "Contoso,,5");
  CHECK(read.fields().has(Field::product_name));
  CHECK_FALSE(read.fields().has(Field::term));

  row.set_record(layout, text.data(), index.ends().data() + index.records()[0]);
  CHECK(read[Field::customer_name] == "Fabrikam Ltd");
  CHECK(read[Field::product_name] == "Office 365 E3");
  CHECK(read[Field::seats].empty());
}

TEST_CASE("fields that are set stand for those of the record") {
  const std::string text = "\"Contoso\",E3\nFabrikam,E5\n";
  const RecordLayout layout(mapping_of({"Customer", "Product"}));
  CsvIndex index;
  index_csv(text, {}, index);
  RawRow row;
  const RawRow& read = row;
  row.set_record(layout, text.data(), index.ends().data());
  row[Field::customer_name] = "Contoso";
  row[Field::product_name] = "E3";
  CHECK(read[Field::customer_name] == "Contoso");
  CHECK(read.columns(1, 1) == "\"Contoso\"");
  row.set_record(layout, text.data(), index.ends().data() + index.records()[0]);
  CHECK(read[Field::customer_name] == "Fabrikam");
  row.clear();
  CHECK(read[Field::customer_name].empty());
  CHECK(read.fields().empty());
  CHECK(read.layout() == nullptr);
}

TEST_CASE("the columns of a customer count as one run only where they stand together") {
  const RecordLayout together(mapping_of({"Product", "Customer", "Tenant ID", "Seats"}));
  CHECK(together.first_customer_column == 2);
  CHECK(together.last_customer_column == 3);
  const RecordLayout apart(mapping_of({"Customer", "Product", "Tenant ID", "Seats"}));
  CHECK(apart.first_customer_column == 0);
  const RecordLayout none(mapping_of({"Product", "Seats"}));
  CHECK(none.first_customer_column == 0);
}
