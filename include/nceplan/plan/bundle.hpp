// Bases and the add-ons that move with them (R9).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "nceplan/base/date.hpp"
#include "nceplan/base/large_memory.hpp"
#include "nceplan/model/plan_entry.hpp"
#include "nceplan/model/portfolio.hpp"

namespace nceplan {

/// A base with at least one add-on, and what its members share.
struct Bundle {
  RowIndex root = 0;
  std::uint32_t first_member = 0;  ///< in Bundles::members
  std::uint32_t size = 0;          ///< the root included

  Coverage root_coverage = Coverage::covered;
  bool blocked = false;         ///< a member that counts cannot be migrated by the partner (R7)
  OptionalDate self_from;       ///< latest over the members that count; none when not known
  MigrationDecision migration;  ///< the root's; its date, and who migrates, hold for all members
};

/// All bundles of a portfolio.
struct Bundles {
  LargeVector<Bundle> all;
  LargeVector<RowIndex> members;      ///< of all bundles, each with its root first, then in input order
  LargeVector<std::uint32_t> of_row;  ///< per row: 1-based bundle, 0 for none; empty when there are no bundles

  /// The bundle of a row, or null when the row stands alone.
  const Bundle* of(RowIndex row) const {
    const std::uint32_t number = of_row.empty() ? 0 : of_row[row];
    return number == 0 ? nullptr : &all[number - 1];
  }
  std::span<const RowIndex> members_of(const Bundle& bundle) const {
    return std::span(members).subspan(bundle.first_member, bundle.size);
  }
};

}  // namespace nceplan
