// Where blocks end and which thread reads them decides nothing: rows share customers, products and words with those
// that the same thread has read before, and none of it may show.
#include <optional>
#include <random>

#include "nceplan/input/read_portfolio.hpp"
#include "support/catch.hpp"
#include "support/reading.hpp"

using namespace nceplan;

namespace {

struct Column {
  std::string header;
  std::vector<std::string> cells;  ///< spellings that mean the same, or nearly, or nothing
};

const std::vector<Column>& columns() {
  static const std::vector<Column> made = {
      {"IndirectResellerMpnId", {"", "123", " 123", "\"123\""}},
      {"CustomerName",
       {"Contoso", " Contoso", "\"Contoso\"", "contoso", "", "G\xf6n", "\"A, B\"", "19\"", "\"x", "\"a\nb\""}},
      {"CustomerTenantId",
       {"", "9c58f813-b77b-4d24-7b62-f268dab4af56", "9C58F813-B77B-4D24-7B62-F268DAB4AF56", "x", "X", " x "}},
      {"LegacySubscriptionId", {"", "S", "s", "c349f1e5-8612-4fde-aab4-7919e332202c", " S"}},
      {"LegacySubscriptionName", {"E3", "mine", "", "\"E3\"", " E3"}},
      {"LegacyProductName", {"E3", "Visio", "", " E3", "\"E3\"", "G\xf6n", "\"Vi"}},
      {"ExpirationDate",
       {"12/04/2023 00:00:00", "13/04/2023", "2024-05-01", "", "x", "04.05.2024", "45000", "01/02/2024"}},
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

std::size_t below(std::mt19937& random, std::size_t end) { return random() % end; }

/// Most rows have the same cells, so that rows follow each other that are alike in nearly everything.
std::string random_export(std::mt19937& random) {
  std::string text = below(random, 2) == 0 ? "" : "\xef\xbb\xbf";
  std::vector<std::string> usual;
  for (const Column& column : columns()) {
    text += (usual.empty() ? "" : ",") + column.header;
    usual.push_back(column.cells[below(random, column.cells.size())]);
  }
  text += '\n';
  const std::size_t rarity = 1 + below(random, 12);
  for (int row = 0; row < 60; ++row) {
    std::string line;
    for (std::size_t i = 0; i < usual.size(); ++i) {
      const std::vector<std::string>& cells = columns()[i].cells;
      line += (i == 0 ? "" : ",") + (below(random, rarity) == 0 ? cells[below(random, cells.size())] : usual[i]);
    }
    if (below(random, 30) == 0) line += ",one too many";
    if (below(random, 30) == 0) line.clear();
    text += line + (below(random, 2) == 0 ? "\n" : "\r\n");
  }
  return text;
}

/// Nothing when the file is refused.
std::optional<test::Reading> read(const std::string& text, const ReadOptions& options) {
  const InputFile file = memory_file("kunden.csv", text);
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
  std::mt19937 random(22);
  for (int round = 0; round < 60; ++round) {
    const std::string text = random_export(random);
    const auto at_once = read(text, {.block_size = std::size_t{1} << 20});
    for (const std::size_t block_size : {std::size_t{1}, std::size_t{400}, std::size_t{2333}}) {
      for (const unsigned jobs : {1U, 3U}) {
        CAPTURE(text, block_size, jobs);
        REQUIRE(read(text, {.jobs = jobs, .block_size = block_size}) == at_once);
      }
    }
  }
}
