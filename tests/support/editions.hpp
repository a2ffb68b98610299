// The published schedule editions as values (R13), so that tests of the rules need no reader.
#pragma once

#include <string>
#include <string_view>

#include "nceplan/model/edition.hpp"

namespace nceplan::test {

/// `YYYY-MM-DD`; throws for any other text.
Date day(std::string_view iso);
/// The same, where "" is no date.
OptionalDate maybe_day(std::string_view iso);
/// The text of a date, "" for none.
std::string iso(OptionalDate date);

Edition edition_2023_07();
Edition edition_2023_09();
Edition edition_2023_10();
Edition edition_2024_01();
Edition edition_2024_05();

}  // namespace nceplan::test
