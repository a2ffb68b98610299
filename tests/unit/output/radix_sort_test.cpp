#include "output/radix_sort.hpp"

#include <algorithm>
#include <random>
#include <vector>

#include "support/catch.hpp"

using namespace nceplan;

namespace {

std::vector<SortRecord> random_records(std::size_t count, std::uint64_t mask) {
  std::mt19937_64 random(count);
  std::vector<SortRecord> records;
  for (RowIndex row = 0; row < count; ++row) records.push_back(sort_record(random() & mask, row));
  return records;
}

SortRecords array_of(const std::vector<SortRecord>& records) {
  SortRecords array(records.size());
  for (std::size_t i = 0; i < records.size(); ++i) array[i] = records[i];
  return array;
}

template <typename Records>
std::vector<RowIndex> rows_of(const Records& records) {
  std::vector<RowIndex> rows;
  for (std::size_t i = 0; i < records.size(); ++i) rows.push_back(records[i].row);
  return rows;
}

}  // namespace

TEST_CASE("radix sort orders like a stable sort by key", "[parallel]") {
  for (const std::size_t count : {0U, 1U, 2U, 1000U, 150'000U}) {
    for (const std::uint64_t mask :
         {std::uint64_t{0}, std::uint64_t{0x0f}, std::uint64_t{0xff00'0000'00ff'0000}, ~std::uint64_t{0}}) {
      for (const unsigned jobs : {1U, 3U}) {
        std::vector<SortRecord> expected = random_records(count, mask);
        SortRecords records = array_of(expected);
        std::stable_sort(expected.begin(), expected.end(),
                         [](const SortRecord& a, const SortRecord& b) { return a.key() < b.key(); });
        radix_sort(records, jobs);
        CAPTURE(count, mask, jobs);
        CHECK((rows_of(records) == rows_of(expected)));
      }
    }
  }
}
