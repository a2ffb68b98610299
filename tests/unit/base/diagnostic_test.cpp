#include "nceplan/base/diagnostic.hpp"

#include <set>

#include "support/catch.hpp"

using namespace nceplan;

namespace {

Diagnostic at_line(std::uint64_t line, DiagnosticCode code = DiagnosticCode::date_invalid) {
  return {code, Severity::error, {"f.csv", line, 1, "Date"}, "x", {}};
}

}  // namespace

TEST_CASE("every diagnostic code has a name of its own") {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < diagnostic_code_count; ++i) names.insert(to_code(static_cast<DiagnosticCode>(i)));
  CHECK(names.size() == diagnostic_code_count);
  CHECK(names.count("") == 0);
}

TEST_CASE("the first of a kind are kept and all are counted") {
  Diagnostics diagnostics;
  for (std::uint64_t i = 1; i <= 50; ++i) diagnostics.add(at_line(i));
  diagnostics.add(at_line(7, DiagnosticCode::seats_invalid));
  CHECK(diagnostics.kept().size() == Diagnostics::kept_per_code + 1);
  CHECK(diagnostics.count(DiagnosticCode::date_invalid) == 50);
  CHECK(diagnostics.errors() == 51);
}

TEST_CASE("appending gives what adding one by one gives, however the rows were cut") {
  for (const std::uint64_t cut : {0U, 1U, 10U, 20U, 30U, 50U}) {
    Diagnostics whole;
    Diagnostics first;
    Diagnostics second;
    for (std::uint64_t i = 0; i < 50; ++i) {
      whole.add(at_line(i));
      (i < cut ? first : second).add(at_line(i));
    }
    first.append(second);
    CHECK(first.kept() == whole.kept());
    CHECK(first.count(DiagnosticCode::date_invalid) == 50);
    CHECK(first.errors() == whole.errors());
  }
}

TEST_CASE("lines move with their block") {
  Diagnostics diagnostics;
  diagnostics.add(at_line(3));
  diagnostics.move_lines(100);
  CHECK(diagnostics.kept().front().where.line == 103);
}

TEST_CASE("places are written as users copy them") {
  CHECK(to_text({.file = "a.csv", .field = {}}) == "a.csv");
  CHECK(to_text({.file = "a.csv", .line = 7, .field = {}}) == "a.csv:7");
  CHECK(to_text({.file = "a.csv", .line = 7, .column = 3, .field = "Seats"}) == "a.csv:7:3");
  CHECK(to_text({.file = "a.json", .field = "/items/0", .element = 4}) == "a.json:4");
  CHECK(to_text({.file = "a.xlsx", .field = {}, .sheet = "Abos"}) == "a.xlsx:Abos");
  CHECK(to_text({.file = "a.xlsx", .line = 7, .field = {}, .sheet = "Abos"}) == "a.xlsx:Abos!A7");
  CHECK(to_text({.file = "a.xlsx", .line = 7, .column = 28, .field = {}, .sheet = "Abos"}) == "a.xlsx:Abos!AB7");
}
