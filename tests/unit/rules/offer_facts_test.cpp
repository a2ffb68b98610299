#include "nceplan/rules/offer_facts.hpp"

#include "support/catch.hpp"
#include "support/editions.hpp"

using namespace nceplan;

namespace {

constexpr const char* id_a = "11111111-1111-1111-1111-111111111111";
constexpr const char* id_b = "22222222-2222-2222-2222-222222222222";

CatalogOffer catalog_offer(std::string id, std::string name, std::optional<Segment> segment) {
  CatalogOffer offer;
  offer.offer_id = std::move(id);
  offer.offer_name = std::move(name);
  offer.segment = segment;
  return offer;
}

MatrixOffer matrix_offer(std::string id, std::string name, std::optional<bool> enabled, std::string nce_product) {
  MatrixOffer offer;
  offer.offer_id = std::move(id);
  offer.offer_name = std::move(name);
  offer.migration_enabled = enabled;
  offer.nce_product = std::move(nce_product);
  return offer;
}

std::string decided(const OfferFacts& facts) {
  return std::string(to_code(facts.segment)) + " by " + std::string(to_code(facts.segment_basis));
}

}  // namespace

TEST_CASE("the first source that answers decides the segment", "[rules][R2]") {
  const OfferCatalog catalog(
      {catalog_offer(id_a, "Office 365 E3 GCC", Segment::nonprofit),
       catalog_offer(id_b, "Plan without segment", std::nullopt), catalog_offer("", "Agreed", Segment::education),
       catalog_offer("", " AGREED ", Segment::education), catalog_offer("", "Agreed", std::nullopt),
       catalog_offer("", "Disputed GCC", Segment::education), catalog_offer("", "Disputed GCC", Segment::commercial)});
  MatrixOffer by_id = matrix_offer(id_a, "Something else", true, "x:1");
  by_id.segment = Segment::government;
  MatrixOffer by_name = matrix_offer("", "Agreed", true, "x:1");
  by_name.segment = Segment::commercial;
  const OfferMatrix matrix({by_id, by_name, matrix_offer(id_b, "No segment", true, "x:1")});

  CHECK(decided(offer_facts_of({id_a, "Office 365 E3 GCC"}, catalog, &matrix)) == "government by matrix");
  CHECK(decided(offer_facts_of({"", "agreed"}, catalog, &matrix)) == "commercial by matrix");
  CHECK(decided(offer_facts_of({id_a, "Office 365 E3 GCC"}, catalog, nullptr)) == "nonprofit by catalog");
  CHECK(decided(offer_facts_of({id_a, ""}, catalog, nullptr)) == "nonprofit by catalog");
  CHECK(decided(offer_facts_of({"", "  agreed "}, catalog, nullptr)) == "education by catalog-name");
  CHECK(decided(offer_facts_of({id_b, "Agreed"}, catalog, &matrix)) == "commercial by matrix");
  CHECK(decided(offer_facts_of({id_b, "Agreed"}, catalog, nullptr)) == "education by catalog-name");
  CHECK(decided(offer_facts_of({"", "Disputed GCC"}, catalog, nullptr)) == "gcc by name");
  CHECK(decided(offer_facts_of({id_b, "Plan A3"}, catalog, nullptr)) == "education by name");
  CHECK(decided(offer_facts_of({id_b, "Plan"}, catalog, nullptr)) == "commercial by assumed");
  CHECK(decided(offer_facts_of({"", ""}, catalog, nullptr)) == "commercial by assumed");
}

TEST_CASE("ids of offers are found in either case", "[rules][R2]") {
  const OfferCatalog catalog({catalog_offer("abcdefab-1111-1111-1111-111111111111", "X", Segment::gcc)});
  CHECK(decided(offer_facts_of({"ABCDEFAB-1111-1111-1111-111111111111", ""}, catalog, nullptr)) == "gcc by catalog");
}

TEST_CASE("a catalog row without a segment still gives term, trial and seat cap", "[rules][R2]") {
  CatalogOffer offer = catalog_offer(id_a, "Plan", std::nullopt);
  offer.term = three_years;
  offer.is_trial = true;
  offer.max_seats = 300;
  const OfferCatalog catalog({offer});

  for (const OfferTexts texts : {OfferTexts{id_a, ""}, OfferTexts{"", "plan"}}) {
    const OfferFacts facts = offer_facts_of(texts, catalog, nullptr);
    CHECK(facts.segment_basis == SegmentBasis::assumed);
    CHECK(facts.catalog_term == three_years);
    CHECK(facts.trial);
    CHECK(facts.seat_capped);
  }
}

TEST_CASE("only a cap of 300 seats is pooled", "[rules][R10]") {
  const auto max_seats = GENERATE(25U, 299U, 300U, 301U, 2000U);
  CatalogOffer offer = catalog_offer(id_a, "Plan", std::nullopt);
  offer.max_seats = max_seats;
  CHECK(offer_facts_of({id_a, "Plan"}, OfferCatalog({offer}), nullptr).seat_capped == (max_seats == 300));
}

TEST_CASE("the matrix says where an offer stands", "[rules][R7][R8]") {
  struct StandingCase {
    std::optional<bool> enabled;
    std::string nce_product;
    MatrixStanding expected;
  };
  const auto [enabled, nce_product, expected] = GENERATE(values<StandingCase>({
      {true, "CFQ7TTC0LF8R:0001", MatrixStanding::enabled},
      {true, "", MatrixStanding::enabled},
      {false, "CFQ7TTC0LF8R:0001", MatrixStanding::manual_only},
      {false, "", MatrixStanding::no_equivalent},
      {std::nullopt, "CFQ7TTC0LF8R:0001", MatrixStanding::manual_only},
  }));
  MatrixOffer listed = matrix_offer(id_a, "Office 365 E3", enabled, nce_product);
  listed.listed_on = test::day("2024-02-01");
  const OfferMatrix matrix({listed, matrix_offer(id_b, "Other", true, "x:1")});

  const OfferFacts by_id = offer_facts_of({id_a, "renamed"}, {}, &matrix);
  CHECK(by_id.matrix == expected);
  CHECK(by_id.listed_on.has_value() == (expected == MatrixStanding::enabled));
  CHECK(offer_facts_of({"", "OFFICE 365 e3"}, {}, &matrix).matrix == expected);
  CHECK(offer_facts_of({"", "Office 365 E5"}, {}, &matrix).matrix == MatrixStanding::absent);
  CHECK(offer_facts_of({id_a, ""}, {}, nullptr).matrix == MatrixStanding::no_matrix);
}

TEST_CASE("a price list knows segments and trials but says nothing about migration", "[rules][R2][R7]") {
  MatrixOffer priced = matrix_offer(id_a, "Plan", std::nullopt, "");
  priced.segment = Segment::education;
  priced.is_trial = true;
  const OfferMatrix price_list({priced});
  const OfferFacts facts = offer_facts_of({id_a, "Plan"}, {}, &price_list);
  CHECK(facts.matrix == MatrixStanding::no_matrix);
  CHECK(facts.trial);
  CHECK(decided(facts) == "education by matrix");
  CHECK(offer_facts_of({id_b, "Other"}, {}, &price_list).matrix == MatrixStanding::no_matrix);
}

TEST_CASE("an empty matrix lists nothing", "[rules][R7]") {
  const OfferMatrix empty(std::vector<MatrixOffer>{});
  CHECK(offer_facts_of({id_a, "Plan"}, {}, &empty).matrix == MatrixStanding::absent);
}
