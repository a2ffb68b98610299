#include "support/catch.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "nceplan/base/text.hpp"
#include "nceplan/input/encoding.hpp"
#include "nceplan/input/read_portfolio.hpp"

using namespace nceplan;

namespace {

struct ReadResult {
  Portfolio portfolio;
  Diagnostics diagnostics;

  const Source& source() const { return portfolio.sources.front(); }
  std::size_t count(DiagnosticCode code) const { return diagnostics.count(code); }
};

ReadResult read(std::string json, const ReadOptions& options = {}, std::string name = "export.json") {
  ReadResult result;
  const std::vector<InputFile> files = {memory_file(std::move(name), std::move(json))};
  result.portfolio = read_portfolio(files, options, result.diagnostics);
  return result;
}

/// Each row as `customer|product|offer|id|end|seats`.
std::vector<std::string> rows_of(const ReadResult& result) {
  std::vector<std::string> rows;
  const Portfolio& portfolio = result.portfolio;
  for (const RowBlock& block : portfolio.blocks) {
    for (const Subscription& row : block.rows) {
      const Customer& customer = portfolio.customer(row.customer);
      const Product& product = portfolio.product(row.product);
      const OptionalDate renewal = Portfolio::dates(block, row).renewal;
      const OptionalDate end = renewal ? renewal : row.term_end;
      std::string text(portfolio.text(customer.name));
      if (text.empty()) text = portfolio.to_string(customer.id);
      text += '|' + std::string(portfolio.text(product.name)) + '|' + std::string(portfolio.text(product.offer_id));
      text += '|' + portfolio.subscription_id(block, row) + '|' + (end ? to_iso(*end) : std::string());
      text += '|' + std::to_string(row.seats);
      rows.push_back(std::move(text));
    }
  }
  return rows;
}

Diagnostic failure_of(const std::string& json, const ReadOptions& options = {}, const std::string& name = "x.json") {
  try {
    read(json, options, name);
  } catch (const Failure& failure) {
    return failure.diagnostic();
  }
  FAIL("no failure");
  return {};
}

using Rows = std::vector<std::string>;

const std::string guid_a = "0c2f0ed1-19a2-4a0e-9a6b-1f5d7f9a0001";
const std::string guid_b = "0c2f0ed1-19a2-4a0e-9a6b-1f5d7f9a0002";
const std::string offer = "031c9e47-4802-4248-838e-778fb1d2cc05";

/// A Partner Center subscription.
std::string rest_item(const std::string& id, const std::string& more = {}) {
  return R"({"id":")" + id + R"(","offerId":")" + offer +
         R"(","offerName":"Office 365 E3","friendlyName":"Berlin","quantity":5,)" + more +
         R"("commitmentEndDate":"2024-05-31T00:00:00Z","status":"active","autoRenewEnabled":true,)"
         R"("billingCycle":"monthly","termDuration":"P1Y","links":{"self":{"uri":"/subscriptions/)" +
         id + R"(","method":"GET"}}})";
}

std::string collection(const std::string& items, const std::string& more = {}) {
  return R"({"totalCount":1,"items":[)" + items + R"(],)" + more + R"("attributes":{"objectType":"Collection"}})";
}

std::string expected_row(const std::string& customer, const std::string& id) {
  return customer + "|Office 365 E3|" + offer + '|' + id + "|2024-05-31|5";
}

}  // namespace

TEST_CASE("A Partner Center collection is recognised as rest and takes the customer from the file's name") {
  const ReadResult result = read(collection(rest_item(guid_a) + ",\n " + rest_item(guid_b)), {}, "in/Contoso AG.json");
  CHECK(rows_of(result) == Rows{expected_row("Contoso AG", guid_a), expected_row("Contoso AG", guid_b)});
  CHECK(result.source().format == ExportFormat::rest);
  CHECK(result.source().json);
  CHECK(result.source().delimiter == '\0');
  CHECK(result.source().rows == 2);
  CHECK(result.source().rejected == 0);
  CHECK(result.diagnostics.empty());
  const Subscription& row = result.portfolio.row(0);
  CHECK(row.term() == one_year);
  CHECK(row.billing_plan() == BillingPlan::monthly);
  CHECK(row.has(RowFlag::auto_renew));
  CHECK(result.portfolio.text(row.name) == "Berlin");
}

