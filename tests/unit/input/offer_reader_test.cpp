#include "nceplan/input/offer_reader.hpp"

#include <set>

#include "support/catch.hpp"

using namespace nceplan;

namespace {

constexpr const char* catalog_header =
    "offer_id,offer_name,also_known_as,segment,segment_basis,family,is_addon,is_trial,term,max_seats,nce_product_sku,"
    "nce_basis,migration_enabled,source\n";

OfferCatalog catalog_of(const std::string& text) { return read_offer_catalog(memory_file("own.csv", text)); }

Diagnostic catalog_problem(const std::string& text) {
  try {
    catalog_of(text);
  } catch (const Failure& failure) {
    return failure.diagnostic();
  }
  FAIL("accepted: " << text);
  return {};
}

OfferMatrix matrix_of(const std::string& text, Diagnostics& diagnostics, const ReadOptions& options = {}) {
  return read_offer_matrix(memory_file("matrix.csv", text), options, diagnostics);
}

/// A matrix that reads without a complaint.
OfferMatrix clean_matrix(const std::string& text) {
  Diagnostics diagnostics;
  OfferMatrix matrix = matrix_of(text, diagnostics);
  CHECK(diagnostics.empty());
  return matrix;
}

DiagnosticCode matrix_failure(const std::string& text) {
  Diagnostics diagnostics;
  try {
    matrix_of(text, diagnostics);
  } catch (const Failure& failure) {
    CHECK(failure.diagnostic().where.file == "matrix.csv");
    return failure.diagnostic().code;
  }
  FAIL("accepted: " << text);
  return DiagnosticCode::count_;
}

const std::string listed_header = "Durable Offer ID,Offer Display Name,Migration enabled,Listed on\n";

}  // namespace

TEST_CASE("the bundled catalog holds all offers with their facts") {
  const OfferCatalog& catalog = bundled_catalog();
  CHECK(catalog.offers().size() == 486);
  std::set<std::string> ids;
  for (const CatalogOffer& offer : catalog.offers()) {
    CHECK(offer.offer_id.size() == 36);
    CHECK_FALSE(offer.offer_name.empty());
    CHECK_FALSE(offer.source.empty());
    ids.insert(offer.offer_id);
  }
  CHECK(ids.size() == 486);
}

TEST_CASE("a bundled offer is found by id in any case and by folded name") {
  const OfferCatalog& catalog = bundled_catalog();
  const CatalogOffer* const by_id = catalog.by_id("031C9E47-4802-4248-838E-778FB1D2CC05");
  REQUIRE(by_id != nullptr);
  CHECK(by_id->segment == Segment::commercial);
  CHECK(by_id->max_seats == 300U);
  CHECK(by_id->is_addon == false);
  CHECK(by_id->term == one_year);
  CHECK(catalog.by_id("031c9e47-4802-4248-838e-778fb1d2cc06") == nullptr);
  const auto by_name = catalog.by_name("  " + by_id->offer_name + " ");
  REQUIRE_FALSE(by_name.empty());
  CHECK(by_name.front()->offer_name == by_id->offer_name);
  CHECK(catalog.by_name("Azure Information Protection Premium P2").empty());
}

TEST_CASE("every column of a catalog is read") {
  const OfferCatalog catalog = catalog_of(std::string(catalog_header) +
                                          "84A03D81-6B37-4D66-8D4A-FAEA24541538,\"Offer, one\",First / Second Name,"
                                          "gcc,catalog,Security/EMS,true,false,P3Y,25,CFQ7:0001,name match,no,here\n");
  REQUIRE(catalog.offers().size() == 1);
  const CatalogOffer& offer = catalog.offers().front();
  CHECK(offer.offer_id == "84a03d81-6b37-4d66-8d4a-faea24541538");
  CHECK(offer.offer_name == "Offer, one");
  CHECK(offer.also_known_as == std::vector<std::string>{"First", "Second Name"});
  CHECK(offer.segment == Segment::gcc);
  CHECK(offer.segment_basis == "catalog");
  CHECK(offer.family == "Security/EMS");
  CHECK(offer.is_addon == true);
  CHECK(offer.is_trial == false);
  CHECK(offer.term == three_years);
  CHECK(offer.max_seats == 25U);
  CHECK(offer.nce_product_sku == "CFQ7:0001");
  CHECK(offer.nce_basis == "name match");
  CHECK(offer.migration_enabled == false);
  CHECK(offer.source == "here");
}

