#include "nceplan/model/portfolio.hpp"

#include "nceplan/input/read_portfolio.hpp"
#include "support/catch.hpp"

using namespace nceplan;

namespace {

Location second_row_of(const std::string& name, const std::string& text) {
  const InputFile file = memory_file(name, text);
  Diagnostics diagnostics;
  const Portfolio portfolio = read_portfolio({&file, 1}, {}, diagnostics);
  CHECK(diagnostics.empty());
  REQUIRE(portfolio.row_count() == 2);
  return portfolio.place_of(1);
}

std::string item(const std::string& end) {
  return R"({"customerName": "Contoso", "offerName": "Office 365 E3", "commitmentEndDate": "2024-05-01"})" + end;
}

}  // namespace

TEST_CASE("a row stands in a line of a file, or is an element of a document", "[portfolio]") {
  const Location of_csv = second_row_of("a.csv",
                                        "Customer,Product,Renewal date\n\"Con\ntoso\",E3,2024-05-01\n"
                                        "Contoso,E3,2024-05-01\n");
  CHECK(of_csv.line == 4);
  CHECK(to_text(of_csv) == "a.csv:4");
  const Location of_lines = second_row_of("a.ndjson", item("\n") + item("\n"));
  CHECK(of_lines.line == 2);
  CHECK(to_text(of_lines) == "a.ndjson:2");
  const Location of_document = second_row_of("a.json", "[\n" + item(",\n\n\n") + item("\n]\n"));
  CHECK(of_document.line == 0);
  CHECK(of_document.element == 2);
  CHECK(to_text(of_document) == "a.json:2");
}
