#include "plan/id_table.hpp"

#include <map>
#include <set>

#include "nceplan/base/text.hpp"
#include "support/catch.hpp"

using namespace nceplan;

namespace {

/// One block of rows with these ids; GUIDs become values.
Portfolio portfolio_of(const std::vector<std::string>& ids) {
  Portfolio portfolio;
  portfolio.sources.emplace_back();
  Shard& shard = portfolio.shards.emplace_back(0);
  RowBlock& block = portfolio.blocks.emplace_back(shard.row_memory());
  for (const std::string& id : ids) {
    Subscription row;
    row.id = parse_id(id, shard.texts);
    block.rows.push_back(row);
  }
  return portfolio;
}

struct Duplicate {
  IdTable::Slot slot;
  RowIndex row;
};

struct Filled {
  IdTable table;
  std::vector<Duplicate> duplicates;
};

/// A table of all rows.
Filled filled(const Portfolio& portfolio) {
  const IdHash hash(portfolio);
  Filled made{IdTable(portfolio, portfolio.row_count()), {}};
  for (RowIndex row = 0; row < portfolio.row_count(); ++row) {
    const auto taken = made.table.add(row, hash(portfolio.row(row).id));
    if (taken) made.duplicates.push_back({.slot = *taken, .row = row});
  }
  return made;
}

std::string guid_of(unsigned number) {
  std::string guid = "00000000-0000-4000-8000-000000000000";
  for (std::size_t at = guid.size(); number != 0; number /= 16) guid[--at] = "0123456789abcdef"[number % 16];
  return guid;
}

}  // namespace

TEST_CASE("each id is found, and the row that had it first stands in the table", "[plan][R14]") {
  const auto rows =
      GENERATE(std::size_t{1}, std::size_t{1000}, std::size_t{32'767}, std::size_t{32'768}, std::size_t{150'000});
  CAPTURE(rows);
  std::vector<std::string> ids;
  std::map<std::string, RowIndex> first;
  std::vector<RowIndex> repeated;
  for (std::size_t row = 0; row < rows; ++row) {
    const auto number = static_cast<unsigned>(row % 11 == 3 ? row / 2 : row);
    std::string id = row % 5 == 0 ? "Sub-" + std::to_string(number / 5) : guid_of(number);
    if (row % 3 == 0) id = to_lower_ascii(id);
    if (!first.emplace(to_lower_ascii(id), static_cast<RowIndex>(row)).second) {
      repeated.push_back(static_cast<RowIndex>(row));
    }
    ids.push_back(std::move(id));
  }
  const Portfolio portfolio = portfolio_of(ids);
  const Filled made = filled(portfolio);

  for (std::size_t row = 0; row < rows; ++row) {
    const RowIndex expected = first.at(to_lower_ascii(ids[row]));
    const bool found = made.table.find(portfolio.row(static_cast<RowIndex>(row)).id) == expected &&
                       made.table.find(std::string_view(ids[row])) == expected;
    if (!found) FAIL("row " << row << ", " << ids[row]);
  }
  CHECK_FALSE(made.table.find(std::string_view("Sub-none")));
  CHECK_FALSE(made.table.find(std::string_view(guid_of(0xffffffff))));

  std::vector<RowIndex> duplicates;
  for (const Duplicate& duplicate : made.duplicates) {
    if (made.table.row_in(duplicate.slot) != first.at(to_lower_ascii(ids[duplicate.row]))) FAIL(duplicate.row);
    duplicates.push_back(duplicate.row);
  }
  std::sort(duplicates.begin(), duplicates.end());
  CHECK(duplicates == repeated);
}

TEST_CASE("ids that are written to be alike do not meet in one place", "[plan]") {
  // Halves that cancel each other out, halves that are zero, and numbers in sequence.
  std::vector<std::string> ids;
  constexpr unsigned each = 2000;
  for (unsigned i = 1; i <= each; ++i) {
    const std::string half = guid_of(i).substr(28);
    ids.push_back(half + "-0000-4000-" + half.substr(0, 4) + "-" + half.substr(4) + "00004000");
    ids.push_back("00000000-0000-0000-0000-0000" + half);
    ids.push_back(half + "-0000-0000-0000-000000000000");
    ids.push_back("Sub-" + half);
    ids.push_back("Sub-" + half.substr(4));
  }
  const Portfolio portfolio = portfolio_of(ids);
  const IdHash hash_of(portfolio);
  std::set<std::uint32_t> hashes;
  std::set<std::uint64_t> places_by_start;  // of 65,536, by the high bits as filter and table take them
  std::set<std::uint64_t> tags_by_end;      // by the low bits, as the table tells ids in one place apart
  for (RowIndex row = 0; row < ids.size(); ++row) {
    const std::uint32_t hash = hash_of(portfolio.row(row).id);
    hashes.insert(hash);
    places_by_start.insert(hash >> 16);
    tags_by_end.insert(hash & 0xffff);
  }
  CHECK(hashes.size() + 4 >= ids.size());  // of four bytes, two of 10,000 ids may have one by chance
  CHECK(places_by_start.size() > ids.size() / 2);
  CHECK(tags_by_end.size() > ids.size() / 2);
}

TEST_CASE("another row can take the place of one with the same id", "[plan][R14]") {
  const Portfolio portfolio = portfolio_of({guid_of(1), "a", "A", guid_of(2)});
  Filled made = filled(portfolio);
  REQUIRE(made.duplicates.size() == 1);
  made.table.replace(made.duplicates[0].slot, 2);
  CHECK(made.table.find(std::string_view("a")) == 2U);
  CHECK(made.table.find(std::string_view(guid_of(2))) == 3U);
}

TEST_CASE("an id by its text has the hash of the id", "[plan]") {
  const std::string guid = guid_of(0xabcdef);
  const Portfolio portfolio = portfolio_of({guid, "Sub-A"});
  const IdHash hash_of(portfolio);
  for (const std::string& text : {guid, std::string("00000000-0000-4000-8000-000000ABCDEF")})
    CHECK(hash_of(std::string_view(text)) == hash_of(portfolio.row(0).id));
  for (const char* text : {"Sub-A", "sub-a", "SUB-A"}) {
    CHECK(hash_of(std::string_view(text)) == hash_of(portfolio.row(1).id));
  }
}

TEST_CASE("a table without rows finds nothing", "[plan]") {
  const Portfolio portfolio = portfolio_of({});
  const IdTable table(portfolio, 0);
  CHECK_FALSE(table.find(std::string_view("a")));
}
