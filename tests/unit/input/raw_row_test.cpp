#include "nceplan/input/raw_row.hpp"

#include <string>
#include <vector>

#include "input/csv/csv_index.hpp"
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

  row.set_record(layout, text.data(), index.ends().data());
  CHECK(row[Field::customer_name] == "Contoso");
  CHECK(row[Field::product_name].empty());
  CHECK(row[Field::seats] == "5");
  CHECK(row[Field::term].empty());  // the source has no such column
  CHECK((row.columns({1, 3}) == "Contoso,,5"));
  CHECK(row.fields().has(Field::product_name));
  CHECK_FALSE(row.fields().has(Field::term));

  row.set_record(layout, text.data(), index.ends().data() + index.records()[0]);
  CHECK(row[Field::customer_name] == "Fabrikam Ltd");
  CHECK(row[Field::product_name] == "Office 365 E3");
  CHECK(row[Field::seats].empty());
}

TEST_CASE("fields that are set stand for those of the record") {
  const std::string text = "\"Contoso\",E3\nFabrikam,E5\n";
  const RecordLayout layout(mapping_of({"Customer", "Product"}));
  CsvIndex index;
  index_csv(text, {}, index);
  RawRow row;
  row.set_record(layout, text.data(), index.ends().data());
  row.set(Field::customer_name, "Contoso");
  CHECK(row[Field::customer_name] == "Contoso");
  CHECK(row[Field::product_name] == "E3");  // still the record's
  CHECK((row.columns({1, 1}) == "\"Contoso\""));
  row.set_record(layout, text.data(), index.ends().data() + index.records()[0]);
  CHECK(row[Field::customer_name] == "Fabrikam");
  row.set(Field::customer_name, "Contoso");
  row.clear();
  CHECK(row[Field::customer_name].empty());
  CHECK(row.fields().empty());
  CHECK(row.layout() == nullptr);
}

TEST_CASE("the columns of a customer count as one run only where they stand together") {
  const RecordLayout together(mapping_of({"Product", "Customer", "Tenant ID", "Seats"}));
  CHECK(together.customer.first == 2);
  CHECK(together.customer.last == 3);
  const RecordLayout apart(mapping_of({"Customer", "Product", "Tenant ID", "Seats"}));
  CHECK(apart.customer.first == 0);
  const RecordLayout none(mapping_of({"Product", "Seats"}));
  CHECK(none.customer.first == 0);
}

TEST_CASE("columns of one group are a range when nothing stands between them") {
  const auto range = [](const std::vector<std::string>& headers) {
    const ColumnRange terms = RecordLayout(mapping_of(headers)).terms;
    return std::make_pair(terms.first, terms.last);
  };
  using Range = std::pair<std::uint32_t, std::uint32_t>;
  CHECK(range({"Customer", "Term", "BillingPlan", "Product"}) == Range(2, 3));
  CHECK(range({"BillingPlan", "Term", "Customer", "Product"}) == Range(1, 2));
  CHECK(range({"Customer", "Product", "Term"}) == Range(3, 3));
  CHECK(range({"Term", "Customer", "BillingPlan", "Product"}) == Range(0, 0));
  CHECK(range({"Customer", "Product"}) == Range(0, 0));
}
