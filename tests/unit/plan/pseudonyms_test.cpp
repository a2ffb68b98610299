// Pseudonyms: what they replace, what they leave, and that decisions stay.
#include "nceplan/plan/pseudonyms.hpp"

#include "nceplan/rules/name_markers.hpp"
#include "support/catch.hpp"
#include "support/planned.hpp"

using namespace nceplan;
using namespace nceplan::test;

namespace {

constexpr const char* tenant = "0f8fad5b-d9cb-469f-a165-70867728950e";
constexpr const char* other_tenant = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

Portfolio anonymous(Portfolio portfolio) {
  Pseudonyms pseudonyms;
  pseudonyms.apply(portfolio, OfferCatalog{}, nullptr);
  return portfolio;
}

const Customer& customer_at(const Portfolio& portfolio, RowIndex row) {
  return portfolio.customer(portfolio.row(row).customer);
}

std::string name_at(const Portfolio& portfolio, RowIndex row) {
  return std::string(portfolio.text(customer_at(portfolio, row).name));
}

std::string id_at(const Portfolio& portfolio, RowIndex row) {
  return portfolio.subscription_id(portfolio.block_of(row), portfolio.row(row));
}

/// The name of a product that only the subscription has given a name to.
std::string product_name(const std::string& name, const OfferCatalog& catalog = {}) {
  Portfolio portfolio = portfolio_of({{.id = "s", .product = name, .offer_id = tenant}});
  portfolio.shards[0].products[0].named_by_subscription = true;
  Pseudonyms{}.apply(portfolio, catalog, nullptr);
  return std::string(portfolio.text(portfolio.product(portfolio.row(0).product).name));
}

}  // namespace

TEST_CASE("customers are numbered as they appear; one tenant is one number in all files", "[plan][pseudonyms]") {
  PortfolioMaker maker;
  maker.add(Row{.id = "s", .customer = "Zeppelin"}).add(Row{.id = "t", .customer = "Fabrikam", .customer_id = tenant});
  maker.file("b.csv").add(Row{.id = "u", .customer = "Fabrikam AG", .customer_id = tenant});
  maker.add(Row{.id = "v", .customer = "zeppelin"})
      .add(Row{.id = "w", .customer = "Zeppelin", .customer_id = other_tenant});
  const Portfolio portfolio = anonymous(maker.make());
  CHECK(name_at(portfolio, 0) == "Customer 0001");
  CHECK(name_at(portfolio, 1) == "Customer 0002");
  CHECK(name_at(portfolio, 2) == "Customer 0002");
  CHECK(name_at(portfolio, 3) == "Customer 0001");
  CHECK(name_at(portfolio, 4) == "Customer 0003");
  CHECK(portfolio.to_string(customer_at(portfolio, 1).id) == "00000001-0000-8000-8000-000000000002");
  CHECK(customer_at(portfolio, 0).id.empty());
}

TEST_CASE("ids keep their kind and their links; rows without one keep none", "[plan][pseudonyms]") {
  const Portfolio portfolio = anonymous(portfolio_of(
      {{.id = tenant}, {.id = "S-1"}, {.id = "a", .base = tenant}, {.id = ""}, {.id = "b", .base = "s-1"}}));
  CHECK(id_at(portfolio, 0) == "00000002-0000-8000-8000-000000000001");
  CHECK(id_at(portfolio, 1) == "subscription-0002");
  CHECK(id_at(portfolio, 3).substr(0, 13) == "export-1.csv:");
  const auto base_at = [&](RowIndex row) {
    return portfolio.to_string(Portfolio::details(portfolio.block_of(row), portfolio.row(row)).related_id);
  };
  CHECK(base_at(2) == id_at(portfolio, 0));
  CHECK(base_at(4) == id_at(portfolio, 1));
}

TEST_CASE("reasons keep their code and lose their words", "[plan][pseudonyms]") {
  const Portfolio portfolio = anonymous(portfolio_of({{.id = "s", .ineligible_because = "Add-ons present for Fabrikam"},
                                                      {.id = "t", .ineligible_because = "ask Fabrikam"}}));
  const auto reason_at = [&](RowIndex row) {
    return portfolio.text(Portfolio::details(portfolio.block_of(row), portfolio.row(row)).ineligibility_reason);
  };
  CHECK(reason_at(0) == "4: reason 0001");
  CHECK(reason_at(1) == "reason 0002");
}

