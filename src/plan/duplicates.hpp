// Rows that share a subscription id: which one counts (R14).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "nceplan/base/large_memory.hpp"
#include "nceplan/model/portfolio.hpp"

namespace nceplan {

using CustomerGroups = std::vector<LargeVector<std::uint32_t>>;

/// Whether two rows say the same in all planned fields: everything but their place and when a charge began.
bool say_the_same(const Portfolio& portfolio, const CustomerGroups& groups, RowIndex a, RowIndex b);

/// A row that a later one of the same id contradicts.
struct Conflict {
  RowIndex winner = 0;
  RowIndex loser = 0;
};

/// The row that counts among `rows`, which share one id and ascend. Equal rows: the first. Rows that differ: the later,
/// and a conflict is added. Reconciliation rows (both have a charge start): the latest charge start, then the later
/// row, without a conflict.
RowIndex winner_of(const Portfolio& portfolio, const CustomerGroups& groups, std::span<const RowIndex> rows,
                   std::vector<Conflict>& conflicts);

}  // namespace nceplan