TEST_CASE("--customer outranks the file's name and yields to the customer around the rows") {
  ReadOptions options;
  options.customer = "Fabrikam";
  CHECK(rows_of(read(collection(rest_item(guid_a)), options)) == Rows{expected_row("Fabrikam", guid_a)});
  CHECK(rows_of(read(collection(rest_item(guid_a), R"("companyName":"Contoso",)"), options)) ==
        Rows{expected_row("Contoso", guid_a)});
}

TEST_CASE("The customer is found wherever a wrapper names it") {
  const std::string item = rest_item(guid_a);
  const std::string tenant = "4d3c0ff1-0000-4000-8000-00000000abcd";
  const auto [json, customer] = GENERATE_COPY(table<std::string, std::string>({
      {R"({"customer":"Contoso","items":[)" + item + "]}", "Contoso"},
      {R"({"items":[)" + item + R"(],"customer":"Contoso"})", "Contoso"},
      {R"({"customer":")" + tenant + R"(","items":[)" + item + "]}", tenant},
      {R"({"customer":{"id":")" + tenant + R"("},"subscriptions":[)" + item + "]}", tenant},
      {R"({"customer":{"companyProfile":{"companyName":"Contoso"}},"subscriptions":{"items":[)" + item + "]}}",
       "Contoso"},
      {R"({"customerId":")" + tenant + R"(","items":[)" + item + "]}", tenant},
      {R"({"customerName":"Con\u0074oso","value":[)" + item + "]}", "Contoso"},
      {R"({"companyName":"Contoso","subscriptions":{"totalCount":1,"items":[)" + item + "]}}", "Contoso"},
      {R"([{"companyName":"Contoso","items":[)" + item + "]}]", "Contoso"},
      {R"([{"items":[)" + item + R"(],"links":{"self":{"uri":"/customers/)" + tenant + R"(/subscriptions"}}}])",
       tenant},
      {R"({"items":[)" + item + R"(],"links":{"self":{"uri":"/v1/customers/)" + tenant + R"(/subscriptions?size=5"}}})",
       tenant},
      {R"({"customers":[{"id":")" + tenant + R"(","companyProfile":{"domain":"c.de"},"subscriptions":[)" + item +
           "]}]}",
       tenant},
      {R"({"companyName":"Outer","customers":[{"companyName":"Contoso","subscriptions":[)" + item + "]}]}", "Contoso"},
      {R"({"companyName":"Contoso","data":[{"subscriptions":[)" + item + "]}]}", "Contoso"},
      {"[[" + item + "]]", "export"},
      {item, "export"},
  }));
  CAPTURE(json);
  const ReadResult result = read(json);
  CHECK(rows_of(result) == Rows{expected_row(customer, guid_a)});
  CHECK(result.diagnostics.empty());
  CHECK(result.source().rows == 1);
}

TEST_CASE("Standard input has no name to take a customer from") {
  CHECK(failure_of(collection(rest_item(guid_a)), {}, "-").code == DiagnosticCode::columns_missing);
  CHECK(rows_of(read(R"([{"companyName":"Contoso","items":[)" + rest_item(guid_a) + "]}]", {}, "-")).size() == 1);
}

TEST_CASE("Collections of several customers keep their customers apart") {
  const std::string json = "[" + collection(rest_item(guid_a), R"("companyName":"Contoso",)") + "," +
                           R"({"totalCount":0,"items":[]},)" +
                           collection(rest_item(guid_b), R"("companyName":"Fabrikam",)") + "]";
  const ReadResult result = read(json);
  CHECK(rows_of(result) == Rows{expected_row("Contoso", guid_a), expected_row("Fabrikam", guid_b)});
  CHECK(result.portfolio.row(1).source_line == 2);
}

