#include "nceplan/base/formula_guard.hpp"

#include "support/catch.hpp"

using namespace nceplan;

TEST_CASE("texts that a spreadsheet would run need a guard") {
  for (const char* text : {"=1", "+1", "-1", "@x", "\tx", "\rx", "＝1", "＋1", "－1", "＠x", "'=1", "''-1"}) {
    INFO(text);
    CHECK(needs_formula_guard(text));
  }
  for (const char* text : {"", "'", "''", "a=1", "1-1", "'a", " =1", "\n=1", "\xef\xbc", "Ökohof"}) {
    INFO(text);
    CHECK_FALSE(needs_formula_guard(text));
  }
}

TEST_CASE("taking a guard off gives the text that was guarded") {
  for (const std::string text : {"=1", "'=1", "''=1", "＠x"}) CHECK(without_formula_guard("'" + text) == text);
  for (const std::string text : {"", "'", "'a", "=1", "O'Neill"}) CHECK(without_formula_guard(text) == text);
}
