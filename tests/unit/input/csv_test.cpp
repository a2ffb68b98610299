#include "nceplan/input/csv.hpp"

#include "nceplan/base/diagnostic.hpp"
#include "support/catch.hpp"

using namespace nceplan;

namespace {

using Fields = std::vector<std::string>;

std::vector<Fields> rows_of(std::string_view text) {
  std::vector<Fields> rows;
  for (const CsvRow& row : parse_csv(text, detect_csv_dialect(text), "x.csv")) rows.push_back(row.fields);
  return rows;
}

}  // namespace

TEST_CASE("the delimiter is the one that explains the rows") {
  CHECK(detect_csv_dialect("a,b,c\n1,2,3\n").delimiter == ',');
  CHECK(detect_csv_dialect("a;b;c\n1,5;2;3\n").delimiter == ';');
  CHECK(detect_csv_dialect("a\tb\n\"x,y,z\"\t2\n").delimiter == '\t');
  CHECK(detect_csv_dialect("a|b|c\n1|2|3\n").delimiter == '|');
  CHECK(detect_csv_dialect("only\none\n").delimiter == ',');
  CHECK(detect_csv_dialect("a;b\n", ',').delimiter == ',');
}

TEST_CASE("lines in front of the header are passed over") {
  const CsvDialect separator = detect_csv_dialect("sep=;\r\na;b\r\n1;2\r\n");
  CHECK(separator.delimiter == ';');
  CHECK(separator.header_offset == 7);
  CHECK(separator.header_line == 2);
  const CsvDialect type = detect_csv_dialect("#TYPE System.Object\r\n\"a\",\"b\"\r\n");
  CHECK(type.delimiter == ',');
  CHECK(type.header_line == 2);
  CHECK(detect_csv_dialect("\n\na,b\n").header_line == 3);
}

TEST_CASE("rows keep their line numbers across quoted breaks and blank lines") {
  const std::string text = "a,b\n\"x\ny\",1\n\n ,\nz,2\n";
  const auto rows = parse_csv(text, detect_csv_dialect(text), "x.csv");
  REQUIRE(rows.size() == 3);
  CHECK(rows[1].line == 2);
  CHECK(rows[2].line == 6);
  CHECK(rows[2].fields == Fields{"z", "2"});
}

TEST_CASE("every line ending ends a line, also a missing one at the end") {
  const std::vector<Fields> expected = {{"a", "b"}, {"1", "2"}};
  CHECK(rows_of("a,b\n1,2\n") == expected);
  CHECK(rows_of("a,b\r\n1,2\r\n") == expected);
  CHECK(rows_of("a,b\r1,2\r") == expected);
  CHECK(rows_of("a,b\n1,2") == expected);
}

TEST_CASE("mixed line endings lose no line") {
  const std::vector<Fields> expected = {{"a", "b"}, {"1", "2"}, {"3", "4"}};
  CHECK(rows_of("a,b\r1,2\r3,4\r\n") == expected);
  CHECK(rows_of("a,b\r\n1,2\n3,4\n") == expected);
  CHECK(rows_of("a,b\r1,\"x\ny\"\r3,4\r") == std::vector<Fields>{{"a", "b"}, {"1", "x\ny"}, {"3", "4"}});
  CHECK(rows_of("a,b\n1,\"x\ry\rz\"\n3,4\n") == std::vector<Fields>{{"a", "b"}, {"1", "x\ry\rz"}, {"3", "4"}});
}

TEST_CASE("a document that ends within quotes is refused, with the line in which the row begins") {
  for (const std::string text : {"a,b\n1,\"x\ny\"\n2,\"y\n3,z\n", "a,b\n1,\"x\ny\"\n2,\"y"}) {
    CAPTURE(text);
    try {
      rows_of(text);
      FAIL("not refused");
    } catch (const Failure& failure) {
      CHECK(failure.diagnostic().code == DiagnosticCode::quote_unclosed);
      CHECK(failure.diagnostic().where.file == "x.csv");
      CHECK(failure.diagnostic().where.line == 4);
      CHECK(failure.diagnostic().seen == "2,\"y");
    }
  }
}
