#include "nceplan/base/text.hpp"

#include "support/catch.hpp"

using namespace nceplan;

TEST_CASE("trimming takes spaces, tabs, breaks and no-break spaces from both ends only") {
  CHECK(trim("  a b \t\r\n") == "a b");
  CHECK(trim("\xc2\xa0 x \xc2\xa0") == "x");
  CHECK(trim(" \t ").empty());
  CHECK(trim("").empty());
}

TEST_CASE("folded names are equal across case, composition and padding") {
  CHECK(fold(" Müller ") == fold("MÜLLER"));
  CHECK(fold("Mu\xcc\x88ller") == fold("Müller"));
  CHECK(fold("STRASSE") == fold("Straße"));
  CHECK(fold("A") != fold("B"));
  CHECK(fold("\xff Bad") == "\xff bad");
}

TEST_CASE("display width counts columns, not bytes") {
  CHECK(display_width("Müller") == 6);
  CHECK(display_width("日本") == 4);
  CHECK(display_width("Mu\xcc\x88ller") == 6);
  CHECK(elide("Bäckerei Müller", 9) == "Bäckerei…");
  CHECK(elide("kurz", 9) == "kurz");
  CHECK(elide("日本語", 4) == "日…");
  CHECK(elide("abc", 0).empty());
}

TEST_CASE("control characters never reach a terminal raw") {
  CHECK(escape_controls("a\x1b[31mb") == "a\\x1b[31mb");
  CHECK(escape_controls("a\nb\tc\rd") == "a\\nb\\tc\\rd");
  CHECK(escape_controls("\xe2\x80\xaetxt") == "\\u202etxt");
  CHECK(escape_controls("\xc2\x9b") == "\\x9b");
  CHECK(escape_controls("\xff") == "\\xff");
  CHECK(escape_controls("Müller 🥨") == "Müller 🥨");
}

TEST_CASE("the nearest word is suggested only when it is near") {
  const std::string_view words[] = {"plan", "check", "explain"};
  CHECK(nearest("plam", words) == "plan");
  CHECK(nearest("PLAN", words) == "plan");
  CHECK(nearest("exlpain", words) == "explain");
  CHECK(nearest("plna", words) == "plan");
  CHECK(nearest("lpan", words) == "plan");
  CHECK(nearest("zzzzz", words).empty());
}

TEST_CASE("a word of a command line is quoted when a shell would take it for more") {
  CHECK(shell_word("exports/Müller-2024_01.csv") == "exports/Müller-2024_01.csv");
  CHECK(shell_word("") == "\"\"");
  CHECK(shell_word("my export.csv") == "\"my export.csv\"");
  CHECK(shell_word("it's.csv") == "\"it's.csv\"");
  CHECK(shell_word("a;b&c|d.csv") == "\"a;b&c|d.csv\"");
  CHECK(shell_word("$(touch x).csv") == "'$(touch x).csv'");
  CHECK(shell_word("`x` \"y\".csv") == "'`x` \"y\".csv'");
  CHECK(shell_word("it's $HOME") == "'it'\\''s $HOME'");
}

TEST_CASE("globs know any run and any one character") {
  CHECK(matches_glob("Contoso Ltd", "contoso*"));
  CHECK(matches_glob("Contoso", "*"));
  CHECK(matches_glob("", "*"));
  CHECK(matches_glob("a1b", "a?b"));
  CHECK(matches_glob("abcabc", "*abc"));
  CHECK_FALSE(matches_glob("ab", "a?b"));
  CHECK_FALSE(matches_glob("Contoso", "Fab*"));
  CHECK_FALSE(matches_glob("", "?"));
}

TEST_CASE("splitting trims the pieces") {
  CHECK(split("a; b ;c", ';') == std::vector<std::string_view>{"a", "b", "c"});
  CHECK(split("", ';').empty());
  CHECK(split("a;;b", ';').size() == 3);
}

TEST_CASE("what would be a command in the log of a CI system is text anywhere else") {
  for (const std::string_view text : {"::error::x", "a ::b", "##[group]x", "##vso[task.complete]", "std::vector"}) {
    CHECK(escape_controls(text) == text);
  }
}
