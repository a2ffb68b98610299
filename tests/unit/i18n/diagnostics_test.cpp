#include "nceplan/i18n/texts.hpp"
#include "support/catch.hpp"

using namespace nceplan;

namespace {

Diagnostic ambiguous_date() {
  return {DiagnosticCode::date_ambiguous,
          Severity::error,
          {"kunden.csv", 17, 8, "ExpirationDate"},
          "03/04/2024",
          {"2024-04-03", "2024-03-04"}};
}

}  // namespace

TEST_CASE("An ambiguous date names both readings and the way out") {
  const Diagnostic diagnostic = ambiguous_date();
  CHECK(message(diagnostic, Language::en) == "ExpirationDate \"03/04/2024\" can be 3 April or 4 March");
  CHECK(expectation(diagnostic, Language::en) == "one date order for the whole column; no row of it decides");
  CHECK(fix(diagnostic, Language::en) == "--date-order mdy (untouched tool export) or dmy (saved by a German Excel)");
  CHECK(message(diagnostic, Language::de) == "ExpirationDate „03/04/2024“ kann der 3. April oder der 4. März sein");
}

TEST_CASE("What was seen is shortened and made safe, the field stands before it") {
  Diagnostic diagnostic{DiagnosticCode::seats_invalid, Severity::error, {"a.csv", 2, 3, "Seats"}, "\x1b[31m-5", {}};
  CHECK(message(diagnostic, Language::en) == "Seats \"\\x1b[31m-5\" is not a number of seats");
  diagnostic.seen = std::string(200, 'x');
  CHECK(message(diagnostic, Language::en) == "Seats \"" + std::string(59, 'x') + "…\" is not a number of seats");
  diagnostic.where.field.clear();
  diagnostic.seen = "five {0} {cell}";
  CHECK(message(diagnostic, Language::en) == "\"five {0} {cell}\" is not a number of seats");
  diagnostic.seen.clear();
  CHECK(message(diagnostic, Language::en) == "value is not a number of seats");
}

TEST_CASE("A near miss is offered where there is one") {
  Diagnostic diagnostic{DiagnosticCode::columns_missing,
                        Severity::error,
                        {"a.csv", 1, 0, ""},
                        "",
                        {"renewal_date", "Customer, Renwal", "Renwal"}};
  CHECK(message(diagnostic, Language::en) == "no column for renewal_date; the headers are Customer, Renwal");
  CHECK(fix(diagnostic, Language::en) == "--map FIELD=HEADER; did you mean \"Renwal\"?");
  diagnostic.details[2].clear();
  CHECK(fix(diagnostic, Language::en) == "--map FIELD=HEADER");
}

TEST_CASE("A value of the wrong type says in words which type is right") {
  const Diagnostic diagnostic{
      DiagnosticCode::value_type, Severity::error, {"a.json", 4, 9, "/items/0/quantity"}, "[]", {"number"}};
  CHECK(message(diagnostic, Language::en) == "/items/0/quantity \"[]\" has the wrong type");
  CHECK(expectation(diagnostic, Language::en) == "a number");
  CHECK(expectation(diagnostic, Language::de) == "eine Zahl");
}

TEST_CASE("Every code is worded in both languages, also without details") {
  for (std::size_t code = 0; code < diagnostic_code_count; ++code) {
    const Diagnostic bare{static_cast<DiagnosticCode>(code), Severity::error, {}, "", {}};
    for (const Language language : {Language::en, Language::de}) {
      INFO(to_code(bare.code));
      CHECK_FALSE(message(bare, language).empty());
      CHECK(message(bare, language).find('{') == std::string::npos);
      CHECK(expectation(bare, language).find('{') == std::string::npos);
      CHECK(fix(bare, language).find('{') == std::string::npos);
    }
  }
}
