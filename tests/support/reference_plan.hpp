// The rules R1 to R12 and R14 once more, slow and obvious: written from the prose of docs/rules.md, sharing with the
// program only its values and its dates. What the planner says of random portfolios is held against it.
#pragma once

#include <cstddef>
#include <vector>

#include "nceplan/plan/plan.hpp"
#include "support/planned.hpp"

namespace nceplan::test::reference {

/// What the rules say of one row.
struct Verdict {
  RowFate fate = RowFate::planned;
  PlanEntry entry;       ///< of planned rows; only what docs/rules.md speaks of is filled in
  std::size_t root = 0;  ///< the row whose dates it follows, or its own
};

struct Verdicts {
  std::vector<Verdict> rows;
  RowCounts counts;
  std::size_t cycles = 0;     ///< rows that are rejected because their bases go in a circle (R9)
  std::size_t orphans = 0;    ///< add-ons whose base is not in the export (R9)
  std::size_t conflicts = 0;  ///< rows that replace an earlier one that says something else (R14)
};

/// Judges all rows, which are in input order. Rows without an id are distinct subscriptions.
Verdicts judge(const std::vector<Row>& rows, const PlanOptions& options);

}  // namespace nceplan::test::reference