TEST_CASE("Partner Center's quirks are understood") {
  SECTION("dates without zone, with seven digits of fraction, and the year 9999") {
    const auto [written, iso] = GENERATE(table<std::string, std::string>({
        {"2024-05-31T00:00:00", "2024-05-31"},
        {"2024-05-31T00:00:00.1234567Z", "2024-05-31"},
        {"2024-05-31", "2024-05-31"},
        {"9999-12-14T00:00:00Z", "9999-12-14"},
    }));
    const std::string json = R"([{"id":"1","offerName":"Visio","commitmentEndDate":")" + written + R"("}])";
    CHECK(rows_of(read(json)) == Rows{"export|Visio||1|" + iso + "|-1"});
  }
  SECTION("ids and enums in either case") {
    const ReadResult result = read(
        R"([{"id":"0C2F0ED1-19A2-4A0E-9A6B-1F5D7F9A0001","offerId":"031C9E47-4802-4248-838E-778FB1D2CC05",)"
        R"("offerName":"Office 365 E3","quantity":"5","commitmentEndDate":"2024-05-31T00:00:00Z","status":"SUSPENDED",)"
        R"("autoRenewEnabled":"False","isTrial":false}])");
    CHECK(rows_of(result) == Rows{expected_row("export", guid_a)});
    CHECK(result.portfolio.row(0).status() == Status::suspended);
    CHECK_FALSE(result.portfolio.row(0).has(RowFlag::auto_renew));
  }
  SECTION("the offer id only in links.offer.uri") {
    const ReadResult result =
        read(R"([{"id":"1","commitmentEndDate":"2024-05-31","friendlyName":"Berlin","quantity":5,)"
             R"("links":{"product":{"uri":"/products/x"},"offer":{"uri":"/v1/offers/)" +
             offer + R"(?country=DE","method":"GET"}},"offerName":"Office 365 E3"}])");
    CHECK(rows_of(result) == Rows{expected_row("export", "1")});
  }
  SECTION("an NCE product type as an object") {
    const ReadResult result =
        read("[" + rest_item(guid_a, R"("productType":{"id":"OnlineServicesNCE","displayName":"x"},)") + "]");
    CHECK(result.portfolio.product(result.portfolio.row(0).product).kind == RowKind::nce);
  }
  SECTION("null is absent") {
    const ReadResult result =
        read(R"([{"id":null,"offerName":"Visio","commitmentEndDate":"2024-05-31","quantity":null,"status":null,)"
             R"("autoRenewEnabled":null}])");
    CHECK(rows_of(result) == Rows{"export|Visio||export.json:1|2024-05-31|-1"});
    CHECK_FALSE(result.portfolio.row(0).has(RowFlag::auto_renew_known));
  }
}

TEST_CASE("Other JSON exports are recognised by their keys") {
  SECTION("rest-analytics") {
    const ReadResult result = read(
        R"([{"customerTenantId":"t1","customerName":"Contoso","id":"1","status":"ACTIVE","product":"Visio","licenseCount":3,)"
        R"("subscriptionType":"LICENSE","creationDate":"2022-06-01T00:00:00","commitmentEndDate":"2024-05-31T00:00:00"}])");
    CHECK(result.source().format == ExportFormat::rest_analytics);
    CHECK(rows_of(result) == Rows{"Contoso|Visio||1|2024-05-31|3"});
  }
  SECTION("graph") {
    const ReadResult result = read(
        R"({"@odata.context":"x","value":[{"commerceSubscriptionId":"1","skuId":"s","skuPartNumber":"VISIO","status":"LockedOut",)"
        R"("nextLifecycleDateTime":"2024-06-01T00:00:00Z","isTrial":false,"totalLicenses":25}]})",
        {}, "contoso.json");
    CHECK(result.source().format == ExportFormat::graph);
    CHECK(rows_of(result) == Rows{"contoso|VISIO||1|2024-06-01|25"});
    CHECK(result.portfolio.row(0).status() == Status::disabled);
  }
  SECTION("the batch tool's names, and German ones") {
    const ReadResult batch =
        read(R"([{"CustomerName":"Contoso","LegacySubscriptionId":"1","LegacyProductName":"Visio",)"
             R"("ExpirationDate":"05/04/2024 00:00:00","AutoRenewEnabled":"True","CurrentSeatCount":3}])");
    CHECK(batch.source().format == ExportFormat::bam_subscriptions);
    CHECK(rows_of(batch) == Rows{"Contoso|Visio||1|2024-05-04|3"});
    const ReadResult german =
        read(R"([{"Kunde":"Bäckerei","Produkt":"Visio","Lizenzen":"1.234","Verlängerungsdatum":"31.05.2024"}])");
    CHECK(german.source().format == ExportFormat::generic);
    CHECK(rows_of(german) == Rows{"Bäckerei|Visio||export.json:1|2024-05-31|1234"});
  }
  SECTION("rows under a key of the user's own") {
    const ReadResult result =
        read(R"({"made":"today","Export":[{"customer":"C","product":"Visio","renewalDate":"2024-06-01"}]})");
    CHECK(rows_of(result) == Rows{"C|Visio||export.json:1|2024-06-01|-1"});
  }
}

