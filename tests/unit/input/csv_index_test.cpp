#include "input/csv_index.hpp"

#include <random>
#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace nceplan;

namespace {

using Records = std::vector<std::vector<std::string>>;

Records records_of(std::string_view text, CsvSeparators separators = {}) {
  CsvIndex index;
  index_csv(text, separators, index);
  Records records;
  std::string scratch;
  std::size_t begin = 0;
  std::size_t field = 0;
  for (const std::uint32_t last : index.records()) {
    std::vector<std::string> record;
    for (; field < last; ++field) {
      record.emplace_back(csv_content(text.substr(begin, index.ends()[field] - begin), scratch));
      begin = index.ends()[field] + 1;
    }
    records.push_back(record);
  }
  return records;
}

/// RFC 4180 read one character at a time, without any leniency.
Records plain_reading(std::string_view text) {
  Records records(1);
  std::string field;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
      field += '"';
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && (c == ',' || c == '\n')) {
      records.back().push_back(field);
      field.clear();
      if (c == '\n') records.emplace_back();
    } else {
      field += c;
    }
  }
  records.pop_back();
  return records;
}

std::string random_csv(std::mt19937& random, std::size_t fields) {
  const std::vector<std::string> cells = {"",
                                          "a",
                                          "Contoso Ltd",
                                          "\"a,b\"",
                                          "\"say \"\"hi\"\"\"",
                                          "\"two\nlines\"",
                                          "\"\"",
                                          "plain text of some length that crosses a block of sixty-four bytes"};
  std::string text;
  for (std::size_t i = 0; i < fields; ++i) {
    text += cells[random() % cells.size()];
    text += random() % 4 == 0 ? '\n' : ',';
  }
  return text + '\n';
}

}  // namespace

TEST_CASE("quoted separators and line breaks belong to their field") {
  CHECK(records_of("a,\"b,c\",d\n") == Records{{"a", "b,c", "d"}});
  CHECK(records_of("\"a\nb\",c\n") == Records{{"a\nb", "c"}});
  CHECK(records_of("\"a\"\"b\",\"\"\n") == Records{{"a\"b", ""}});
  CHECK(records_of("a;b\tc\n", {';', '\n'}) == Records{{"a", "b\tc"}});
  CHECK(records_of("a,b\r\nc,\"d\"\r\n") == Records{{"a", "b"}, {"c", "d"}});
  CHECK(records_of("a,b\rc,d\r", {',', '\r'}) == Records{{"a", "b"}, {"c", "d"}});
}

TEST_CASE("a record without its line break is not reported") {
  CHECK(records_of("a,b").empty());
  CHECK(records_of("a\nb") == Records{{"a"}});
  CHECK(records_of("").empty());
}

TEST_CASE("stray quotes are text and cost nothing around them") {
  CHECK(records_of("5\" disk,x\ny,z\n") == Records{{"5\" disk", "x"}, {"y", "z"}});
  CHECK(records_of("a,b\"c\"d,e\n") == Records{{"a", "b\"c\"d", "e"}});
  CHECK(records_of("\"The \"big\" one\",x\n") == Records{{"The \"big\" one", "x"}});
  CHECK(records_of("a, \"b, c\" ,d\n") == Records{{"a", "b, c", "d"}});
  CHECK(records_of("\"a\"b,c\n") == Records{{"a\"b", "c"}});
}

TEST_CASE("an open quote is noticed") {
  CsvIndex index;
  index_csv("a,\"b\nc,d\n", {}, index);
  CHECK(index.ends_in_quotes());
  CHECK(index.records().empty());
  index_csv("a,b\n", {}, index);
  CHECK_FALSE(index.ends_in_quotes());
}

TEST_CASE("line breaks within quotes are listed") {
  CsvIndex index;
  index_csv("a,\"b\n\nc\",d\ne,f,g\n", {}, index);
  CHECK(index.quoted_newlines().size() == 2);
  CHECK(index.quoted_newlines()[0] == 4);
}

TEST_CASE("the vector index agrees with a plain reading of random text") {
  std::mt19937 random(4180);
  for (int round = 0; round < 400; ++round) {
    const std::string text = random_csv(random, 1 + random() % 60);
    CAPTURE(text);
    REQUIRE(records_of(text) == plain_reading(text));
  }
  const std::string large = random_csv(random, 20000);
  CHECK(records_of(large) == plain_reading(large));
}