TEST_CASE("names of products stay, unless somebody has given them to a subscription", "[plan][pseudonyms]") {
  const Portfolio portfolio = anonymous(portfolio_of({{.id = "s", .product = "Office 365 E3"}}));
  CHECK(portfolio.text(portfolio.product(portfolio.row(0).product).name) == "Office 365 E3");
  const OfferCatalog catalog({CatalogOffer{.offer_id = other_tenant, .offer_name = "Visio Online Plan 2"}});
  CHECK(product_name("Visio Online Plan 2", catalog) == "Visio Online Plan 2");
  CHECK(product_name("Visio for Fabrikam", catalog) == "Product 0001");
}

TEST_CASE("what a subscription is called is hidden where a product is called so, too", "[plan][pseudonyms]") {
  Portfolio portfolio = portfolio_of({{.id = "s", .product = "Contoso HQ"}, {.id = "t", .product = "contoso hq"}});
  portfolio.shards[0].products[1].named_by_subscription = true;
  Pseudonyms{}.apply(portfolio, {}, nullptr);
  const auto name_of = [&](RowIndex row) { return portfolio.text(portfolio.product(portfolio.row(row).product).name); };
  CHECK(name_of(0) == "Product 0001");
  CHECK(name_of(1) == "Product 0001");
}

TEST_CASE("the name of no offer still says what the rules go by", "[plan][pseudonyms]") {
  const std::string original =
      GENERATE("Fabrikam Trial", "Fabrikam Promo", "Fabrikam for faculty", "Fabrikam (Nonprofit Staff Pricing)",
               "Fabrikam (Government Pricing)", "Fabrikam GCC", "Fabrikam (36 mo)", "Fabrikam (6 year)",
               "Microsoft 365 Business Premium Fabrikam", "Fabrikam for students (36 mo) Trial Promo", "Fabrikam");
  CAPTURE(original);
  const std::string neutral = product_name(original);
  CAPTURE(neutral);
  CHECK(neutral.find("Fabrikam") == std::string::npos);
  CHECK(name_markers_of(neutral) == name_markers_of(original));
}

TEST_CASE("what a problem quotes is hidden, what nceplan knows of it stays", "[plan][pseudonyms]") {
  Portfolio portfolio = portfolio_of({{.id = "s"}});
  portfolio.sources[0].columns = {{.header = "Läuft ab (Fabrikam)", .field = "term_end_date"}};
  Pseudonyms pseudonyms;
  pseudonyms.apply(portfolio, OfferCatalog{}, nullptr);
  const Location where{.file = "a.csv", .line = 7, .column = 1, .field = "Läuft ab (Fabrikam)"};
  const Location quiet{.file = "export-1.csv", .line = 7, .column = 1, .field = "term_end_date"};

  const Diagnostic invalid{.code = DiagnosticCode::date_invalid, .where = where, .seen = "Fabrikam", .details = {}};
  CHECK(pseudonyms.without_quotes(invalid) ==
        Diagnostic{.code = DiagnosticCode::date_invalid, .where = quiet, .seen = "***", .details = {}});
  const Diagnostic ambiguous{.code = DiagnosticCode::date_ambiguous,
                             .where = where,
                             .seen = "03/04/2024",
                             .details = {"2024-04-03", "2024-03-04"}};
  CHECK(pseudonyms.without_quotes(ambiguous).seen == "03/04/2024");
  CHECK(pseudonyms.without_quotes(ambiguous).details == ambiguous.details);
  const Diagnostic headers{
      .code = DiagnosticCode::header_unrecognized, .where = where, .seen = {}, .details = {"Fabrikam"}};
  CHECK(pseudonyms.without_quotes(headers).details == std::vector<std::string>{"***"});
}

TEST_CASE("counts of problems stay, also of those that are not kept", "[plan][pseudonyms]") {
  Diagnostics diagnostics;
  for (int i = 0; i < 50; ++i) {
    diagnostics.add({.code = DiagnosticCode::status_unknown, .severity = Severity::warning, .where = {}, .seen = "x"});
  }
  Pseudonyms{}.apply(diagnostics);
  CHECK(diagnostics.count(DiagnosticCode::status_unknown) == 50);
  CHECK(diagnostics.warnings() == 50);
  CHECK(diagnostics.errors() == 0);
  CHECK(diagnostics.kept().size() == Diagnostics::kept_per_code);
  CHECK(diagnostics.kept().front().seen == "***");
}
