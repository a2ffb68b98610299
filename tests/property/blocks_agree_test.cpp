// Where blocks end, and which thread reads them, decides nothing: rows share customers, products and words with those
// that the same thread has read before, and none of it may show.
#include <optional>

#include "nceplan/input/read_portfolio.hpp"
#include "support/catch.hpp"
#include "support/random_rows.hpp"
#include "support/reading.hpp"

using namespace nceplan;
using test::below;
using test::once_in;
using test::one_of;
using test::Random;

namespace {

struct Column {
  std::string header;
  std::vector<std::string> cells;  ///< a good one, and spellings that mean the same, or nearly, or nothing
};

const std::vector<Column>& columns() {
  static const std::vector<Column> made = {
      {"IndirectResellerMpnId", {"", "123", " 123", "\"123\""}},
      {"CustomerName",
       {"Contoso", " Contoso", "\"Contoso\"", "contoso", "", "G\xf6n", "\"A, B\"", "19\"", "\"x", "\"a\nb\""}},
      {"CustomerTenantId",
       {"9c58f813-b77b-4d24-7b62-f268dab4af56", "", "9C58F813-B77B-4D24-7B62-F268DAB4AF56", "x", "X", " x "}},
      {"LegacySubscriptionId", {"S", "", "s", "c349f1e5-8612-4fde-aab4-7919e332202c", " S"}},
      {"LegacySubscriptionName", {"E3", "mine", "", "\"E3\"", " E3"}},
      {"LegacyProductName", {"E3", "Visio", "", " E3", "\"E3\"", "G\xf6n", "\"Vi"}},
      {"ExpirationDate",
       {"2024-05-01", "12/04/2023 00:00:00", "13/04/2023", "", "x", "04.05.2024", "45000", "01/02/2024"}},
      {"AutoRenewEnabled", {"True", "False", "", "yes", "x", "\"True\"", " True"}},
      {"MigrationEligible", {"True", "False", "", "TRUE", "x"}},
      {"NcePsa", {"", "CFQ7TTC0LH18:0001", "cfq7ttc0lh18:0001"}},
      {"CurrentTerm", {"P1Y", "P1M", "", "x", "Annual", "\"P1Y\""}},
      {"CurrentBillingPlan", {"Monthly", "Annual", "", "x", "\"Monthly\""}},
      {"CurrentSeatCount", {"1", "", "x", "-1", " 5", "\"5\""}},
      {"CustomTermEndDate", {"", "2024-05-01", "x"}},
      {"AddOn", {"True", "False", "", "x", "\"False\""}},
      {"BaseSubscriptionId", {"", "S", "\"S\""}},
      {"MigrationIneligibilityReason", {"", "Trial", "Tri\xf6l", "\"a\nb\""}},
  };
  return made;
}

using Rows = std::vector<std::vector<std::string>>;

/// Most rows have the same cells, so that rows follow each other that are alike in nearly everything.
Rows random_rows(Random& random) {
  std::vector<std::string> usual;
  for (const Column& column : columns()) {
    usual.push_back(!once_in(random, 6) ? column.cells[0] : one_of(random, column.cells));
  }
  const std::size_t rarity = 1 + below(random, 12);
  Rows rows(60, usual);
  for (std::vector<std::string>& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::vector<std::string>& cells = columns()[i].cells;
      if (once_in(random, rarity)) row[i] = one_of(random, cells);
    }
  }
  return rows;
}

std::string random_csv(Random& random) {
  std::string text = once_in(random, 2) ? "" : "\xef\xbb\xbf";
  for (const Column& column : columns()) text += column.header + (&column == &columns().back() ? "\n" : ",");
  for (const std::vector<std::string>& row : random_rows(random)) {
    std::string line;
    for (const std::string& cell : row) line += cell + ',';
    line.pop_back();
    if (once_in(random, 30)) line += ",one too many";
    if (once_in(random, 30)) line.clear();
    text += line + (once_in(random, 2) ? "\n" : "\r\n");
  }
  return text;
}

/// The element of a row; now and then a value is no text, or the element no object.
std::string element(Random& random, const std::vector<std::string>& row) {
  static const std::vector<std::string> others = {"null", "5", "-1.5", "true", "[]", R"({"a":[1,"}"]})", "1e400"};
  if (once_in(random, 60)) return one_of(random, others);
  std::string object = "{";
  for (std::size_t i = 0; i < row.size(); ++i) {
    std::string value = "\"";
    for (const char c : row[i])
      value += c == '"' ? "\\\"" : c == '\n' ? "\\n" : c == '\xf6' ? "\\u00f6" : std::string(1, c);
    value += '"';
    const bool odd = once_in(random, 40);
    object += '"' + columns()[i].header + "\": " + (odd ? one_of(random, others) : value) + ", ";
  }
  return object + R"("more": {"a": "[{", "b": [1, 2]}})";
}

std::string random_ndjson(Random& random) {
  std::string text;
  for (const std::vector<std::string>& row : random_rows(random)) {
    text += element(random, row) + (once_in(random, 20) ? "\n\n" : "\n");
    if (once_in(random, 60)) text += "{\"broken\n";
  }
  return text;
}

std::string random_collection(Random& random) {
  std::string text = R"({"totalCount": 60, "items": [)";
  for (const std::vector<std::string>& row : random_rows(random)) text += element(random, row) + ",\n";
  text.resize(text.size() - 2);
  return text + R"(], "links": {"a": []}})";
}

/// Nothing when the file is refused.
std::optional<test::Reading> read(const std::string& name, const std::string& text, const ReadOptions& options) {
  const InputFile file = memory_file(name, text);
  Diagnostics diagnostics;
  try {
    const Portfolio portfolio = read_portfolio({&file, 1}, options, diagnostics);
    return test::reading_of(portfolio, diagnostics);
  } catch (const Failure&) {
    return std::nullopt;
  }
}

}  // namespace

TEST_CASE("blocks of any size on any number of threads read the same from the oddest exports", "[property][parallel]") {
  using Maker = std::string (*)(Random&);
  const auto [name, make] = GENERATE(
      table<std::string, Maker>({{"a.csv", random_csv}, {"a.ndjson", random_ndjson}, {"a.json", random_collection}}));
  Random random(22);
  std::uint64_t rows_read = 0;
  std::uint64_t rows_rejected = 0;
  for (int round = 0; round < 6; ++round) {
    const std::string text = make(random);
    const auto at_once = read(name, text, {.block_size = std::size_t{1} << 20});
    rows_read += at_once ? at_once->read : 0;
    rows_rejected += at_once ? at_once->rejected : 0;
    for (const std::size_t block_size : {std::size_t{1}, std::size_t{400}, std::size_t{2333}}) {
      for (const unsigned jobs : {1U, 3U}) {
        CAPTURE(text, block_size, jobs);
        REQUIRE(read(name, text, {.jobs = jobs, .block_size = block_size}) == at_once);
      }
    }
  }
  CHECK(rows_read > 250);
  CHECK(rows_rejected > 25);
  CHECK(rows_read - rows_rejected > 25);
}
