// The step of the planner that looks across rows by customer: who holds more seats of an offer than it pools (R10).
#include <algorithm>
#include <atomic>
#include <limits>

#include "base/fetch.hpp"
#include "nceplan/rules/seat_cap.hpp"
#include "planner.hpp"
#include "row_parts.hpp"
#include "seat_sums.hpp"

namespace nceplan {

/// Whether the rows of a customer group stand together, as they do in nearly every export.
class Planner::GroupRuns {
 public:
  explicit GroupRuns(std::size_t groups) : seen_(groups) {}

  /// Notes that some neighbouring rows are all of this group, and those beside them are not. Thread-safe.
  void add(std::uint32_t group) {
    if (seen_[group].exchange(1, std::memory_order_relaxed) == 0) return;
    seen_[group].store(2, std::memory_order_relaxed);
    scattered_.store(true, std::memory_order_relaxed);
  }
  /// Asks the memory for the place of a group that is about to be added.
  void fetch(std::uint32_t group) const { NCEPLAN_FETCH(&seen_[group]); }
  // Once the adding threads are joined:
  bool any_scattered() const { return scattered_.load(std::memory_order_relaxed); }
  bool is_scattered(std::uint32_t group) const { return seen_[group].load(std::memory_order_relaxed) == 2; }

 private:
  std::vector<std::atomic<std::uint8_t>> seen_;
  std::atomic<bool> scattered_ = false;
};

namespace {

constexpr std::uint64_t rows_per_thread = 20'000;
constexpr std::uint32_t no_group = std::numeric_limits<std::uint32_t>::max();

/// The seats that one run of rows claims, by pool.
class RunSums {
 public:
  explicit RunSums(std::size_t pools) : sums_(pools) {}

  void add(std::uint32_t pool, std::uint32_t seats) {
    if (sums_[pool] == 0) used_.push_back(pool);
    sums_[pool] += seats;
    most_ = std::max(most_, sums_[pool]);
  }
  std::uint64_t of(std::uint32_t pool) const { return sums_[pool]; }
  bool empty() const { return used_.empty(); }
  bool over_cap() const { return most_ > pooled_seats; }
  void clear() {
    for (const std::uint32_t pool : used_) sums_[pool] = 0;
    used_.clear();
    most_ = 0;
  }

 private:
  std::vector<std::uint64_t> sums_;
  std::vector<std::uint32_t> used_;
  std::uint64_t most_ = 0;
};

std::uint32_t saturated(std::uint64_t sum) {
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(sum, std::numeric_limits<std::uint32_t>::max()));
}

}  // namespace

/// Seats that the row holds of a capped offer, with its pool; no seats when it claims none.
Planner::SeatClaim Planner::seat_claim(const RowBlock& block, RowIndex row) const {
  const RowState state = plan_.states_[row];
  if (!state.has(RowMark::pools_seats) || !state.planned() || state.has(RowMark::on_nce)) return {};
  const RowView view = plan_.view_of(block, row);
  if (!state.has(RowMark::scheduled)) {
    const Bundle* const base = view.followed();
    if (state.own_coverage() != Coverage::covered) return {};
    if (base != nullptr && base->root_coverage != Coverage::covered) return {};
  } else if (Plan::coverage_of(plan_.standing_of(view), view.followed()) != Coverage::covered) {
    return {};
  }
  return {.pool = view.facts.pool, .seats = static_cast<std::uint32_t>(view.subscription.seats)};
}

/// Where the parts of `in_parallel` begin, and where the last one ends, when none may begin within a run of rows of one
/// customer.
std::vector<RowIndex> Planner::runs_of_parts() const {
  const auto group_at = [this](RowIndex at) { return plan_.customer_group(portfolio_.row(at)); };
  const std::uint64_t count = portfolio_.row_count();
  const std::size_t parts = part_count(context_.jobs, count, rows_per_thread);
  std::vector<RowIndex> begins(parts + 1);
  for (std::size_t part = 1; part < parts; ++part) {
    const auto nominal = static_cast<RowIndex>(count * part / parts);
    RowIndex& begin = begins[part] = std::max(begins[part - 1], nominal);
    if (begin != nominal) continue;  // the run before goes on
    while (begin < count && group_at(begin) == group_at(begin - 1)) ++begin;
  }
  begins[parts] = static_cast<RowIndex>(count);
  return begins;
}

