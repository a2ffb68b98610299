// Random portfolios that look for trouble: bundles and chains of them, duplicates, schedules, offers that catalog and
// matrix know in part, and days next to every boundary of the rules. Equal seeds give equal portfolios.
#pragma once

#include <random>
#include <vector>

#include "support/planned.hpp"

namespace nceplan::test {

using Random = std::mt19937;

/// A number below `bound`, which is above 0.
inline std::size_t below(Random& random, std::size_t bound) { return random() % bound; }
/// True once in `times`.
inline bool once_in(Random& random, std::size_t times) { return below(random, times) == 0; }
template <typename Choices>
const auto& one_of(Random& random, const Choices& choices) {
  return choices[below(random, choices.size())];
}

struct RandomCase {
  std::vector<Row> rows;
  PlanOptions options;
};

/// Up to `most_rows` rows with edition, catalog, matrix and evidence to plan them under; as-of is near some date.
RandomCase random_case(Random& random, std::size_t most_rows);

/// The portfolio of `rows`, cut into files at random places.
Portfolio in_random_files(Random& random, const std::vector<Row>& rows);

/// The five published editions, or one with other lengths, dates and gaps.
Edition random_edition(Random& random);

}  // namespace nceplan::test
