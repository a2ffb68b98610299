#include "nceplan/rules/offer_decision.hpp"

#include "support/catch.hpp"

using namespace nceplan;

namespace {

struct TermCase {
  Term row;
  Term catalog;
  Term name;
  Term expected;
  TermBasis basis;
};

}  // namespace

TEST_CASE("the term is the row's, else the catalog's, else the name's, else a year", "[rules][R3]") {
  const Term none;
  const auto [row, catalog, name, expected, basis] = GENERATE_COPY(values<TermCase>({
      {one_month, three_years, Term{72}, one_month, TermBasis::row},
      {none, three_years, Term{72}, three_years, TermBasis::catalog},
      {none, none, Term{72}, Term{72}, TermBasis::name},
      {none, none, none, one_year, TermBasis::assumed},
  }));
  Subscription subscription;
  subscription.facts.set(row);
  OfferFacts facts;
  facts.catalog_term = catalog;
  facts.name_term = name;
  const OfferDecision decision = decide_offer(subscription, facts);
  CHECK(decision.term == expected);
  CHECK(decision.term_basis == basis);
}

TEST_CASE("the category follows from term, name and segment", "[rules][R2]") {
  struct CategoryCase {
    Segment segment;
    unsigned months;
    bool multi_year_name;
    Category expected;
  };
  const auto [segment, months, multi_year_name, expected] = GENERATE(values<CategoryCase>({
      {Segment::commercial, 12, false, Category::commercial},
      {Segment::commercial, 1, false, Category::commercial},
      {Segment::commercial, 13, false, Category::multi_year},
      {Segment::commercial, 12, true, Category::multi_year},
      {Segment::education, 12, false, Category::public_sector},
      {Segment::nonprofit, 12, false, Category::public_sector},
      {Segment::government, 12, false, Category::public_sector},
      {Segment::gcc, 1, false, Category::public_sector},
      {Segment::education, 36, false, Category::multi_year},
      {Segment::education, 12, true, Category::multi_year},
  }));
  Subscription subscription;
  subscription.facts.set(Term{static_cast<std::uint16_t>(months)});
  OfferFacts facts;
  facts.segment = segment;
  facts.multi_year_name = multi_year_name;
  CHECK(decide_offer(subscription, facts).category == expected);
}
