#include "nceplan/rules/self_migration.hpp"

#include "support/catch.hpp"
#include "support/editions.hpp"

using namespace nceplan;
using test::day;
using test::iso;
using test::maybe_day;

namespace {

OfferFacts standing(MatrixStanding matrix, std::string_view listed_on = "") {
  OfferFacts facts;
  facts.matrix = matrix;
  facts.listed_on = maybe_day(listed_on);
  return facts;
}

}  // namespace

TEST_CASE("self-service begins when the edition says, for multi-year offers when they are listed", "[rules][R7]") {
  struct ServiceCase {
    Edition edition;
    Category category;
    OfferFacts facts;
    std::string expected;
    SelfServiceBasis basis;
  };
  const auto [edition, category, facts, expected, basis] = GENERATE(values<ServiceCase>({
      {test::edition_2023_07(), Category::commercial, {}, "2023-07-11", SelfServiceBasis::announced},
      {test::edition_2023_07(), Category::public_sector, {}, "2023-11-01", SelfServiceBasis::announced},
      {test::edition_2023_09(), Category::public_sector, {}, "", SelfServiceBasis::none},
      {test::edition_2023_10(), Category::public_sector, {}, "2024-01-01", SelfServiceBasis::announced},
      {test::edition_2024_01(), Category::public_sector, {}, "2024-03-01", SelfServiceBasis::announced},
      {test::edition_2023_07(), Category::multi_year, standing(MatrixStanding::enabled, "2024-02-01"), "2024-02-01",
       SelfServiceBasis::listed_on},
      {test::edition_2024_05(), Category::multi_year, standing(MatrixStanding::enabled), "2024-05-13",
       SelfServiceBasis::edition_announced},
      {test::edition_2023_07(), Category::multi_year, standing(MatrixStanding::manual_only), "",
       SelfServiceBasis::none},
      {test::edition_2023_07(), Category::multi_year, standing(MatrixStanding::no_matrix), "", SelfServiceBasis::none},
      {test::edition_2023_07(), Category::commercial, standing(MatrixStanding::enabled, "2024-02-01"), "2023-07-11",
       SelfServiceBasis::announced},
  }));
  const SelfService service = self_service_of(category, facts, edition);
  CHECK(iso(service.from) == expected);
  CHECK(service.basis == basis);
}

TEST_CASE("the first month is a calendar month for a base and thirty days for an add-on", "[rules][R7]") {
  struct MonthCase {
    std::string start;
    std::string base;
    std::string addon;
  };
  const auto [start, base, addon] = GENERATE(values<MonthCase>({
      {"2024-01-15", "2024-02-15", "2024-02-14"},
      {"2024-01-31", "2024-02-29", "2024-03-01"},
      {"2023-01-31", "2023-02-28", "2023-03-02"},
      {"2024-02-29", "2024-03-29", "2024-03-30"},
      {"2023-12-31", "2024-01-31", "2024-01-30"},
      {"", "", ""},
  }));
  CAPTURE(start);
  CHECK(iso(first_month_of(maybe_day(start), BundleRole::base)) == base);
  CHECK(iso(first_month_of(maybe_day(start), BundleRole::addon)) == addon);
}

TEST_CASE("the start is the creation date, else the start date", "[rules][R7]") {
  RowDates row;
  CHECK_FALSE(start_of(row));
  row.started = day("2023-05-02");
  CHECK(iso(start_of(row)) == "2023-05-02");
  row.created = day("2023-05-01");
  CHECK(iso(start_of(row)) == "2023-05-01");
}

TEST_CASE("an unknown date is left out when the later one is sought", "[rules][R7]") {
  const OptionalDate a = day("2024-01-01");
  const OptionalDate b = day("2024-01-02");
  CHECK(later_of(a, b) == b);
  CHECK(later_of(b, a) == b);
  CHECK(later_of(a, {}) == a);
  CHECK(later_of({}, b) == b);
  CHECK_FALSE(later_of({}, {}));
}

TEST_CASE("the first blocker that holds is the one", "[rules][R7]") {
  struct BlockerCase {
    Category category;
    MatrixStanding matrix;
    Blocker expected;
  };
  const auto [category, matrix, expected] = GENERATE(values<BlockerCase>({
      {Category::commercial, MatrixStanding::no_matrix, Blocker::none},
      {Category::commercial, MatrixStanding::enabled, Blocker::none},
      {Category::commercial, MatrixStanding::absent, Blocker::not_in_matrix},
      {Category::commercial, MatrixStanding::no_equivalent, Blocker::not_in_matrix},
      {Category::commercial, MatrixStanding::manual_only, Blocker::manual_only},
      {Category::public_sector, MatrixStanding::no_matrix, Blocker::none},
      {Category::public_sector, MatrixStanding::absent, Blocker::not_in_matrix},
      {Category::multi_year, MatrixStanding::no_matrix, Blocker::unlisted},
      {Category::multi_year, MatrixStanding::absent, Blocker::unlisted},
      {Category::multi_year, MatrixStanding::manual_only, Blocker::unlisted},
      {Category::multi_year, MatrixStanding::no_equivalent, Blocker::unlisted},
      {Category::multi_year, MatrixStanding::enabled, Blocker::none},
  }));
  OfferFacts facts = standing(matrix);
  CHECK(own_blocker({}, facts, category) == expected);

  Subscription promoted;
  promoted.set(RowFlag::promotion);
  CHECK(own_blocker(promoted, facts, category) == Blocker::promotion);
  facts.promotion = true;
  CHECK(own_blocker({}, facts, category) == Blocker::promotion);

  Subscription ineligible = promoted;
  ineligible.set(RowFlag::ineligible);
  CHECK(own_blocker(ineligible, facts, category) == Blocker::ineligible);
}

TEST_CASE("the last free day is two days before the migration, one before the term's last day", "[rules][R7]") {
  CHECK(iso(self_migrate_until(day("2024-03-01"))) == "2024-02-28");
  CHECK(iso(self_migrate_until(day("2024-01-01"))) == "2023-12-30");
  CHECK(iso(self_migrate_until_before_end(day("2024-03-01"))) == "2024-02-29");
}
