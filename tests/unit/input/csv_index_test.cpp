#include "input/csv/csv_index.hpp"

#include <random>
#include <string>
#include <vector>

#include "input/csv/csv_index_kernel.hpp"
#include "support/catch.hpp"

using namespace nceplan;

namespace {

using Records = std::vector<std::vector<std::string>>;

Records records_of(std::string_view text, CsvSeparators separators = {}, std::size_t columns = 0) {
  CsvIndex index;
  index_csv(text, separators, index, columns);
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

TEST_CASE("two stray quotes do not swallow the rows between them") {
  CHECK(records_of("a,\"19 inch,x\nb,\"21 inch,y\n") == Records{{"a", "\"19 inch", "x"}});  // the last one never closes
  CHECK(records_of("a,\"19 inch,x\nb,21\" inch,y\n") == Records{{"a", "\"19 inch", "x"}, {"b", "21\" inch", "y"}});
  CHECK(records_of("a,\"two\nlines\",x\n") == Records{{"a", "two\nlines", "x"}});
  CHECK(records_of("a,\"two\nlines\" ,x\n") == Records{{"a", "two\nlines", "x"}});
  CHECK(records_of("a,\"two\nlines\"\r\n") == Records{{"a", "two\nlines"}});
  CHECK(records_of("a,\"say \"\"hi\"\"\nthere\",x\n") == Records{{"a", "say \"hi\"\nthere", "x"}});
}

TEST_CASE("stray quotes that close before a separator do not hold rows together") {
  const Records plain = {{"a\"", "\"b", "c"}, {"d\"", "\"e", "f"}};
  const auto parse = [](std::string_view text) { return records_of(text, {}, 3); };
  SECTION("as soon as there are too many fields in a record that goes over lines") {
    std::string text;
    for (int row = 0; row < 50; ++row) text += row % 2 == 0 ? "a\",\"b,c\n" : "d\",\"e,f\n";
    const Records records = parse(text);
    REQUIRE(records.size() > 40);  // at the end too few fields are left, and a quote is never closed
    CHECK(records[0] == plain[0]);
    CHECK(records[41] == plain[1]);
  }
  SECTION("whether the first of them opens a field or not") {
    const std::string first = "a,\"b,c\n";  // regular with the rows behind it, up to the last quote
    CHECK(parse(first + "d\",\"e,f\nd\",\"e,f\nd\",e,f,g\n")[0] == std::vector<std::string>{"a", "\"b", "c"});
  }
  SECTION("but as many fields as are allowed are one record") {
    CHECK(parse("1,2,3,4,5,\"6\n6\"\n") == Records{{"1", "2", "3", "4", "5", "6\n6"}});
    CHECK(parse("1,2,3,4,5,6,\"7\n7\"\n") == Records{{"1", "2", "3", "4", "5", "6", "\"7"}, {"7\""}});
    CHECK(parse("1,2,3,4,5,6,7,\"8\"\n") == Records{{"1", "2", "3", "4", "5", "6", "7", "8"}});
  }
  SECTION("nor when each line is a row") {
    CHECK(parse("\"a,b,c\nd,\"\"\"e, f\"\"\",g\nh\",i,j\n") ==
          Records{{"\"a", "b", "c"}, {"d", "\"e, f\"", "g"}, {"h\"", "i", "j"}});
    CHECK(parse("a,b,\"c\nd,e,f\"\n") == Records{{"a", "b", "\"c"}, {"d", "e", "f\""}});
    CHECK(parse("a,\"b,c\nd\",e,f\n") == Records{{"a", "\"b", "c"}, {"d\"", "e", "f"}});
    CHECK(parse("a,\"b\nc,d\",e\n") == Records{{"a", "b\nc,d", "e"}});
    CHECK(records_of("\"a,b\nc\",d\n", {}, 2) == Records{{"a,b\nc", "d"}});  // may be meant
  }
  SECTION("and quotes that close in their line are quotes") {
    CHECK(parse("\"a, b\",x\",\"c\n1,2,3,4\",5,6,7,8\n") ==
          Records{{"a, b", "x\"", "\"c"}, {"1", "2", "3", "4\"", "5", "6", "7", "8"}});
    CHECK(parse("\"a, b\" c,\"\"\"d\"\"\",\"e\n1,2,3,4\",5,6,7,8\n")[0] ==
          std::vector<std::string>{"a, b\" c", "\"d\"", "\"e"});
  }
  SECTION("and rows without them are as they were") {
    CHECK(parse("\"x\ny\",b,c\n1,2,3,4,5,6,7,8\n")[0] == std::vector<std::string>{"x\ny", "b", "c"});
  }
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

TEST_CASE("quotes that open a field are listed, and the byte before the text ends what was before it") {
  for (const std::string_view text : {"a,\"b\",c\n\"d\",e,f\n", "a,\"b\",c\n\"d\",e,f\"\n"}) {  // regular, stray quote
    CAPTURE(text);
    CsvIndex index;
    index_csv(text, {}, index);
    REQUIRE(index.quotes().size() == 2);
    CHECK(index.quotes()[0] == 2);
    CHECK(index.quotes()[1] == 8);
    CHECK(index.ends().data()[-1] + std::uint32_t{1} == 0);
    index.move_end(1, 4);
    CHECK(index.ends()[1] == 4);
  }
}

#if defined(__x86_64__) && defined(__GNUC__)
TEST_CASE("instruction sets find the same") {
  std::mt19937 random(512);
  const std::string text = random_csv(random, 3000);
  const std::size_t whole = text.size() - text.size() % 64;
  CsvIndex index;
  index_csv(std::string_view(text).substr(0, whole), {}, index);
  const auto check = [&](csv_kernel::Kernel kernel) {
    std::vector<std::uint32_t> ends(whole + 64);
    std::vector<std::uint32_t> records(whole + 64);
    std::vector<std::uint32_t> quotes(whole + 64);
    std::vector<std::uint32_t> newlines(whole + 64);
    csv_kernel::Carry carry;
    csv_kernel::Output out{
        .ends = ends.data(), .records = records.data(), .quotes = quotes.data(), .quoted_newlines = newlines.data()};
    kernel(text.data(), whole, 0, {',', '\n'}, carry, out);
    const auto same = [](std::span<const std::uint32_t> expected, const auto& found, std::size_t count) {
      return std::equal(expected.begin(), expected.end(), found.begin(),
                        found.begin() + static_cast<std::ptrdiff_t>(count));
    };
    CHECK(out.regular);
    CHECK(same(index.ends(), ends, out.end_count));
    CHECK(same(index.records(), records, out.record_count));
    CHECK(same(index.quotes(), quotes, out.quote_count));
    CHECK(same(index.quoted_newlines(), newlines, out.quoted_newline_count));
  };
  if (isa::has_avx2()) check(csv_kernel::index_group_avx2);
  if (isa::has_avx512()) check(csv_kernel::index_group_avx512);
}
#endif
