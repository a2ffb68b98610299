#include "nceplan/base/enum_set.hpp"

#include <array>
#include <cstdint>
#include <vector>

#include "support/catch.hpp"

using nceplan::EnumSet;

namespace {

enum class Place : std::uint8_t { first = 0, second = 1, middle = 7, last = 15 };
using Places = EnumSet<Place, std::uint16_t>;

std::vector<Place> members_of(Places places) {
  std::vector<Place> members;
  places.for_each([&members](Place place) { members.push_back(place); });
  return members;
}

}  // namespace

TEST_CASE("a set of enumerators has what was added, up to the last bit") {
  Places places;
  CHECK(places.empty());
  for (const Place place : {Place::last, Place::first, Place::last}) places.add(place);
  CHECK((places.has(Place::first) && places.has(Place::last) && !places.has(Place::second)));
  CHECK(members_of(places) == std::vector{Place::first, Place::last});
  places.add_if(Place::second, false);
  places.add_if(Place::middle, true);
  places.add_if(Place::middle, false);
  CHECK(members_of(places) == std::vector{Place::first, Place::middle, Place::last});
  places.remove(Place::last);
  places.remove(Place::second);
  CHECK(places == Places(std::array{Place::middle, Place::first}));
}

TEST_CASE("sets of enumerators are joined, intersected and taken from one another") {
  const Places low(std::array{Place::first, Place::second});
  const Places high(std::array{Place::second, Place::last});
  CHECK((low | high) == Places(std::array{Place::first, Place::second, Place::last}));
  CHECK((low & high) == Places(std::array{Place::second}));
  CHECK(high.without(low) == Places(std::array{Place::last}));
  CHECK((low.has_any(high) && !low.has_any(high.without(low)) && !low.has_any({})));
}

TEST_CASE("a set of as many enumerators as fit knows the last one") {
  enum class Many : std::uint8_t { last = 63 };
  EnumSet<Many, std::uint64_t> set;
  static_assert(decltype(set)::capacity == 64);
  set.add(Many::last);
  CHECK(set.has(Many::last));
  set.remove(Many::last);
  CHECK(set.empty());
}
