// Which rows are shown, and in which order.
#include <algorithm>
#include <array>

#include "base/parallel.hpp"
#include "cell.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/output/report.hpp"
#include "row_chunks.hpp"
#include "sort_keys.hpp"
#include "value_text.hpp"

namespace nceplan {
namespace {

bool is_due(const PlanEntry& entry, Date as_of, int days) {
  const Action primary = entry.primary();
  return primary.due && days_left(primary, as_of) <= days;
}

bool matches(RowCells& row, const Selection& selection) {
  std::array<char, value_room> scratch;
  const bool wanted = std::all_of(selection.where.begin(), selection.where.end(), [&](const RowFilter& filter) {
    return matches_glob(machine_text(row[filter.column], scratch), filter.glob);
  });
  if (!wanted || !selection.due_days) return wanted;
  return is_due(row.entry(), row.plan().context().as_of, *selection.due_days);
}

std::vector<RowIndex> matching_rows(const Plan& plan, const Selection& selection) {
  const SelectedRows all(plan);
  const unsigned jobs = plan.context().jobs;
  std::vector<RowCells> cells(jobs, RowCells(plan, Language::en));
  std::vector<std::vector<RowIndex>> found(chunk_count(all));
  for_each_number(jobs, found.size(), [&](unsigned worker, std::size_t chunk) {
    visit_chunk(all, chunk, [&](const RowBlock& block, RowIndex row) {
      cells[worker].load(block, row);
      if (matches(cells[worker], selection)) found[chunk].push_back(row);
    });
  });
  std::vector<RowIndex> rows;
  for (const std::vector<RowIndex>& part : found) rows.insert(rows.end(), part.begin(), part.end());
  return rows;
}

std::vector<RowIndex> all_rows(const Plan& plan) {
  std::vector<RowIndex> rows;
  rows.reserve(plan.counts().planned);
  const auto count = static_cast<RowIndex>(plan.portfolio().row_count());
  visit_planned(plan, 0, count, [&rows](const RowBlock&, RowIndex row) { rows.push_back(row); });
  return rows;
}

}  // namespace

void SelectedRows::for_each(const std::function<void(RowIndex)>& visit) const {
  for (std::size_t chunk = 0; chunk < chunk_count(*this); ++chunk) {
    visit_chunk(*this, chunk, [&](const RowBlock&, RowIndex row) { visit(row); });
  }
}

SelectedRows select_rows(const Plan& plan, const Selection& selection) {
  const bool all = selection.where.empty() && !selection.due_days;
  if (all && selection.sort.empty()) return SelectedRows(plan);
  std::vector<RowIndex> rows = all ? all_rows(plan) : matching_rows(plan, selection);
  sort_rows(plan, selection.sort, rows);
  return {plan, std::move(rows)};
}

}  // namespace nceplan