/// Sums the seats of the runs in [first, last) and appends the rows that are over the cap.
void Planner::sum_runs(RowIndex first, RowIndex last, GroupRuns& runs, RowNumbers& over_cap) const {
  RunSums sums(pool_count_);
  RowIndex begin = first;
  std::uint32_t group = no_group;
  const auto end_run = [&](RowIndex end) {
    if (!sums.empty()) runs.add(group);
    if (sums.over_cap()) {
      for_each_row(portfolio_, begin, end, [&](const RowBlock& block, RowIndex row) {
        const SeatClaim claim = seat_claim(block, row);
        if (claim.seats != 0 && sums.of(claim.pool) > pooled_seats) {
          over_cap.emplace_back(row, saturated(sums.of(claim.pool)));
        }
      });
    }
    sums.clear();
    begin = end;
  };
  for_each_row(portfolio_, first, last, [&](const RowBlock& block, RowIndex row) {
    constexpr RowIndex ahead = 16;
    const bool later_one_pools = row + ahead < last && plan_.states_[row + ahead].has(RowMark::pools_seats);
    if (later_one_pools) fetch_ahead(block.rows[row - block.first_row], ahead);
    if (!plan_.states_[row].has(RowMark::pools_seats)) return;
    const std::uint32_t own_group = plan_.customer_group(block.rows[row - block.first_row]);
    if (own_group != group) {
      runs.fetch(own_group);
      end_run(row);
      group = own_group;
    }
    const SeatClaim claim = seat_claim(block, row);
    if (claim.seats != 0) sums.add(claim.pool, claim.seats);
  });
  end_run(last);
}

/// The same for customers whose rows stand apart, with a table instead of neighbourhood.
RowNumbers Planner::sum_scattered(const GroupRuns& runs) const {
  struct Claim {
    std::uint64_t key;
    RowIndex row;
    std::uint32_t seats;
  };
  LargeVector<Claim> claims;
  for_each_row(portfolio_, 0, portfolio_.row_count(), [&](const RowBlock& block, RowIndex row) {
    if (!plan_.states_[row].has(RowMark::pools_seats)) return;
    const std::uint32_t group = plan_.customer_group(block.rows[row - block.first_row]);
    if (!runs.is_scattered(group)) return;
    const SeatClaim claim = seat_claim(block, row);
    if (claim.seats != 0) claims.push_back({SeatSums::key_of(group, claim.pool), row, claim.seats});
  });
  SeatSums sums(claims.size());
  for (const Claim& claim : claims) sums.add(claim.key, claim.seats);
  RowNumbers over_cap;
  for (const Claim& claim : claims) {
    const std::uint64_t sum = sums.sum(claim.key);
    if (sum > pooled_seats) over_cap.emplace_back(claim.row, saturated(sum));
  }
  return over_cap;
}

void Planner::sum_seats() {
  if (pool_count_ == 0) return;
  std::size_t groups = 0;
  for (const auto& of_shard : plan_.customers_) groups += of_shard.size();
  GroupRuns runs(groups);
  const std::vector<RowIndex> begins = runs_of_parts();
  std::vector<RowNumbers> over_cap(begins.size() - 1);
  for_each_number(context_.jobs, over_cap.size(),
                  [&](unsigned, std::size_t part) { sum_runs(begins[part], begins[part + 1], runs, over_cap[part]); });
  RowNumbers& sums = plan_.seat_sums_;
  for (const RowNumbers& part : over_cap) sums.insert(sums.end(), part.begin(), part.end());
  if (runs.any_scattered()) {
    std::erase_if(
        sums, [&](const RowNumber& sum) { return runs.is_scattered(plan_.customer_group(portfolio_.row(sum.first))); });
    const RowNumbers scattered = sum_scattered(runs);
    sums.insert(sums.end(), scattered.begin(), scattered.end());
    std::sort(sums.begin(), sums.end());
  }
  for (const auto& [row, sum] : sums) plan_.states_[row].add(RowMark::over_seat_cap);
}

}  // namespace nceplan
