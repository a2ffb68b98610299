#include "nceplan/output/runner_guard.hpp"

#include "support/catch.hpp"

using namespace nceplan;

TEST_CASE("what a runner takes as a command gets a visible escape, all else stays", "[output]") {
  struct Case {
    std::string text;
    std::string expected;
  };
  const auto [text, expected] = GENERATE(values<Case>({
      {"::error::x", "\\x3a:error::x"},
      {"  ::set-env name=A::b\n", "  \\x3a:set-env name=A::b\n"},
      {"\t\xc2\xa0\xe2\x80\x83::x::", "\t\xc2\xa0\xe2\x80\x83\\x3a:x::"},
      {"\xef\xbb\xbf\xe2\x80\x8b::x::", "\xef\xbb\xbf\xe2\x80\x8b\\x3a:x::"},
      {"a ::error::x", "a ::error::x"},
      {"std::vector", "std::vector"},
      {":single", ":single"},
      {"a##vso[task.complete]b", "a#\\x23vso[task.complete]b"},
      {"a##VSO[task.complete]b", "a#\\x23VSO[task.complete]b"},
      {"x##[add-mask]y", "x#\\x23[add-mask]y"},
      {"###[group]", "##\\x23[group]"},
      {"##vso##vso[a.b]", "#\\x23vso#\\x23vso[a.b]"},
      {"## Fabrikam AG\n", "## Fabrikam AG\n"},
      {"# 1\n##\n", "# 1\n##\n"},
      {"a\n::b::c\n##[d]e\n", "a\n\\x3a:b::c\n#\\x23[d]e\n"},
      {"", ""},
  }));
  CHECK(without_runner_commands(text) == expected);
}

TEST_CASE("a command that comes in pieces is seen too", "[output]") {
  std::string seen;
  RunnerGuard guard([&](std::string_view bytes) { seen += bytes; });
  for (const char c : std::string("ok\n  ::error::x\na ##v") + "so[task.x]y\n::end") guard.write({&c, 1});
  guard.close();
  CHECK(seen == "ok\n  \\x3a:error::x\na #\\x23vso[task.x]y\n\\x3a:end");
}
