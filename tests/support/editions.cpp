#include "support/editions.hpp"

#include <stdexcept>
#include <string>

namespace nceplan::test {
namespace {

CategorySchedule& schedule(Edition& edition, Category category) {
  return edition.categories[static_cast<std::size_t>(category)];
}

void announce(Edition& edition, Category category, std::string_view self_service, std::string_view microsoft_led) {
  schedule(edition, category).self_service_from = maybe_day(self_service);
  schedule(edition, category).microsoft_led_from = maybe_day(microsoft_led);
}

}  // namespace

Date day(std::string_view iso) {
  const auto parsed = parse_iso_date(iso);
  if (!parsed) throw std::invalid_argument("not a date: " + std::string(iso));
  return *parsed;
}

OptionalDate maybe_day(std::string_view iso) { return iso.empty() ? OptionalDate() : OptionalDate(day(iso)); }

std::string iso(OptionalDate date) { return date ? to_iso(*date) : std::string(); }

Edition edition_2023_07() {
  Edition edition;
  edition.id = "2023-07";
  edition.announced = day("2023-07-11");
  announce(edition, Category::commercial, "2023-07-11", "2024-01-01");
  announce(edition, Category::public_sector, "2023-11-01", "2024-01-01");
  announce(edition, Category::multi_year, "", "2024-01-01");
  schedule(edition, Category::commercial).self_service_at_once = true;
  schedule(edition, Category::multi_year).self_service_when_listed = true;
  return edition;
}

Edition edition_2023_09() {
  Edition edition = edition_2023_07();
  edition.id = "2023-09";
  edition.announced = day("2023-09-26");
  announce(edition, Category::public_sector, "", "");
  return edition;
}

Edition edition_2023_10() {
  Edition edition = edition_2023_09();
  edition.id = "2023-10";
  edition.announced = day("2023-10-18");
  announce(edition, Category::public_sector, "2024-01-01", "2024-07-01");
  return edition;
}

Edition edition_2024_01() {
  Edition edition = edition_2023_10();
  edition.id = "2024-01";
  edition.announced = day("2024-01-16");
  announce(edition, Category::commercial, "2023-07-11", "2024-01-11");
  announce(edition, Category::public_sector, "2024-03-01", "2024-07-01");
  announce(edition, Category::multi_year, "", "2024-01-11");
  edition.outcomes = {{three_years, three_years}};
  return edition;
}

Edition edition_2024_05() {
  Edition edition = edition_2024_01();
  edition.id = "2024-05";
  edition.announced = day("2024-05-13");
  announce(edition, Category::public_sector, "2024-03-01", "2024-09-01");
  edition.public_sector_nce_only_from = day("2024-08-01");
  return edition;
}

}  // namespace nceplan::test