TEST_CASE("A saved plan is read back from JSON and NDJSON") {
  const std::string entry =
      R"({"customer_name":"Contoso","subscription_id":"1","product_name":"Visio","seats":3,"term":"P1Y",)"
      R"("auto_renew":true,"term_end_date":"2024-05-31","renewal_date":"2024-06-01","migration_date":"2024-06-01",)"
      R"("phase":"open","reason":null,"actions":[{"code":"migrate_yourself","from":null,"due":"2024-05-30"}],)"
      R"("notes":["term_assumed","auto_renew_assumed"]})";
  const Rows expected = {"Contoso|Visio||1|2024-06-01|3"};
  SECTION("JSON") {
    const ReadResult result =
        read(R"({"schema_version":1,"inputs":[{"path":"a.csv","rows":5}],"summary":{"rows":{"read":1}},)"
             R"("entries":[)" +
             entry + R"(],"diagnostics":[{"code":"x"}]})");
    CHECK(result.source().format == ExportFormat::nceplan);
    CHECK(rows_of(result) == expected);
    CHECK_FALSE(result.portfolio.row(0).term().known());
    CHECK_FALSE(result.portfolio.row(0).has(RowFlag::auto_renew_known));
  }
  SECTION("NDJSON") {
    const ReadResult result = read(R"({"type":"entry",)" + entry.substr(1) + "\n" +
                                   R"({"type":"diagnostic","code":"date-invalid","line":7})" + "\n" +
                                   R"({"type":"summary","rows":{"read":1}})" + "\n");
    CHECK(rows_of(result) == expected);
    CHECK(result.source().rows == 1);
    CHECK(result.diagnostics.empty());
  }
  SECTION("without entries") {
    CHECK(read(R"({"schema_version":1,"entries":[],"diagnostics":[]})").source().rows == 0);
    CHECK(read(R"({"type":"summary","rows":{"read":0}})").source().rows == 0);
  }
}

TEST_CASE("Keys that turn up late count, however the source is cut into blocks") {
  std::string lines;
  for (int i = 0; i < 50; ++i) {
    lines += R"({"customer":"C","product":"Visio","renewalDate":"2024-06-01"})";
    lines += '\n';
  }
  lines += R"({"customer":"C","product":"Visio","renewalDate":"2024-06-01","seats":7,"nobody knows":1})";
  ReadOptions options;
  options.block_size = GENERATE(std::size_t{1}, std::size_t{64}, std::size_t{1} << 20);
  const ReadResult result = read(lines, options);
  CHECK(result.source().rows == 51);
  CHECK(result.portfolio.row(50).seats == 7);
  CHECK(result.portfolio.row(50).source_line == 51);
  const std::vector<SourceColumn>& columns = result.source().columns;
  REQUIRE(columns.size() == 5);
  CHECK(columns[3].header == "seats");
  CHECK(columns[3].field == "seats");
  CHECK(columns[4].header == "nobody knows");
  CHECK(columns[4].field.empty());
  CHECK(columns[2].date_order == DateOrder::iso);
}

