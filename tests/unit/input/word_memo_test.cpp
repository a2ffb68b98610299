#include "input/word_memo.hpp"

#include <map>
#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace nceplan;

TEST_CASE("a word means what the parser says, however often and in whichever order it comes") {
  WordMemo<std::string> memo;
  std::map<std::string, int> parsed;
  const auto parse = [&parsed](std::string_view text) {
    ++parsed[std::string(text)];
    return "<" + std::string(text) + ">";
  };
  std::vector<std::string> words;
  for (char a = 'a'; a <= 'z'; ++a) {
    for (std::size_t size = 1; size <= 18; ++size) words.push_back(std::string(size - 1, 'x') + a);
  }
  for (int round = 0; round < 3; ++round) {
    for (const std::string& word : words) CHECK(memo.value_of(word, parse) == "<" + word + ">");
  }
  parsed.clear();
  for (int round = 0; round < 5; ++round) memo.value_of("Monthly", parse);
  CHECK(parsed["Monthly"] <= 1);
}

TEST_CASE("a word that was kept is found until another takes its place") {
  WordMemo<int, 9> memo;
  CHECK(memo.find("False,True") == nullptr);
  memo.keep("False,True", 7);
  REQUIRE(memo.find("False,True") != nullptr);
  CHECK(*memo.find("False,True") == 7);
  CHECK(memo.find("True,False") == nullptr);
  const std::string long_word = "17 characters are";
  for (const std::string& word : {std::string(), long_word}) {
    memo.keep(word, 1);
    CHECK(memo.find(word) == nullptr);
  }
  int kept = 0;
  for (int i = 0; i < 10'000; ++i) memo.keep(std::to_string(i), i);
  for (int i = 0; i < 10'000; ++i) {
    const int* const found = memo.find(std::to_string(i));
    if (found == nullptr) continue;
    ++kept;
    if (*found != i) FAIL(i << " became " << *found);
  }
  CHECK(kept > 100);
}

TEST_CASE("short words of one length differ as numbers") {
  CHECK(short_word("a") != short_word("b"));
  CHECK(short_word("ab") != short_word("ba"));
  CHECK(short_word("abc") != short_word("acb"));
  CHECK(short_word("abcd") != short_word("abdc"));
  CHECK(short_word("abcdefgh") != short_word("abcdefhg"));
  CHECK(short_word(std::string_view("\0\0", 2)) == ShortWord{});
  CHECK(short_word("abcdefghi") != short_word("abcdefghj"));
  CHECK(short_word("abcdefghijklmnop") != short_word("bacdefghijklmnop"));
}
