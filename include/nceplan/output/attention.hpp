// Which rows a CI is told of: those that fail the gate, or without a gate those that are urgent.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "nceplan/output/report.hpp"
#include "nceplan/plan/gate.hpp"

namespace nceplan {

/// Whether an entry fails the gate; with an empty gate, whether it is urgent (R12). Never when a waiver is in force.
bool needs_attention(const PlanEntry& entry, std::span<const GateCondition> gate, Date as_of);

struct Attention {
  std::uint64_t count = 0;            ///< rows shown that need attention
  std::vector<RowIndex> most_urgent;  ///< the first of them by urgency, at most `limit`
};

/// Looks at all rows that are shown. More urgent is what is_urgent, then what is due earlier, then what migrates
/// earlier, then what comes first in the input.
Attention attention_of(const SelectedRows& rows, std::span<const GateCondition> gate, std::size_t limit);

}  // namespace nceplan