// Found by the fuzzer of JSON: only a large block knew the key of the second line, and with it a file that can be read.
TEST_CASE("A line that is damaged in a value teaches its keys, whatever block it is in") {
  ReadOptions options;
  options.block_size = GENERATE(std::size_t{1}, std::size_t{64}, std::size_t{1} << 20);
  const std::string first = R"({"Kunde":"A","Produkt":"Visio","Lizenzen":1})";
  const std::string damaged = R"({"Kunde":"B","Produkt":"x\ud83d","Ablaufdatum":"2024-06-01","Lizenzen":6})";
  const ReadResult result = read(first + '\n' + damaged + '\n', options);
  CHECK(rows_of(result).empty());
  CHECK(result.count(DiagnosticCode::end_date_missing) == 1);
  CHECK(result.count(DiagnosticCode::json_line_invalid) == 1);
  REQUIRE(result.source().columns.size() == 4);
  CHECK(result.source().columns[3].header == "Ablaufdatum");
  CHECK(result.source().columns[3].field == "term_end_date");
}

TEST_CASE("Of a key that an object has twice the last one counts") {
  const ReadResult result = read(R"([{"customer":"A","product":"Visio","customer":"B","renewalDate":"2024-06-01"}])");
  CHECK(rows_of(result) == Rows{"B|Visio||export.json:1|2024-06-01|-1"});
}

TEST_CASE("Escapes are undone in keys and values") {
  const ReadResult result =
      read(R"([{"c\u0075stomer":"M\u00fcller \"AG\"\ud83d\ude00","product":"a\/b","renewalDate":"2024-06-01"},)"
           R"({"customer":"\u00c4","product":"Visio","renewalDate":"2024-06-01"}])");
  CHECK(rows_of(result) ==
        Rows{"Müller \"AG\"😀|a/b||export.json:1|2024-06-01|-1", "Ä|Visio||export.json:2|2024-06-01|-1"});
}

TEST_CASE("Values of the wrong type reject the row and name their place") {
  const ReadResult result =
      read(R"({"items":[{"customer":"C","product":"Visio","renewalDate":"2024-06-01"},)"
           R"({"customer":"C","product":["Visio"],"renewalDate":{"day":1},"seats":-3}, 5, null, "text"]})");
  CHECK(result.source().rows == 5);
  CHECK(result.source().rejected == 4);
  CHECK(result.count(DiagnosticCode::value_type) == 2);
  CHECK(result.count(DiagnosticCode::object_expected) == 3);
  const std::vector<Diagnostic>& kept = result.diagnostics.kept();
  CHECK(kept[0].where == Location{"export.json", 0, 0, "/items/1/product"});
  CHECK(kept[0].details == std::vector<std::string>{"text"});
  CHECK(kept[1].where.field == "/items/1/renewalDate");
  CHECK(kept[1].details == std::vector<std::string>{"date"});
  CHECK(kept[2].where.field == "/items/2");
  CHECK(kept[2].seen == "5");
}

TEST_CASE("Bad values are reported with a JSON pointer, also inside nested collections") {
  const ReadResult result = read(
      R"([{"companyName":"C","items":[{"id":"1","offerName":"V","commitmentEndDate":"2024-02-30","quantity":-1}]}])");
  CHECK(result.source().rejected == 1);
  REQUIRE(result.diagnostics.kept().size() == 2);
  const Location& seats = result.diagnostics.kept()[0].where;
  CHECK(seats == Location{"export.json", 0, 0, "/0/items/0/quantity"});
  CHECK(result.diagnostics.kept()[1].code == DiagnosticCode::date_invalid);
}

TEST_CASE("A document that is one row names places by key") {
  const ReadResult result = read("{\n\"customer\":\"C\",\"product\":{},\"renewalDate\":\"2024-06-01\"\n}");
  CHECK(result.source().rejected == 1);
  REQUIRE(result.diagnostics.kept().size() == 1);
  CHECK(result.diagnostics.kept()[0].where == Location{"export.json", 0, 0, "product"});
}

TEST_CASE("A bad line of NDJSON is rejected alone") {
  const std::string good = R"({"customer":"C","product":"Visio","renewalDate":"2024-06-01"})";
  const std::string bad = GENERATE(as<std::string>(), R"({"customer":"C",)", R"({"customer" "C"})", "nonsense",
                                   R"({"customer":"C"} {"x":1})", R"({"customer":tru})", R"({"customer":"a	b"})",
                                   R"({"customer":"\x"})", "[1,2", R"({"a":1]})");
  CAPTURE(bad);
  const ReadResult result = read(good + "\n\n" + bad + "\r\n" + good, {}, "e.ndjson");
  CHECK(result.source().rows == 3);
  CHECK(result.source().rejected == 1);
  CHECK(rows_of(result) == Rows{"C|Visio||e.ndjson:1|2024-06-01|-1", "C|Visio||e.ndjson:4|2024-06-01|-1"});
  REQUIRE(result.count(DiagnosticCode::json_line_invalid) == 1);
  CHECK(result.diagnostics.kept()[0].where.line == 3);
  CHECK(result.diagnostics.kept()[0].where.column > 0);
}

