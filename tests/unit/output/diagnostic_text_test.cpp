#include "nceplan/output/diagnostic_text.hpp"

#include "support/catch.hpp"

using namespace nceplan;

namespace {

Diagnostic ambiguous_date(std::uint64_t line) {
  return {DiagnosticCode::date_ambiguous,
          Severity::error,
          {"kunden.csv", line, 8, "ExpirationDate"},
          "03/04/2024",
          {"2024-04-03", "2024-03-04"}};
}

std::string written(const Diagnostics& diagnostics, const DiagnosticTextOptions& options) {
  std::string bytes;
  write_diagnostics(diagnostics, options, [&](std::string_view part) { bytes += part; });
  return bytes;
}

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("A problem names its place, what was seen, what was expected, and the fix") {
  Diagnostics diagnostics;
  diagnostics.add(ambiguous_date(17));
  CHECK(written(diagnostics, {}) ==
        "kunden.csv:17:8: error: ExpirationDate \"03/04/2024\" can be 3 April or 4 March [date-ambiguous]\n"
        "  expected  one date order for the whole column; no row of it decides\n"
        "  fix       --date-order mdy (untouched tool export) or dmy (saved by a German Excel)\n"
        "1 error.\n");
  CHECK(written(diagnostics, {.language = Language::de}) ==
        "kunden.csv:17:8: Fehler: ExpirationDate „03/04/2024“ kann der 3. April oder der 4. März sein "
        "[date-ambiguous]\n"
        "  erwartet  ein Datumsformat für die ganze Spalte; keine Zeile entscheidet es\n"
        "  Abhilfe   --date-order mdy (unveränderter Export) oder dmy (von deutschem Excel gespeichert)\n"
        "1 Fehler.\n");
}

TEST_CASE("At most 20 of a kind are shown, and the total always") {
  Diagnostics diagnostics;
  for (std::uint64_t line = 1; line <= 332; ++line) diagnostics.add(ambiguous_date(line));
  diagnostics.add({DiagnosticCode::status_unknown, Severity::warning, {"kunden.csv", 3, 2, "Status"}, "odd", {}});
  const std::string text = written(diagnostics, {});
  CHECK(count_of(text, "can be 3 April") == 20);
  CHECK(count_of(text, "--date-order") == 1);
  CHECK(count_of(text, "  and 312 more [date-ambiguous]\n") == 1);
  CHECK(text.find("332 errors, 1 warning.\n") != text.npos);
  CHECK(text.find("more [status-unknown]") == text.npos);
}

TEST_CASE("Errors only leaves warnings and notes out, also of the counts") {
  Diagnostics diagnostics;
  diagnostics.add({DiagnosticCode::status_unknown, Severity::warning, {"kunden.csv", 3, 2, "Status"}, "odd", {}});
  CHECK(written(diagnostics, {.errors_only = true}).empty());
  CHECK(written({}, {}).empty());
}

TEST_CASE("A place without line or file is still a place, and control characters never reach the terminal") {
  Diagnostics diagnostics;
  diagnostics.add({DiagnosticCode::file_empty, Severity::error, {"a\x1b[2J.csv", 0, 0, ""}, "", {}});
  diagnostics.add({DiagnosticCode::edition_unknown, Severity::error, {}, "2099", {"2023-07, 2024-05"}});
  const std::string text = written(diagnostics, {.color = false});
  CHECK(text.find("a\\x1b[2J.csv: error: the file is empty [file-empty]\n") == 0);
  CHECK(text.find("nceplan: error: there is no edition \"2099\" [edition-unknown]\n") != text.npos);
  CHECK(text.find('\x1b') == text.npos);
  CHECK(written(diagnostics, {.color = true}).find("\x1b[1;31merror\x1b[0m") != text.npos);
}
