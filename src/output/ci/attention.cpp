#include "nceplan/output/attention.hpp"

#include <algorithm>
#include <compare>
#include <limits>

#include "base/cache_line.hpp"
#include "base/parallel.hpp"
#include "output/row_chunks.hpp"

namespace nceplan {
namespace {

/// Smaller is more urgent.
struct Candidate {
  bool calm = true;
  std::int32_t due = std::numeric_limits<std::int32_t>::max();
  std::int32_t migration = std::numeric_limits<std::int32_t>::max();
  RowIndex row = 0;
  friend auto operator<=>(const Candidate&, const Candidate&) = default;
};

Candidate candidate_of(const PlanEntry& entry, Date as_of, RowIndex row) {
  Candidate candidate;
  candidate.calm = !is_urgent(entry, as_of);
  if (const Action primary = entry.primary(); primary.due) candidate.due = (*primary.due).days();
  if (entry.migration.date) candidate.migration = (*entry.migration.date).days();
  candidate.row = row;
  return candidate;
}

/// Keeps the `limit` smallest of all candidates, in order.
class alignas(thread_alignment) Shortlist {
 public:
  explicit Shortlist(std::size_t limit) : limit_(limit) {}

  void add(const Candidate& candidate) {
    ++seen_;
    if (list_.size() == limit_ && (limit_ == 0 || list_.back() < candidate)) return;
    list_.insert(std::upper_bound(list_.begin(), list_.end(), candidate), candidate);
    if (list_.size() > limit_) list_.pop_back();
  }
  void add(const Shortlist& other) {
    const std::uint64_t seen = seen_ + other.seen_;
    for (const Candidate& candidate : other.list_) add(candidate);
    seen_ = seen;
  }

  Attention result() const {
    Attention attention{.count = seen_, .most_urgent = {}};
    for (const Candidate& candidate : list_) attention.most_urgent.push_back(candidate.row);
    return attention;
  }

 private:
  std::size_t limit_;
  std::uint64_t seen_ = 0;
  std::vector<Candidate> list_;
};

}  // namespace

bool needs_attention(const PlanEntry& entry, std::span<const GateCondition> gate, Date as_of) {
  if (gate.empty()) return is_pressing(entry, as_of);
  return fails_gate(gate, entry, as_of);
}

Attention attention_of(const SelectedRows& rows, std::span<const GateCondition> gate, std::size_t limit) {
  const PlanContext& context = rows.plan().context();
  std::vector<Shortlist> lists(std::max(context.jobs, 1U), Shortlist(limit));
  for_each_number(context.jobs, chunk_count(rows), [&](unsigned worker, std::size_t chunk) {
    visit_chunk(rows, chunk, [&](const RowBlock& block, RowIndex row) {
      const PlanEntry entry = rows.plan().entry(block, row);
      if (needs_attention(entry, gate, context.as_of)) lists[worker].add(candidate_of(entry, context.as_of, row));
    });
  });
  Shortlist all(limit);
  for (const Shortlist& list : lists) all.add(list);
  return all.result();
}

}  // namespace nceplan