TEST_CASE("NDJSON is recognised without the extension, also when its first line is damaged") {
  const std::string good = R"({"customer":"C","product":"Visio","renewalDate":"2024-06-01"})";
  CHECK(read(good + "\n" + good).source().rows == 2);
  CHECK(read(good + "\r\n" + good + "\r\n").source().rows == 2);
  const ReadResult damaged = read(R"({"customer":"C","product":"Vis)"
                                  "\n" +
                                  good);
  CHECK(damaged.source().rows == 2);
  CHECK(damaged.source().rejected == 1);
  CHECK(damaged.diagnostics.kept()[0].where == Location{"export.json", 1, 31, ""});
}

TEST_CASE("NDJSON lines can be collections") {
  const ReadResult result = read(collection(rest_item(guid_a), R"("companyName":"Contoso",)") + "\n" +
                                 collection(rest_item(guid_b), R"("companyName":"Fabrikam",)") + "\n");
  CHECK(rows_of(result) == Rows{expected_row("Contoso", guid_a), expected_row("Fabrikam", guid_b)});
  CHECK(result.portfolio.row(1).source_line == 2);
}

TEST_CASE("A malformed document fails with line and column") {
  const auto [json, line, column] = GENERATE(table<std::string, std::uint64_t, std::uint32_t>({
      {"{\"items\":[\n  {\"id\":\"1\",}\n]}", 2, 13},
      {"{\"items\":[\n  {\"kündigung\":\"ä\" \"x\":1}\n]}", 2, 22},
      {"[\n{\"a\":1},\n{\"a\":1\n", 4, 1},
      {"[{\"a\":1} {\"b\":2}]", 1, 10},
      {"{\"items\" [1]}", 1, 10},
      {"[{\"a\":tru}]", 1, 10},
      {"{\"items\":[]}\n]", 2, 1},
      {"[{\"customer\":\"C\"},]", 1, 19},
  }));
  CAPTURE(json);
  const Diagnostic failure = failure_of(json);
  CHECK(failure.code == DiagnosticCode::json_invalid);
  CHECK(failure.where.line == line);
  CHECK(failure.where.column == column);
  REQUIRE(failure.details.size() == 1);
  CHECK_FALSE(failure.details[0].empty());
}

TEST_CASE("Valid JSON of no known shape names its keys") {
  const auto [json, keys] = GENERATE(table<std::string, std::string>({
      {R"({"a":1,"b":{"c":2}})", "a, b"},
      {R"([{"x":1},{"y":2}])", "x, y"},
      {"[1,2,3]", ""},
      {"{\n\"name\":\"x\"\n}", "name"},
  }));
  CAPTURE(json);
  const Diagnostic failure = failure_of(json);
  CHECK(failure.code == DiagnosticCode::json_shape_unknown);
  CHECK(failure.details == std::vector<std::string>{keys});
}

TEST_CASE("A missing key is named as a missing column") {
  const Diagnostic failure = failure_of(R"([{"customer":"C","product":"Visio","expiratoin":"2024-01-01"}])");
  CHECK(failure.code == DiagnosticCode::columns_missing);
  CHECK(failure.details ==
        std::vector<std::string>{"term_end_date/renewal_date", "customer, product, expiratoin", "expiratoin"});
}

TEST_CASE("--map names keys, also ones that turn up late") {
  ReadOptions options;
  options.field_map = {{"renewal_date", "until"}};
  options.block_size = 1;
  const std::string row = R"({"customer":"C","product":"Visio","until":"2024-06-01"})";
  CHECK(rows_of(read("[" + row + "]", options)).size() == 1);
  CHECK(rows_of(read(R"([{"customer":"C"},)" + row + "]", options)).size() == 1);
  CHECK(failure_of(R"([{"customer":"C","product":"Visio","renewalDate":"2024-06-01"}])", options).code ==
        DiagnosticCode::mapping_unknown);
}

