#include "nceplan/input/waiver_reader.hpp"

#include "nceplan/base/date.hpp"
#include "support/catch.hpp"

using namespace nceplan;

namespace {

struct Read {
  Waivers waivers;
  std::vector<std::string> problems;  ///< `line:column code field "seen"`
};

Read read(const std::string& content, std::optional<DateOrder> date_order = std::nullopt) {
  Diagnostics diagnostics;
  ReadOptions options;
  options.date_order = date_order;
  Read result{read_waivers(memory_file("w.csv", content), options, diagnostics), {}};
  for (const Diagnostic& problem : diagnostics.kept()) {
    CHECK(problem.where.file == "w.csv");
    result.problems.push_back(std::to_string(problem.where.line) + ':' + std::to_string(problem.where.column) + ' ' +
                              std::string(to_code(problem.code)) + ' ' + problem.where.field + " \"" + problem.seen +
                              '"');
  }
  return result;
}

std::string until(const Read& result) {
  return result.waivers.size() == 1 ? to_iso(result.waivers.front().until) : std::string("not one waiver");
}

Diagnostic failure_of(const std::string& content) {
  try {
    read(content);
  } catch (const Failure& failure) {
    return failure.diagnostic();
  }
  FAIL("no failure");
  return {};
}

}  // namespace

TEST_CASE("a waiver names a subscription or a customer, why, who and until when", "[input]") {
  const Read result = read(
      "subscription,customer,reason,owner,until\n"
      "AAAA-1,,leaves at term end,Erika Muster,2024-03-31\n"
      ",Fabrikam AG,\"merger, wait\",ops@example.com,2024-12-31\n");
  CHECK(result.problems.empty());
  REQUIRE(result.waivers.size() == 2);
  CHECK(result.waivers[0] ==
        Waiver{"AAAA-1", "", "leaves at term end", "Erika Muster", *parse_iso_date("2024-03-31"), "w.csv", 2});
  CHECK(result.waivers[1] ==
        Waiver{"", "Fabrikam AG", "merger, wait", "ops@example.com", *parse_iso_date("2024-12-31"), "w.csv", 3});
}

TEST_CASE("what a German Excel saves is read: semicolons, headers, dates, byte order mark, Windows-1252", "[input]") {
  const std::string table =
      "Kunde;Grund;Verantwortlich;G\xfcltig bis\r\nK\xf6hler;k\xfcndigt;J. M\xfcller;31.03.2024\r\n;;;\r\n";
  const Read ansi = read(table);
  CHECK(ansi.problems.empty());
  CHECK(until(ansi) == "2024-03-31");
  CHECK(ansi.waivers.front().customer == "Köhler");
  CHECK(ansi.waivers.front().owner == "J. Müller");
  const Read utf8 =
      read("\xef\xbb\xbfsep=;\r\nAbonnement-ID;Begründung;Zuständig;Ausgenommen bis\r\nx;y;z;31.12.2024\r\n");
  CHECK(until(utf8) == "2024-12-31");
  CHECK(utf8.waivers.front().line == 3);
  std::string utf16 = "\xff\xfe";
  for (const char c : std::string("customer\treason\towner\tuntil\r\nA\tb\tc\t2024-02-29\r\n")) utf16 += {c, '\0'};
  CHECK(until(read(utf16)) == "2024-02-29");
}

TEST_CASE("a title above the header, other columns and the order of columns do not matter", "[input]") {
  const Read result = read("Our waivers\nTicket,Until,By,Why,Customer name,Customer ID\n7,45382,me,so,Contoso,T-1\n");
  CHECK(result.problems.empty());
  CHECK(until(result) == "2024-03-31");
  CHECK(result.waivers.front().customer == "T-1");
}

TEST_CASE("a row that lacks something waives nothing and says where", "[input]") {
  const Read result = read(
      "subscription,customer,reason,owner,until\n"
      ",,why,who,2024-03-31\n"
      "a,,,who,2024-03-31\n"
      "a,,why,,2024-03-31\n"
      "a,,why,who,\n"
      "a,,why,who,soon\n"
      "a,,why,who,2024-02-30\n"
      "a\n"
      "good,,why,who,2024-03-31\n");
  CHECK(result.problems == std::vector<std::string>{
                               "2:1 waiver-incomplete subscription / customer \"\"",
                               "3:3 waiver-incomplete reason \"\"",
                               "4:4 waiver-incomplete owner \"\"",
                               "5:5 waiver-incomplete until \"\"",
                               "6:5 date-invalid until \"soon\"",
                               "7:5 date-invalid until \"2024-02-30\"",
                               "8:3 waiver-incomplete reason \"\"",
                               "8:4 waiver-incomplete owner \"\"",
                               "8:5 waiver-incomplete until \"\"",
                           });
  REQUIRE(result.waivers.size() == 1);
  CHECK(result.waivers.front().subscription == "good");
}

TEST_CASE("--date-order decides only what the dates of the file leave open", "[input]") {
  const std::string open = "customer,reason,owner,until\na,b,c,03/04/2024\n";
  CHECK(read(open).problems == std::vector<std::string>{"2:4 date-ambiguous until \"03/04/2024\""});
  CHECK(until(read(open, DateOrder::dmy)) == "2024-04-03");
  CHECK(until(read(open, DateOrder::mdy)) == "2024-03-04");
  CHECK(until(read("customer,reason,owner,until\na,b,c,31.03.2024\n", DateOrder::mdy)) == "2024-03-31");
}

TEST_CASE("a file without the columns is refused by what is missing", "[input]") {
  const Diagnostic problem = failure_of("Kunde;Ablaufdatum;Status\na;2024-01-01;x\n");
  CHECK(problem.code == DiagnosticCode::waiver_columns_missing);
  CHECK(problem.details == std::vector<std::string>{"reason, owner", "Kunde, Ablaufdatum, Status"});
  CHECK(failure_of("").code == DiagnosticCode::file_empty);
  CHECK(failure_of("PK\x03\x04").code == DiagnosticCode::xlsx_unsupported);
}
