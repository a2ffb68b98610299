#include "nceplan/plan/edition_diff.hpp"

#include <numeric>

#include "base/cache_line.hpp"
#include "row_parts.hpp"

namespace nceplan {
namespace {

constexpr std::uint64_t rows_per_thread = 20'000;

bool same_dates(const Edition& a, const Edition& b) {
  for (std::size_t i = 0; i < a.categories.size(); ++i) {
    if (a.categories[i].microsoft_led_from != b.categories[i].microsoft_led_from) return false;
  }
  return true;
}

std::size_t parts_of(const Plan& plan) {
  return part_count(plan.context().jobs, plan.portfolio().row_count(), rows_per_thread);
}

/// Calls `visit(part, move)` for every planned row whose date moves, within each part in the order of rows.
template <typename Visit>
void for_each_move(const Plan& plan, const Edition& other, const Visit& visit) {
  if (same_dates(*plan.context().edition, other)) return;
  const Portfolio& portfolio = plan.portfolio();
  in_parallel(plan.context().jobs, portfolio.row_count(), rows_per_thread, [&](const Part& part) {
    for_each_row(portfolio, part.first, part.last, [&](const RowBlock& block, RowIndex row) {
      if (!plan.is_planned(row)) return;
      const std::optional<DateMove> move = plan.date_move(other, block, row);
      if (move) visit(part.number, EditionMove{.row = row, .date = *move});
    });
  });
}

}  // namespace

std::vector<EditionMove> moves_between_editions(const Plan& plan, const Edition& other) {
  std::vector<std::vector<EditionMove>> parts(parts_of(plan));
  for_each_move(plan, other, [&parts](std::size_t part, const EditionMove& move) { parts[part].push_back(move); });
  std::vector<EditionMove> moves;
  for (const auto& part : parts) moves.insert(moves.end(), part.begin(), part.end());
  return moves;
}

std::uint64_t count_moves_between_editions(const Plan& plan, const Edition& other) {
  struct alignas(thread_alignment) Count {
    std::uint64_t moves = 0;
  };
  std::vector<Count> counts(parts_of(plan));
  for_each_move(plan, other, [&counts](std::size_t part, const EditionMove&) { ++counts[part].moves; });
  return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0},
                         [](std::uint64_t sum, const Count& count) { return sum + count.moves; });
}

}  // namespace nceplan
