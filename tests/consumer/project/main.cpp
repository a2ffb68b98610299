// Asks an installed nceplan for a date and for the bundled editions.
#include <cstdlib>
#include <iostream>
#include <nceplan/base/date.hpp>
#include <nceplan/input/edition_reader.hpp>
#include <nceplan/input/offer_reader.hpp>

int main() {
  const nceplan::Date leap_day = nceplan::Date::from_ymd(2024, 2, 29).value();
  const nceplan::Edition& edition = nceplan::choose_edition(nceplan::bundled_editions(), "latest", leap_day);
  const auto& public_sector = edition.schedule(nceplan::Category::public_sector);
  std::cout << nceplan::to_iso(nceplan::add_months(leap_day, 12)) << ' ' << edition.id << ' '
            << nceplan::to_iso(*public_sector.microsoft_led_from) << ' ' << nceplan::bundled_catalog().offers().size()
            << '\n';
  const bool right = nceplan::to_iso(nceplan::add_months(leap_day, 12)) == "2025-02-28" && edition.id == "2024-05" &&
                     nceplan::to_iso(*public_sector.microsoft_led_from) == "2024-09-01";
  return right ? EXIT_SUCCESS : EXIT_FAILURE;
}