TEST_CASE("Empty collections are empty exports") {
  const std::string json =
      GENERATE(as<std::string>(), "[]", R"({"items":[]})", R"({"totalCount":0,"items":[],"x":{}})", "[{\"items\":[]}]");
  const ReadResult result = read(json);
  CHECK(result.source().rows == 0);
  CHECK(result.diagnostics.empty());
}

TEST_CASE("Deep nesting is refused or skipped, never followed") {
  constexpr std::size_t depth = 300000;
  const std::string open(depth, '[');
  const std::string close(depth, ']');
  CHECK(failure_of(open).code == DiagnosticCode::json_invalid);
  CHECK(failure_of(open + close).code == DiagnosticCode::json_shape_unknown);
  std::string objects;
  std::string ends;
  for (std::size_t i = 0; i < depth; ++i) {
    objects += R"({"items":)";
    ends += '}';
  }
  CHECK(failure_of(objects + "1" + ends).code == DiagnosticCode::json_shape_unknown);
  const ReadResult result =
      read(R"([{"customer":"C","product":"V","renewalDate":"2024-06-01","x":)" + open + close + "}]");
  CHECK(result.source().rows == 1);
}

TEST_CASE("Encodings other than UTF-8 are read") {
  const std::string row = R"([{"customer":"Müller","product":"Visio","renewalDate":"2024-06-01"}])";
  const Rows expected = {"Müller|Visio||export.json:1|2024-06-01|-1"};
  SECTION("UTF-8 with byte order mark") { CHECK(rows_of(read("\xef\xbb\xbf" + row)) == expected); }
  SECTION("UTF-16") {
    std::string wide = "\xff\xfe";
    for (const char c : std::string_view(row)) {
      if (c == '\xc3') continue;
      wide += c == '\xbc' ? '\xfc' : c;
      wide += '\0';
    }
    const ReadResult result = read(wide);
    CHECK(rows_of(result) == expected);
    CHECK(result.source().encoding == Encoding::utf16le);
  }
  SECTION("single bytes of Windows-1252 within UTF-8") {
    ReadOptions options;
    options.encoding = Encoding::utf8;
    const ReadResult result =
        read("[{\"customer\":\"M\xfcller Köln\",\"product\":\"Visio\",\"renewalDate\":\"2024-06-01\"}]", options);
    CHECK(rows_of(result) == Rows{"Müller Köln|Visio||export.json:1|2024-06-01|-1"});
    CHECK(result.count(DiagnosticCode::text_not_utf8) == 1);
  }
}

TEST_CASE("The date order of JSON columns is decided from all rows") {
  const std::string first = R"({"customer":"C","product":"V","renewalDate":"03/04/2024"})";
  const std::string day_first = R"({"customer":"C","product":"V","renewalDate":"31/05/2024"})";
  const ReadResult decided = read("[" + first + "," + day_first + "]");
  CHECK(to_iso(*Portfolio::dates(decided.portfolio.blocks[0], decided.portfolio.row(0)).renewal) == "2024-04-03");
  CHECK(decided.source().columns[2].date_order == DateOrder::dmy);
  const ReadResult ambiguous = read("[" + first + "]");
  CHECK(ambiguous.source().rejected == 1);
  CHECK(ambiguous.diagnostics.kept()[0].code == DiagnosticCode::date_ambiguous);
  CHECK(ambiguous.diagnostics.kept()[0].where.field == "/0/renewalDate");
}

TEST_CASE("Strings that end a window of the outline hide their brackets") {
  constexpr std::size_t window = std::size_t{1} << 18;
  const std::string hidden = R"(\\\"]}{[\\)";
  for (std::size_t shift = 0; shift < 2 * hidden.size(); ++shift) {
    const std::string before(window - 40 - shift, 'a');
    const std::string json = R"([{"customer":"C","product":"Visio","renewalDate":"2024-06-01","note":")" + before +
                             hidden + R"("},{"customer":"D","product":"Visio","renewalDate":"2024-06-02"}])";
    const ReadResult result = read(json, {.block_size = 1});
    REQUIRE(rows_of(result) == Rows{"C|Visio||export.json:1|2024-06-01|-1", "D|Visio||export.json:2|2024-06-02|-1"});
  }
}

