// Inputs that change while they are read, and such as are made to break a reader. tests/faults has what needs a run.
#include <algorithm>
#include <atomic>
#include <memory>
#include <string>

#include "nceplan/input/edition_reader.hpp"
#include "nceplan/input/read_portfolio.hpp"
#include "support/catch.hpp"

using namespace nceplan;

namespace {

/// Has its whole size when it is opened, and ends at `rest` bytes after some reads.
InputFile shrinking_file(std::string name, std::string content, int whole_reads, std::size_t rest) {
  const auto reads = std::make_shared<std::atomic<int>>(0);
  const std::uint64_t size = content.size();
  const auto read_at = [content, reads, whole_reads, rest](std::uint64_t offset, char* out, std::size_t wanted) {
    const std::size_t end = ++*reads > whole_reads ? rest : content.size();
    const std::size_t count = offset < end ? std::min<std::size_t>(wanted, end - offset) : 0;
    std::copy_n(content.data() + offset, count, out);
    return count;
  };
  return {std::move(name), size, read_at};
}

std::string failure_of(const InputFile& file) {
  try {
    Diagnostics diagnostics;
    read_portfolio({&file, 1}, {}, diagnostics);
  } catch (const Failure& failure) {
    return std::string(to_code(failure.diagnostic().code)) + ": " + failure.diagnostic().details.front();
  }
  return "none";
}

std::string csv_of(int rows) {
  std::string text = "customer,product,term end,seats\n";
  for (int i = 0; i < rows; ++i) text += "C" + std::to_string(i) + ",Office 365 E3,2024-03-01,5\n";
  return text;
}

std::string json_row(int number) {
  return R"({"customerName":"C)" + std::to_string(number) + R"(","offerName":"Power BI Pro",)" +
         R"("commitmentEndDate":"2024-03-01"})";
}

}  // namespace

TEST_CASE("a file that becomes shorter while it is read is refused, not read in part") {
  const std::string expected = "file-unreadable: the file became shorter while it was read";
  const std::string csv = csv_of(40);
  std::string elements;
  std::string lines;
  for (int i = 0; i < 40; ++i) {
    elements += (i == 0 ? "" : ",") + json_row(i);
    lines += json_row(i) + '\n';
  }
  CHECK(failure_of(shrinking_file("a.csv", csv, 2, 700)) == expected);
  CHECK(failure_of(shrinking_file("a.json", "[" + elements + "]", 5, 700)) == expected);
  CHECK(failure_of(shrinking_file("a.ndjson", lines, 1, 700)) == expected);
}

TEST_CASE("an edition that is nested without end is refused") {
  for (const int depth : {100, 1'000'000}) {
    const std::string levels(static_cast<std::size_t>(depth), '[');
    CHECK_THROWS_AS(read_edition(R"({"id": )" + levels, "deep.json"), Failure);
    CHECK_THROWS_AS(
        read_edition(R"({"id": )" + levels + std::string(static_cast<std::size_t>(depth), ']') + '}', "deep.json"),
        Failure);
  }
}
