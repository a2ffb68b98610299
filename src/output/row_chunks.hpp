// The selected rows in chunks of fixed size, so that several threads can read them; nothing is listed that need not be.
#pragma once

#include <algorithm>
#include <cstddef>

#include "nceplan/output/report.hpp"

namespace nceplan {

/// Rows that share a chunk: enough to make a thread switch cheap, few enough to keep its bytes in the cache.
inline constexpr std::size_t rows_per_chunk = 4096;

inline std::size_t chunk_count(const SelectedRows& rows) {
  const std::size_t positions = rows.rows() ? rows.rows()->size() : rows.plan().portfolio().row_count();
  return (positions + rows_per_chunk - 1) / rows_per_chunk;
}

/// Calls `visit(const RowBlock&, RowIndex)` for planned rows `first` up to and excluding `last`, in input order.
template <typename Visit>
void visit_planned(const Plan& plan, RowIndex first, RowIndex last, Visit&& visit) {
  const Portfolio& portfolio = plan.portfolio();
  while (first < last) {
    const RowBlock& block = portfolio.block_of(first);
    const RowIndex end = std::min(last, static_cast<RowIndex>(block.first_row + block.rows.size()));
    for (; first < end; ++first) {
      if (plan.is_planned(first)) visit(block, first);
    }
  }
}

/// Calls `visit(const RowBlock&, RowIndex)` for each selected row of one chunk, in order.
template <typename Visit>
void visit_chunk(const SelectedRows& rows, std::size_t chunk, Visit&& visit) {
  const std::size_t first = chunk * rows_per_chunk;
  const Portfolio& portfolio = rows.plan().portfolio();
  if (!rows.rows()) {
    const std::size_t last = std::min<std::size_t>(first + rows_per_chunk, portfolio.row_count());
    visit_planned(rows.plan(), static_cast<RowIndex>(first), static_cast<RowIndex>(last), visit);
    return;
  }
  const std::vector<RowIndex>& list = *rows.rows();
  const std::size_t last = std::min(first + rows_per_chunk, list.size());
  for (std::size_t i = first; i < last; ++i) visit(portfolio.block_of(list[i]), list[i]);
}

}  // namespace nceplan
