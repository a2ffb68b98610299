// The selected rows in chunks of fixed size, so that several threads can read them; nothing is listed that need not be.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/fetch.hpp"
#include "nceplan/output/report.hpp"

namespace nceplan {

/// Rows that share a chunk: enough to make a thread switch cheap, few enough to keep its bytes in the cache.
inline constexpr std::size_t rows_per_chunk = 1024;

inline std::size_t chunk_count(const SelectedRows& rows) {
  const std::size_t positions = rows.rows() ? rows.rows()->size() : rows.plan().portfolio().row_count();
  return (positions + rows_per_chunk - 1) / rows_per_chunk;
}

/// Listed rows that are fetched together: their reads do not wait for one another, as those of one row do.
inline constexpr std::size_t rows_per_fetch = 16;

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
  for (std::size_t i = first; i < last; i += rows_per_fetch) {
    std::array<const RowBlock*, rows_per_fetch> blocks{};
    const std::size_t count = std::min(rows_per_fetch, last - i);
    const auto row_at = [&](std::size_t j) -> const Subscription& {
      return blocks[j]->rows[list[i + j] - blocks[j]->first_row];
    };
    for (std::size_t j = 0; j < count; ++j) {
      blocks[j] = &portfolio.block_of(list[i + j]);
      NCEPLAN_FETCH(&row_at(j));
      rows.plan().fetch(list[i + j]);
    }
    for (std::size_t j = 0; j < count; ++j) {
      NCEPLAN_FETCH(&portfolio.customer(row_at(j).customer));
      rows.plan().fetch_bundle(list[i + j]);
    }
    for (std::size_t j = 0; j < count; ++j) {
      const TextId name = portfolio.customer(row_at(j).customer).name;
      NCEPLAN_FETCH(portfolio.shards[name.shard()].texts.place_of(name));
    }
    for (std::size_t j = 0; j < count; ++j) visit(*blocks[j], list[i + j]);
  }
}

}  // namespace nceplan