TEST_CASE("empty cells and absent columns of a catalog are unknown") {
  const OfferCatalog catalog = catalog_of("offer_name;offer_id;segment\r\nOffer;1-2;\r\n");
  REQUIRE(catalog.offers().size() == 1);
  const CatalogOffer& offer = catalog.offers().front();
  CHECK(offer.also_known_as.empty());
  CHECK_FALSE(offer.segment.has_value());
  CHECK_FALSE(offer.is_addon.has_value());
  CHECK_FALSE(offer.is_trial.has_value());
  CHECK_FALSE(offer.term.known());
  CHECK_FALSE(offer.max_seats.has_value());
  CHECK_FALSE(offer.migration_enabled.has_value());
}

TEST_CASE("a catalog with a slip is refused, with the place") {
  struct Row {
    const char* text;
    std::uint64_t line;
    std::uint32_t column;
    const char* field;
    const char* seen;
    const char* what;
  };
  const std::vector<Row> rows = {
      {"", 0, 0, "", "", "the file is empty"},
      {"offer_id,name\n", 1, 2, "name", "name", "unknown column"},
      {"offer_id,offer_nam\n", 1, 2, "offer_nam", "offer_nam", "unknown column; \"offer_name\" is meant?"},
      {"offer_id,offer_name,offer_id\n", 1, 1, "offer_id", "offer_id", "the column stands twice"},
      {"offer_id,segment\n", 1, 0, "", "offer_id, segment", "column offer_name is missing"},
      {"offer_id,offer_name\n1,A\n\n2\n", 4, 0, "", "", "2 fields expected, 1 seen"},
      {"offer_id,offer_name\n1,A,B\n", 2, 0, "", "", "2 fields expected, 3 seen"},
      {"offer_id,offer_name\n,A\n", 2, 1, "offer_id", "", "offer_id is missing"},
      {"offer_id,offer_name\n1, \n", 2, 2, "offer_name", "", "offer_name is missing"},
      {"offer_id,offer_name,segment\n1,A,school\n", 2, 3, "segment", "school",
       "commercial, education, nonprofit, government or gcc is expected"},
      {"offer_id,offer_name,is_addon\n1,A,maybe\n", 2, 3, "is_addon", "maybe", "true or false is expected"},
      {"offer_id,offer_name,is_trial\n1,A,?\n", 2, 3, "is_trial", "?", "true or false is expected"},
      {"offer_id,offer_name,term\n1,A,3 years\n", 2, 3, "term", "3 years", "a term as P1M or P3Y is expected"},
      {"offer_id,offer_name,max_seats\n1,A,0\n", 2, 3, "max_seats", "0", "a whole number of seats is expected"},
      {"offer_id,offer_name,max_seats\n1,A,300 seats\n", 2, 3, "max_seats", "300 seats",
       "a whole number of seats is expected"},
      {"offer_id,offer_name,migration_enabled\n1,A,soon\n", 2, 3, "migration_enabled", "soon", "yes or no is expected"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const Diagnostic problem = catalog_problem(row.text);
    CHECK(problem.code == DiagnosticCode::catalog_invalid);
    CHECK(problem.where == Location{"own.csv", row.line, row.column, row.field});
    CHECK(problem.seen == row.seen);
    REQUIRE(problem.details.size() == 1);
    CHECK(problem.details[0] == row.what);
  }
}

TEST_CASE("Microsoft's offer matrix is read") {
  const OfferMatrix matrix = clean_matrix(
      "Durable Offer ID,Offer Display Name,Modern ProductID/SkuID,Migration enabled\r\n"
      "ED9573DB-9C25-4747-8C1E-AA5AD88D0A24,Office 365 E3,CFQ7TTC0LF8R:0001,Yes\r\n"
      "11111111-0000-0000-0000-000000000000,\"Offer, manual\",CFQ7TTC0XXXX:0001,No\r\n"
      "22222222-0000-0000-0000-000000000000,Offer without equivalent,,\r\n");
  CHECK(matrix.path() == "matrix.csv");
  REQUIRE(matrix.offers().size() == 3);
  const MatrixOffer* const listed = matrix.by_id("ed9573db-9c25-4747-8c1e-aa5ad88d0a24");
  REQUIRE(listed != nullptr);
  CHECK(listed->offer_name == "Office 365 E3");
  CHECK(listed->nce_product == "CFQ7TTC0LF8R:0001");
  CHECK(listed->migration_enabled == true);
  CHECK_FALSE(listed->segment.has_value());
  CHECK_FALSE(listed->listed_on.has_value());
  CHECK(listed->line == 2);
  const MatrixOffer* const manual = matrix.by_name("offer, MANUAL");
  REQUIRE(manual != nullptr);
  CHECK(manual->migration_enabled == false);
  CHECK(matrix.find("", "Offer without equivalent")->migration_enabled == false);
  CHECK(matrix.find("33333333-0000-0000-0000-000000000000", "Office 365 E5") == nullptr);
}

TEST_CASE("a price list tells segments and kinds, but not what can be migrated") {
  const OfferMatrix matrix = clean_matrix(
      "Offer ID\tOffer Display Name\tDurable Offer ID\tLicense Agreement Type\tSecondary License Type\n"
      "AAA\tOne\td1\tCorporate\tNON-SPECIFIC\n"
      "BBB\tTwo\td2\tAcademic\tADDON\n"
      "CCC\tThree\td3\tcharity\tTrial\n"
      "DDD\tFour\td4\tGovernment\tADD-ON\n"
      "EEE\tFive\td5\tOther\t\n");
  struct Row {
    const char* id;
    std::optional<Segment> segment;
    bool is_addon;
    bool is_trial;
  };
  const std::vector<Row> rows = {{"d1", Segment::commercial, false, false},
                                 {"d2", Segment::education, true, false},
                                 {"d3", Segment::nonprofit, false, true},
                                 {"d4", Segment::government, true, false},
                                 {"d5", std::nullopt, false, false}};
  for (const Row& row : rows) {
    INFO(row.id);
    const MatrixOffer* const offer = matrix.by_id(row.id);
    REQUIRE(offer != nullptr);
    CHECK(offer->segment == row.segment);
    CHECK(offer->is_addon == row.is_addon);
    CHECK(offer->is_trial == row.is_trial);
    CHECK_FALSE(offer->migration_enabled.has_value());
  }
  CHECK(matrix.by_id("AAA") == nullptr);
}

TEST_CASE("matrix headers are matched in English and German, below a title, in any dialect and encoding") {
  const std::string german =
      "Angebots-ID;Anzeigename des Angebots;Migration m\xc3\xb6glich;Gelistet am\r\n"
      "d1;Office 365 E3 f\xc3\xbcr Beh\xc3\xb6rden;ja;13.02.2024\r\n";
  std::string windows_1252 = german;
  for (const auto& [utf8, byte] : {std::pair{"\xc3\xb6", "\xf6"}, std::pair{"\xc3\xbc", "\xfc"}}) {
    for (std::size_t at = 0; (at = windows_1252.find(utf8)) != std::string::npos;) windows_1252.replace(at, 2, byte);
  }
  const std::vector<std::string> texts = {german, "\xef\xbb\xbf" + german, "sep=;\r\n" + german, windows_1252,
                                          "NCE Mapping;;;\r\n;;;\r\n" + german};
  for (const std::string& text : texts) {
    INFO(text);
    const OfferMatrix matrix = clean_matrix(text);
    const MatrixOffer* const offer = matrix.by_name("Office 365 E3 f\xc3\xbcr Beh\xc3\xb6rden");
    REQUIRE(offer != nullptr);
    CHECK(offer->offer_id == "d1");
    CHECK(offer->migration_enabled == true);
    CHECK(offer->listed_on == parse_iso_date("2024-02-13").value());
  }
}

TEST_CASE("of several rows of one offer the one with migration enabled counts") {
  const OfferMatrix matrix = clean_matrix(
      "Durable Offer ID,Offer Display Name,Migration enabled\n"
      "d1,One,No\n"
      "d1,One,WAHR\n"
      "d1,One,FALSCH\n");
  CHECK(matrix.by_id("d1")->line == 3);
  CHECK(matrix.by_name("one")->migration_enabled == true);
}

TEST_CASE("an offer matrix may have ids only or names only") {
  CHECK(clean_matrix("Durable Offer ID,Migration enabled\nd1,Yes\n").by_id("D1") != nullptr);
  CHECK(clean_matrix("Offer Display Name,Migration enabled\nOne,Yes\n").find("d1", "ONE") != nullptr);
}

TEST_CASE("matrix rows that name no offer are notes") {
  CHECK(clean_matrix("Durable Offer ID,Offer Display Name,Migration enabled\n,,see the first sheet\nd1,One,Yes\n")
            .offers()
            .size() == 1);
}

TEST_CASE("the listing days of a matrix are read in one order for the whole column") {
  struct Row {
    const char* first;
    const char* second;
    std::optional<DateOrder> requested;
    const char* first_day;
    const char* second_day;
  };
  const std::vector<Row> rows = {
      {"2024-02-03", "2024-03-15", std::nullopt, "2024-02-03", "2024-03-15"},
      {"03/02/2024", "15/03/2024", std::nullopt, "2024-02-03", "2024-03-15"},
      {"02/03/2024", "03/15/2024", std::nullopt, "2024-02-03", "2024-03-15"},
      {"03/02/2024", "04/03/2024", DateOrder::dmy, "2024-02-03", "2024-03-04"},
      {"03/02/2024", "04/03/2024", DateOrder::mdy, "2024-03-02", "2024-04-03"},
      {"03.02.2024", "", std::nullopt, "2024-02-03", ""},
  };
  for (const Row& row : rows) {
    INFO(row.first << ' ' << row.second);
    Diagnostics diagnostics;
    const OfferMatrix matrix =
        matrix_of(listed_header + "d1,One,Yes," + row.first + "\nd2,Two,Yes," + row.second + '\n', diagnostics,
                  {.encoding = {}, .delimiter = {}, .date_order = row.requested, .field_map = {}, .customer = {}});
    CHECK(diagnostics.empty());
    CHECK(matrix.by_id("d1")->listed_on == OptionalDate(parse_iso_date(row.first_day).value()));
    const auto second = parse_iso_date(row.second_day);
    CHECK(matrix.by_id("d2")->listed_on == (second ? OptionalDate(*second) : OptionalDate{}));
  }
}

TEST_CASE("an unreadable matrix cell is reported and its row left out") {
  struct Row {
    const char* cells;
    DiagnosticCode code;
    std::uint32_t column;
    const char* seen;
    std::vector<std::string> details;
  };
  const std::vector<Row> rows = {
      {"soon,2024-02-03", DiagnosticCode::boolean_invalid, 3, "soon", {}},
      {"Yes,next week", DiagnosticCode::date_invalid, 4, "next week", {}},
      {"Yes,2024-02-30", DiagnosticCode::date_invalid, 4, "2024-02-30", {}},
      {"Yes,03/04/2024", DiagnosticCode::date_ambiguous, 4, "03/04/2024", {"2024-04-03", "2024-03-04"}},
  };
  for (const Row& row : rows) {
    INFO(row.cells);
    Diagnostics diagnostics;
    const OfferMatrix matrix =
        matrix_of(listed_header + "d1,One,Yes,2024-01-01\nd2,Two," + row.cells + '\n', diagnostics);
    CHECK(matrix.offers().size() == 1);
    CHECK(matrix.by_id("d2") == nullptr);
    REQUIRE(diagnostics.kept().size() == 1);
    const Diagnostic& problem = diagnostics.kept().front();
    CHECK(problem.code == row.code);
    CHECK(problem.severity == Severity::error);
    CHECK(problem.where == Location{"matrix.csv", 3, row.column, row.column == 3 ? "Migration enabled" : "Listed on"});
    CHECK(problem.seen == row.seen);
    CHECK(problem.details == row.details);
  }
}

TEST_CASE("a matrix line that is cut off does not say what it lacks") {
  const std::string header = "Durable Offer ID,Offer Display Name,Modern ProductID/SkuID,Migration enabled,Remark\n";
  const std::string line = "d2,Two,CFQ7TTC0LF8S:0002,Yes";
  for (const char* const cut : {"d2", "d2,Two", "d2,Two,CFQ7TTC0LF8S:0002"}) {
    INFO(cut);
    Diagnostics diagnostics;
    const OfferMatrix matrix = matrix_of(header + "d1,One,CFQ7TTC0LF8S:0001,Yes,\n" + cut, diagnostics);
    CHECK(matrix.by_id("d2") == nullptr);
    CHECK(matrix.by_id("d1") != nullptr);
    REQUIRE(diagnostics.kept().size() == 1);
    CHECK(diagnostics.kept().front().code == DiagnosticCode::fields_too_few);
    CHECK(diagnostics.kept().front().where == Location{"matrix.csv", 3, 0, {}});
  }
  CHECK(clean_matrix(header + line + '\n').by_id("d2") != nullptr);  // nothing that is read is missing
}

TEST_CASE("a file that is no offer matrix is refused") {
  CHECK(matrix_failure("Customer,Product\nContoso,Office 365 E3\n") == DiagnosticCode::matrix_columns_missing);
  CHECK(matrix_failure("") == DiagnosticCode::file_empty);
  CHECK(matrix_failure("\n\n") == DiagnosticCode::file_empty);
  CHECK(matrix_failure("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old Excel") == DiagnosticCode::xlsx_unsupported);
}
