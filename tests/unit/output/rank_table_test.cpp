#include "output/rank_table.hpp"

#include <random>

#include "support/catch.hpp"

using namespace nceplan;

namespace {

/// Ranks of the texts, each under a handle of its own; two shards in turn.
std::vector<std::uint32_t> ranks_of(const std::vector<std::string>& texts) {
  std::vector<Handle> handles;
  for (std::uint32_t i = 0; i < texts.size(); ++i) handles.push_back(Handle::of(i % 2, i));
  const RankTable table(handles, [&](Handle handle) { return std::string_view(texts[handle.entry()]); });
  std::vector<std::uint32_t> ranks;
  for (const Handle handle : handles) ranks.push_back(table[handle]);
  return ranks;
}

using Ranks = std::vector<std::uint32_t>;
constexpr auto empty = RankTable::empty_rank;

}  // namespace

TEST_CASE("texts rank without case, then by their bytes, equal ones alike") {
  CHECK(ranks_of({}) == Ranks{});
  CHECK(ranks_of({"b", "a", "B", "A", "a"}) == Ranks{3, 1, 2, 0, 1});
  CHECK(ranks_of({"", "a", ""}) == Ranks{empty, 0, empty});
  CHECK(ranks_of({"abc", "ab", "abcd", "Ab"}) == Ranks{2, 1, 3, 0});
  CHECK(ranks_of({"é", "z", "e"}) == Ranks{2, 1, 0});
}

TEST_CASE("texts are told apart wherever they differ") {
  for (const std::size_t length : {6U, 7U, 8U, 9U, 15U, 16U, 17U, 127U, 128U, 129U, 136U, 137U, 1000U}) {
    CAPTURE(length);
    const std::string common(length, 'x');
    CHECK(ranks_of({common + "b", common, common + "A", common + "b", common + "a"}) == Ranks{3, 0, 1, 3, 2});
  }
}

TEST_CASE("a zero byte is no end of a text") {
  using namespace std::string_literals;
  CHECK(ranks_of({"a\0b"s, "a"s, "a\0a"s, "a\0"s}) == Ranks{3, 0, 2, 1});
}

TEST_CASE("any number of threads ranks alike", "[parallel]") {
  std::mt19937 random(7);
  std::vector<std::string> texts(40'000);
  for (std::string& text : texts) {
    const bool is_contoso = random() % 4 != 0;  // most share a beginning, so that all threads take those
    text = !is_contoso ? std::string(random() % 12, static_cast<char>('a' + random() % 26))
                       : std::string(random() % 2 == 0 ? "Contoso " : "contoso ");
    text += std::to_string(random() % 30'000);
  }
  const auto text_of = [&](Handle handle) { return std::string_view(texts[handle.entry()]); };
  std::vector<Handle> handles;
  for (std::uint32_t i = 0; i < texts.size(); ++i) handles.push_back(Handle::of(0, i));
  const RankTable expected(handles, text_of);
  for (const unsigned jobs : {2U, 3U, 5U}) {
    CAPTURE(jobs);
    const RankTable table(handles, text_of, jobs);
    CHECK(
        std::all_of(handles.begin(), handles.end(), [&](Handle handle) { return table[handle] == expected[handle]; }));
  }
}

TEST_CASE("what was not ranked counts as empty") {
  const RankTable table({Handle::of(0, 1)}, [](Handle) { return std::string_view("x"); });
  CHECK(table[Handle::of(0, 1)] == 0);
  CHECK(table[Handle::of(0, 0)] == empty);
  CHECK(table[Handle::of(0, 2)] == empty);
  CHECK(table[Handle::of(7, 1)] == empty);
}