TEST_CASE("A document in another encoding that is too large for memory is refused") {
  ReadOptions options;
  options.encoding = Encoding::utf16le;
  InputFile file = memory_file("huge.json", std::string("[\0]\0", 4));
  file.size = std::uint64_t{5} << 30;
  Diagnostics diagnostics;
  const std::vector<InputFile> files = {file};
  REQUIRE_THROWS_AS(read_portfolio(files, options, diagnostics), Failure);
}

TEST_CASE("Jobs and block sizes do not change what is read", "[parallel]") {
  const bool lines = GENERATE(true, false);
  std::string json = lines ? "" : R"({"totalCount":2000,"items":[)";
  for (int i = 0; i < 2000; ++i) {
    if (i != 0) json += lines ? "\n" : ",\n";
    const std::string number = std::to_string(i);
    if (i % 97 == 5) {
      json += lines ? "{\"bad\":" : "17";
    } else if (i % 101 == 7) {
      json += R"({"companyName":"Nested )" + number +
              R"(","items":[{"LegacyProductName":"A"},{"LegacyProductName":"B",)"
              R"("ExpirationDate":"2024-02-01"}]})";
    } else {
      json += R"({"CustomerName":"Kunde )" + std::to_string(i / 8) + R"(","LegacySubscriptionId":"s)" + number +
              R"(","LegacyProductName":"Product )" + std::to_string(i % 7) + R"(","ExpirationDate":"2024-0)" +
              std::to_string(1 + i % 9) + R"(-11T00:00:00Z","CurrentSeatCount":)" + std::to_string(i % 50 - 1) + "}";
    }
  }
  if (!lines) json += "]}";
  const ReadResult expected = read(json);
  CHECK(expected.source().rows > 2000);
  CHECK(expected.source().rejected > 20);

  ReadOptions options;
  options.jobs = GENERATE(1U, 4U);
  options.block_size = GENERATE(std::size_t{1}, std::size_t{100}, std::size_t{4096}, std::size_t{1} << 20);
  const ReadResult result = read(json, options);
  CHECK(rows_of(result) == rows_of(expected));
  CHECK(result.source().rows == expected.source().rows);
  CHECK(result.source().rejected == expected.source().rejected);
  CHECK(result.diagnostics.kept() == expected.diagnostics.kept());
  CHECK(result.diagnostics.errors() == expected.diagnostics.errors());
  const auto lines_of = [](const Portfolio& portfolio) {
    std::vector<std::uint32_t> numbers;
    for (RowIndex row = 0; row < portfolio.row_count(); ++row) numbers.push_back(portfolio.row(row).source_line);
    return numbers;
  };
  CHECK(lines_of(result.portfolio) == lines_of(expected.portfolio));
}

TEST_CASE("a document that says that it is a part of a collection is named") {
  struct Case {
    std::string around;  ///< members beside the rows
    std::vector<std::string> details;
  };
  const std::vector<Case> cases = {
      {R"("totalCount": 500)", {"1", "500"}},
      {R"("totalCount": 1)", {}},
      {R"("links": {"next": {"uri": "/subscriptions?seek=2"}})", {"1", ""}},
      {R"("links": {"next": null, "self": {"uri": "/next"}})", {}},
      {R"("links": {"self": {"uri": "\"next\""}})", {}},
      {R"("@odata.nextLink": "https://example.org/2")", {"1", ""}},
      {R"("nextLink": "")", {}},
      {R"("nextLink": null)", {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.around);
    const ReadResult result =
        read(R"({"items": [{"customerName": "Contoso", "offerName": "E3", "commitmentEndDate": "2024-05-01"}], )" +
             c.around + "}");
    CHECK(result.portfolio.row_count() == 1);
    CHECK(result.count(DiagnosticCode::collection_incomplete) == (c.details.empty() ? 0 : 1));
    if (!c.details.empty()) CHECK(result.diagnostics.kept().front().details == c.details);
  }
}
