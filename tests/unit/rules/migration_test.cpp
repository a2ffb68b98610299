#include "nceplan/rules/migration.hpp"

#include "support/catch.hpp"
#include "support/editions.hpp"

using namespace nceplan;
using test::day;
using test::iso;

namespace {

OfferDecision offer_of(Category category, Term term) {
  OfferDecision offer;
  offer.category = category;
  offer.term = term;
  return offer;
}

}  // namespace

TEST_CASE("a series of renewals is counted from its anchor", "[rules][R3][R4]") {
  struct SeriesCase {
    std::string anchor;
    unsigned months;
    std::string from;
    std::string expected;
    int terms;
  };
  const auto [anchor, months, from, expected, terms] = GENERATE(values<SeriesCase>({
      {"2024-01-01", 12, "2024-01-01", "2024-01-01", 0},
      {"2024-01-02", 12, "2024-01-01", "2024-01-02", 0},
      {"2023-12-31", 12, "2024-01-01", "2024-12-31", 1},
      {"2023-07-01", 12, "2024-07-01", "2024-07-01", 1},
      {"2023-07-01", 12, "2024-07-02", "2025-07-01", 2},
      {"2023-06-30", 12, "2024-07-01", "2025-06-30", 2},
      {"2023-12-31", 1, "2024-02-01", "2024-02-29", 2},
      {"2023-12-31", 1, "2024-03-01", "2024-03-31", 3},
      {"2023-01-31", 1, "2023-02-28", "2023-02-28", 1},
      {"2023-01-31", 1, "2023-03-01", "2023-03-31", 2},
      {"2020-02-29", 12, "2024-01-01", "2024-02-29", 4},
      {"2020-02-29", 12, "2023-01-01", "2023-02-28", 3},
      {"2020-02-29", 12, "2023-03-01", "2024-02-29", 4},
      {"2020-05-15", 36, "2024-01-01", "2026-05-15", 2},
      {"2021-05-15", 72, "2024-01-01", "2027-05-15", 1},
      {"2023-11-15", 5, "2024-01-01", "2024-04-15", 1},
      {"0001-01-01", 1, "2024-01-02", "2024-02-01", 24277},
  }));
  CAPTURE(anchor, months, from);
  const RenewalInSeries found = first_renewal_from(day(anchor), Term{static_cast<std::uint16_t>(months)}, day(from));
  CHECK(iso(found.date) == expected);
  CHECK(found.terms == terms);
}

TEST_CASE("the first renewal on or after the edition's date is the migration", "[rules][R4][R5]") {
  struct MigrationCase {
    std::string renewal;
    Category category;
    Term term;
    std::string expected;
    std::string committed_until;
  };
  const Edition edition = test::edition_2023_10();
  const auto [renewal, category, term, expected, committed_until] = GENERATE_COPY(values<MigrationCase>({
      {"2023-12-31", Category::commercial, one_year, "2024-12-31", "2025-12-30"},
      {"2024-01-01", Category::commercial, one_year, "2024-01-01", "2024-12-31"},
      {"2024-01-02", Category::commercial, one_year, "2024-01-02", "2025-01-01"},
      {"2023-11-30", Category::commercial, one_month, "2024-01-30", "2025-01-29"},
      {"2024-06-30", Category::public_sector, one_year, "2025-06-30", "2026-06-29"},
      {"2024-07-01", Category::public_sector, one_year, "2024-07-01", "2025-06-30"},
      {"2023-05-01", Category::multi_year, three_years, "2026-05-01", "2027-04-30"},
      {"2024-02-29", Category::commercial, one_year, "2024-02-29", "2025-02-27"},
  }));
  CAPTURE(renewal);
  const MigrationDecision migration = microsoft_migration(offer_of(category, term), day(renewal), edition);
  CHECK(iso(migration.date) == expected);
  CHECK(migration.by == MigratedBy::microsoft);
  CHECK(migration.target_term == one_year);
  CHECK(iso(migration.committed_until()) == committed_until);
}

TEST_CASE("without a date for the category, or a renewal, there is no migration", "[rules][R4][R5]") {
  const Edition edition = test::edition_2023_09();
  for (const MigrationDecision& migration :
       {microsoft_migration(offer_of(Category::public_sector, one_year), day("2024-05-01"), edition),
        microsoft_migration(offer_of(Category::commercial, one_year), std::nullopt, edition)}) {
    CHECK_FALSE(migration.date);
    CHECK_FALSE(migration.committed_until());
    CHECK_FALSE(migration.target_term.known());
    CHECK(migration.by == MigratedBy::none);
  }
}

TEST_CASE("three years stay three years where the edition says so", "[rules][R5]") {
  const OfferDecision offer = offer_of(Category::multi_year, three_years);
  CHECK(microsoft_migration(offer, day("2024-05-01"), test::edition_2023_07()).target_term == one_year);
  const MigrationDecision kept = microsoft_migration(offer, day("2024-05-01"), test::edition_2024_01());
  CHECK(kept.target_term == three_years);
  CHECK(iso(kept.committed_until()) == "2027-04-30");
}
