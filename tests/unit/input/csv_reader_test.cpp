#include <random>
#include <string>
#include <vector>

#include "nceplan/input/encoding.hpp"
#include "nceplan/input/read_portfolio.hpp"
#include "support/catch.hpp"

using namespace nceplan;

namespace {

const std::string header = "Customer,Product,Subscription ID,Seats,Renewal date\n";

/// What a test looks at: one line per row, and the problems.
struct Outcome {
  std::vector<std::string> rows;
  std::vector<std::string> problems;
  std::uint64_t read = 0;
  std::uint64_t rejected = 0;

  friend bool operator==(const Outcome&, const Outcome&) = default;
};

std::string described(const Portfolio& portfolio, const RowBlock& block, const Subscription& row) {
  const OptionalDate renewal = Portfolio::dates(block, row).renewal;
  return std::to_string(row.source_line) + ' ' + std::string(portfolio.text(portfolio.customer(row.customer).name)) +
         '/' + std::string(portfolio.text(portfolio.product(row.product).name)) + '/' + portfolio.to_string(row.id) +
         '/' + std::to_string(row.seats) + '/' + (renewal ? to_iso(*renewal) : "-");
}

Outcome read(const std::string& text, ReadOptions options = {}) {
  const InputFile file = memory_file("kunden.csv", text);
  Diagnostics diagnostics;
  const Portfolio portfolio = read_portfolio({&file, 1}, options, diagnostics);
  Outcome outcome;
  for (const RowBlock& block : portfolio.blocks) {
    for (const Subscription& row : block.rows) outcome.rows.push_back(described(portfolio, block, row));
  }
  for (const Diagnostic& problem : diagnostics.kept()) {
    outcome.problems.push_back(std::to_string(problem.where.line) + ' ' + std::string(to_code(problem.code)));
  }
  outcome.read = portfolio.rows_read();
  outcome.rejected = portfolio.rows_rejected();
  return outcome;
}

using Lines = std::vector<std::string>;

DiagnosticCode failure_of(const std::string& text) {
  try {
    read(text);
  } catch (const Failure& failure) {
    return failure.diagnostic().code;
  }
  return DiagnosticCode::count_;
}

std::string random_export(std::mt19937& random, int rows) {
  const Lines customers = {"Contoso Ltd", "\"Fabrikam, Inc.\"", "\"The \"\"Big\"\" One\"", "\"Two\nLines\r\nthree\"",
                           "Bäckerei Müller"};
  std::string text = header;
  for (int i = 0; i < rows; ++i) {
    text += customers[random() % customers.size()] + ",Office 365 E3,SUB-" + std::to_string(i) + ',' +
            std::to_string(random() % 300) + ",2024-0" + std::to_string(1 + random() % 9) + "-15";
    if (random() % 20 == 0) text += ",one too many";
    text += random() % 3 == 0 ? "\r\n" : "\n";
    if (random() % 10 == 0) text += "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("rows are read with their line numbers") {
  const Outcome outcome =
      read(header +
           "Contoso,Office 365 E3,S1,5,2024-02-01\n\n\"Fab\nrikam\",Visio,S2,,2024-03-01\nTrey,Visio,S3,7,2024-03-02");
  CHECK(outcome.rows == Lines{"2 Contoso/Office 365 E3/S1/5/2024-02-01", "4 Fab\nrikam/Visio/S2/-1/2024-03-01",
                              "6 Trey/Visio/S3/7/2024-03-02"});
  CHECK(outcome.problems.empty());
  CHECK(outcome.read == 3);
}

TEST_CASE("any block size and any number of jobs give the same rows and problems", "[parallel]") {
  std::mt19937 random(42);
  for (int round = 0; round < 6; ++round) {
    const std::string text = random_export(random, 120);
    const Outcome whole = read(text, {.block_size = 1 << 20});
    CHECK(whole.read == 120);
    CHECK(whole.rejected > 0);
    for (const std::size_t block_size :
         {std::size_t{1}, std::size_t{7}, std::size_t{50}, std::size_t{51}, std::size_t{333}, std::size_t{4096}}) {
      for (const unsigned jobs : {1U, 2U, 5U}) {
        CAPTURE(block_size, jobs);
        REQUIRE(read(text, {.jobs = jobs, .block_size = block_size}) == whole);
      }
    }
  }
}

TEST_CASE("a quote that is never closed costs one line") {
  const std::string text =
      header + "A,P,S1,1,2024-02-01\n\"B,P,S2,1,2024-02-01\nC,P,S3,1,2024-02-01\nD,P,S4,1,2024-02-01\n";
  for (const std::size_t block_size : {std::size_t{3}, std::size_t{30}, std::size_t{1} << 20}) {
    CAPTURE(block_size);
    const Outcome outcome = read(text, {.jobs = 2, .block_size = block_size});
    CHECK(outcome.rows == Lines{"2 A/P/S1/1/2024-02-01", "4 C/P/S3/1/2024-02-01", "5 D/P/S4/1/2024-02-01"});
    CHECK(outcome.problems == Lines{"3 quote-unclosed"});
    CHECK(outcome.read == 4);
    CHECK(outcome.rejected == 1);
  }
}

TEST_CASE("stray quotes cost no more than the last rows, and the same ones in blocks of any size") {
  std::string text = header;
  for (int row = 0; row < 100; ++row) text += "19\",\"P,S" + std::to_string(row) + ",1,2024-02-01\n";
  const Outcome whole = read(text, {.block_size = 1 << 20});
  CHECK(whole.rows.front() == "2 19\"/\"P/S0/1/2024-02-01");
  CHECK(whole.read == 100);
  CHECK(whole.rejected <= 10);  // at the end too few fields are left
  CHECK(whole.problems.size() == whole.rejected);

  std::mt19937 random(19);
  const std::vector<std::string> cells = {"a", "\"b\"", "19\"", "\"c", "\"d\ne\"", "\"\"", "f\"\"", "\"g, h\""};
  for (int round = 0; round < 40; ++round) {
    std::string mixed = header;
    for (int row = 0; row < 60; ++row) {
      const auto cell = [&] { return cells[random() % 8 < 5 ? 0 : random() % cells.size()]; };
      mixed += cell() + ',' + cell() + ',' + std::to_string(row) + ",1,2024-02-01\n";
    }
    const Outcome at_once = read(mixed, {.block_size = 1 << 20});
    for (const std::size_t block_size : {std::size_t{1}, std::size_t{40}, std::size_t{333}}) {
      for (const unsigned jobs : {1U, 3U}) {
        CAPTURE(mixed, block_size, jobs);
        REQUIRE(read(mixed, {.jobs = jobs, .block_size = block_size}) == at_once);
      }
    }
  }
}

TEST_CASE("rows of the wrong width are rejected and the rest is read") {
  const Outcome outcome =
      read(header + "A,P,S1\nB,P,S2,1,2024-02-01,x\nC,P,S3,1,2024-02-01,,\n,,,,\n   \nD,P,S4,1,2024-02-01\n");
  CHECK(outcome.rows == Lines{"4 C/P/S3/1/2024-02-01", "7 D/P/S4/1/2024-02-01"});
  CHECK(outcome.problems == Lines{"2 fields-too-few", "3 fields-too-many"});
  CHECK(outcome.read == 4);
}

TEST_CASE("every problem of a row is reported and the row rejected once") {
  const Outcome outcome = read(header + ",,S1,-5,2024-02-30\n");
  CHECK(outcome.rows.empty());
  CHECK(outcome.problems == Lines{"2 product-missing", "2 customer-missing", "2 seats-invalid", "2 date-invalid"});
  CHECK(outcome.rejected == 1);
}

TEST_CASE("one telling date far down turns the whole column") {
  std::string text = header;
  for (int i = 0; i < 50; ++i) text += "A,P,S" + std::to_string(i) + ",1,03/04/2024\n";
  const std::string telling = "A,P,S99,1,25/12/2024\n";
  const Outcome outcome = read(text + telling, {.jobs = 3, .block_size = 100});
  REQUIRE(outcome.rows.size() == 51);
  CHECK(outcome.rows.front() == "2 A/P/S0/1/2024-04-03");
  const Outcome ambiguous = read(text, {.block_size = 100});
  CHECK(ambiguous.rows.empty());
  CHECK(ambiguous.problems.size() == Diagnostics::kept_per_code);
  CHECK(ambiguous.problems.front() == "2 date-ambiguous");
  CHECK(ambiguous.rejected == 50);
  CHECK(read(text, {.date_order = DateOrder::mdy}).rows.front() == "2 A/P/S0/1/2024-03-04");
}

TEST_CASE("dialects and encodings give the same rows") {
  const Lines expected = {"2 Müller/P/S1/5/2024-02-01"};
  const std::string body = "Müller;P;S1;5;2024-02-01";
  const std::string german = "Kunde;Produkt;Abo-ID;Lizenzen;Verlängerungsdatum";
  CHECK(read(german + "\n" + body + "\n").rows == expected);
  CHECK(read("\xef\xbb\xbf" + german + "\r\n" + body + "\r\n").rows == expected);
  CHECK(read(german + "\r" + body + "\r").rows == expected);
  CHECK(read(german + "\n" + body).rows == expected);
  CHECK(read("Kunde;Produkt;Abo-ID;Lizenzen;Verl\xe4ngerungsdatum\nM\xfcller;P;S1;5;2024-02-01\n").rows == expected);
  CHECK(read("sep=;\n" + german + "\n" + body + "\n").rows == Lines{"3 Müller/P/S1/5/2024-02-01"});
}

TEST_CASE("a field in another encoding than the file's is read and named") {
  const Outcome outcome = read(header + std::string(70000, '\n') + "M\xfcller,P,S1,5,2024-02-01\n");
  REQUIRE(outcome.rows.size() == 1);
  CHECK(outcome.rows.front().find("Müller/P/S1/5/2024-02-01") != std::string::npos);
  CHECK(outcome.problems == Lines{"70002 text-not-utf8"});
}

TEST_CASE("what cannot be read at all says why") {
  CHECK(failure_of("") == DiagnosticCode::file_empty);
  CHECK(failure_of(" \n\n") == DiagnosticCode::file_empty);
  CHECK(failure_of("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old Excel") == DiagnosticCode::xlsx_unsupported);
  CHECK(failure_of(std::string("\x00\x01\x02\xff\x00", 5)) == DiagnosticCode::not_text);
  CHECK(failure_of("x,y,z\n1,2,3\n") == DiagnosticCode::header_unrecognized);
  CHECK(failure_of("Customer,Product,Seats\nA,P,1\n") == DiagnosticCode::columns_missing);
  CHECK(failure_of(header) == DiagnosticCode::count_);
}

TEST_CASE("customers are told apart by what their columns say, however they are quoted") {
  const std::string text =
      "Customer,Tenant ID,Product,Subscription ID,Seats,Renewal date\n"
      "\"a,b\",c,E3,s1,1,2024-01-15\n"
      "\"a,b\",c,E3,s2,1,2024-01-15\n"
      "a,\"b,c\",E3,s3,1,2024-01-15\n"
      "Fabrikam,t,E3,s4,1,2024-01-15\n"
      "\"Fabrikam\",t,E3,s5,1,2024-01-15\n"
      "Fabrikam,t,E3,s6,1,2024-01-15\n"
      "Fabrikam ,u,E3,s7,1,2024-01-15\n";
  const InputFile file = memory_file("kunden.csv", text);
  Diagnostics diagnostics;
  const Portfolio portfolio = read_portfolio({&file, 1}, {}, diagnostics);
  Lines customers;
  for (const RowBlock& block : portfolio.blocks) {
    for (const Subscription& row : block.rows) {
      const Customer& customer = portfolio.customer(row.customer);
      customers.push_back(std::string(portfolio.text(customer.name)) + '|' + portfolio.to_string(customer.id));
    }
  }
  CHECK(customers == Lines{"a,b|c", "a,b|c", "a|b,c", "Fabrikam|t", "Fabrikam|t", "Fabrikam|t", "Fabrikam|u"});
}

TEST_CASE("a return before the line break belongs to no field, not even an empty or a quoted one") {
  for (const std::string end : {"\n", "\r\n"}) {
    const std::string columns = "Customer,Subscription ID,Seats,Renewal date,Product" + end;
    const std::string without_product = read(columns + "A,s1,1,2024-01-15," + end).problems.front();
    CHECK(without_product == "2 product-missing");
    const Outcome outcome = read(columns + "A,s1,1,2024-01-15,E3" + end + "A,s2,2,2024-01-15,\"E3\"" + end +
                                 "A,s3,3,2024-01-15,\"E,3\"" + end + "A,s4,4,2024-01-15,E3");
    CHECK(outcome.problems.empty());
    CHECK(outcome.rows == Lines{"2 A/E3/s1/1/2024-01-15", "3 A/E3/s2/2/2024-01-15", "4 A/E,3/s3/3/2024-01-15",
                                "5 A/E3/s4/4/2024-01-15"});
  }
}

TEST_CASE("words mean the same whether their columns stand side by side or not", "[input]") {
  const std::vector<std::string> booleans = {"True", "False", "", "ja", "\"True\"", " no ", "perhaps"};
  const std::vector<std::string> terms = {"P1Y", "P1M", "", "\"P3Y\"", "Annual", "12 Monate und mehr", "soon"};
  const std::vector<std::string> plans = {"Monthly", "Annual", "", "\"Triennial\"", "weekly"};
  std::string together = "Customer,Product,Subscription ID,Renewal date,AutoRenew,MigrationEligible,Term,BillingPlan\n";
  std::string apart = "Customer,Product,AutoRenew,Subscription ID,MigrationEligible,Term,Renewal date,BillingPlan\n";
  // Each combination twice, once when it is new and once when it is known.
  std::size_t rows = 0;
  for (int round = 0; round < 2; ++round) {
    for (std::size_t i = 0; i < booleans.size() * booleans.size() * terms.size() * plans.size(); ++i, ++rows) {
      const std::string& renew = booleans[i % booleans.size()];
      const std::string& eligible = booleans[i / booleans.size() % booleans.size()];
      const std::string& term = terms[i / booleans.size() / booleans.size() % terms.size()];
      const std::string& plan = plans[i / booleans.size() / booleans.size() / terms.size()];
      const std::string id = "s" + std::to_string(rows);
      together += "C,P," + id + ",2024-05-01," + renew + ',' + eligible + ',' + term + ',' + plan + '\n';
      apart += "C,P," + renew + ',' + id + ',' + eligible + ',' + term + ",2024-05-01," + plan + '\n';
    }
  }
  const auto facts_of = [](const std::string& text, Lines& problems) {
    const InputFile file = memory_file("kunden.csv", text);
    Diagnostics diagnostics;
    const Portfolio portfolio = read_portfolio({&file, 1}, {}, diagnostics);
    for (const Diagnostic& problem : diagnostics.kept()) {
      problems.push_back(std::to_string(problem.where.line) + ' ' + std::string(to_code(problem.code)) + ' ' +
                         problem.where.field + ' ' + problem.seen);
    }
    for (const DiagnosticCode code :
         {DiagnosticCode::boolean_invalid, DiagnosticCode::term_invalid, DiagnosticCode::billing_plan_unknown}) {
      problems.push_back(std::to_string(diagnostics.count(code)) + " of " + std::string(to_code(code)));
    }
    std::vector<std::pair<std::uint32_t, PackedFacts>> facts;
    for (const RowBlock& block : portfolio.blocks) {
      for (const Subscription& row : block.rows) facts.emplace_back(row.source_line, row.facts);
    }
    return facts;
  };
  Lines problems;
  Lines problems_apart;
  const auto facts = facts_of(together, problems);
  CHECK(facts == facts_of(apart, problems_apart));
  CHECK(problems == problems_apart);
  CHECK(facts.size() > rows / 2);
  CHECK(problems.size() > 20);
}

// Equal columns around the add-on flag are looked up as one text, which must never answer for other ones.
TEST_CASE("the add-on flag and the details beside it are read alike alone and among other rows") {
  const std::string start =
      "Customer,Product,Renewal date,CustomTermEndDate,AddOn,BaseSubscriptionId\nC,Visio,2024-06-01";
  const std::string first_row = start.substr(start.find('\n') + 1);
  const auto details_of = [](const std::string& text) {
    const InputFile file = memory_file("kunden.csv", text);
    Diagnostics diagnostics;
    const Portfolio portfolio = read_portfolio({&file, 1}, {}, diagnostics);
    Lines rows;
    for (const RowBlock& block : portfolio.blocks) {
      for (const Subscription& row : block.rows) {
        const SubscriptionDetails& details = Portfolio::details(block, row);
        rows.push_back((row.has(RowFlag::addon) ? "add-on " : "base ") + portfolio.to_string(details.related_id) + ' ' +
                       (details.custom_term_end ? to_iso(*details.custom_term_end) : "-"));
      }
    }
    return rows;
  };
  std::string together = start.substr(0, start.find('\n') + 1);
  Lines expected;
  for (const std::string end : {"", " ", "2024-06-30"}) {
    for (const std::string flag : {"False", "True", "", " True", "ja", "nein"}) {
      for (const std::string base : {"", " ", "A1"}) {
        const std::string cells = ',' + end + ',' + flag + ',' + base + '\n';
        const bool addon = flag == "True" || flag == " True" || flag == "ja";
        const std::string expected_row = std::string(addon ? "add-on " : "base ") + (base == "A1" ? "A1" : "") + ' ' +
                                         (end == "2024-06-30" ? end : "-");
        CHECK(details_of(start + cells) == Lines{expected_row});
        for (int twice = 0; twice < 2; ++twice) {
          together += first_row + cells;
          expected.push_back(expected_row);
        }
      }
    }
  }
  CHECK(details_of(together) == expected);
}

TEST_CASE("texts that are not UTF-8 are named in each row, whatever a worker has read before") {
  std::string text = header + "M\xc3\xbcller,E3,a-0,1,2024-05-01\n";  // a letter that makes the file UTF-8
  Lines expected;
  for (int line = 3; line < 12; ++line) {
    const std::string number = std::to_string(line);
    const bool of_customer = line % 2 == 0;
    text += (of_customer ? "Gr\xf6n" : "Contoso");
    text += (of_customer ? ",E3," : ",Gr\xf6n E3,") + number + ",1,2024-05-01\n";
    expected.push_back(number + " text-not-utf8");
  }
  for (const std::size_t block_size : {std::size_t{30}, std::size_t{1} << 20}) {
    for (const unsigned jobs : {1U, 3U}) {
      CAPTURE(block_size, jobs);
      CHECK(read(text, {.jobs = jobs, .block_size = block_size}).problems == expected);
    }
  }
  const Outcome ids = read(
      "Customer,Product,Subscription ID,Customer ID,Base subscription ID,Renewal date\n"
      "M\xc3\xbcller,E3,a\xf6,b\xf6,c\xf6,2024-05-01\n");
  CHECK(ids.rows == Lines{"2 Müller/E3/aö/-1/2024-05-01"});
  CHECK(ids.problems == Lines{"2 text-not-utf8", "2 text-not-utf8", "2 text-not-utf8"});
  const std::string run =
      header + "M\xc3\xbcller,E3,a,1,2024-05-01\nGr\xf6n,E3,b,1,2024-05-01\nGr\xf6n,E3,c,1,2024-05-01\n";
  CHECK(read(run).problems == Lines{"3 text-not-utf8", "4 text-not-utf8"});
}
