// The step of the planner that looks across rows by customer: who holds more seats of an offer than it pools (R10).
#include <algorithm>
#include <limits>

#include "base/fetch.hpp"
#include "nceplan/rules/seat_cap.hpp"
#include "planner.hpp"
#include "row_parts.hpp"
#include "seat_runs.hpp"
#include "seat_sums.hpp"

namespace nceplan {

/// Where a customer group has rows that pool seats.
class Planner::SeatGroups {
 public:
  explicit SeatGroups(std::size_t groups) : seen_(groups) {}

  /// Notes a run of the group, other than the one before.
  void add(std::uint32_t group) {
    std::uint8_t& seen = seen_[group];
    any_scattered_ |= seen != 0;
    seen = seen == 0 ? 1 : 2;
  }
  bool any_scattered() const { return any_scattered_; }
  /// Whether there are several runs.
  bool is_scattered(std::uint32_t group) const { return seen_[group] == 2; }

 private:
  std::vector<std::uint8_t> seen_;
  bool any_scattered_ = false;
};

namespace {

constexpr std::uint64_t runs_per_thread = 1'000;

std::uint32_t saturated(std::uint64_t sum) {
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(sum, std::numeric_limits<std::uint32_t>::max()));
}

}  // namespace

/// Seats that the row holds of a capped offer, with its pool; no seats when it claims none.
Planner::SeatClaim Planner::seat_claim(const RowBlock& block, RowIndex row) const {
  const RowState state = plan_.states_[row];
  if (!state.has(RowMark::pools_seats) || !state.planned() || state.has(RowMark::on_nce)) return {};
  const Subscription& subscription = block.rows[row - block.first_row];
  fetch_ahead(subscription, 24);  // rows are looked at one after the other
  if (!state.has(RowMark::scheduled)) {
    if (state.own_coverage() != Coverage::covered) return {};
    const Bundle* const bundle = plan_.bundles_.of(row);
    if (bundle != nullptr && bundle->root_coverage != Coverage::covered) return {};  // the root's own, or its base's
  } else {
    const RowView view = plan_.view_of(block, row);
    if (Plan::coverage_of(plan_.standing_of(view), view.followed()) != Coverage::covered) return {};
  }
  return {.pool = plan_.offer_facts(subscription.product).pool,
          .seats = static_cast<std::uint32_t>(subscription.seats)};
}

/// Tells the runs of the parts apart by customer group, and returns the rows of those that may be over the cap. A run
/// that goes on in the next part, or under another name of the customer, is one and may be.
std::vector<Planner::RowRange> Planner::crowded_runs(SeatGroups& groups) const {
  std::vector<RowRange> crowded;
  std::uint32_t last_group = std::numeric_limits<std::uint32_t>::max();
  RowIndex begin = 0;
  bool is_crowded = false;
  const auto end_run = [&](RowIndex end) {
    if (is_crowded) crowded.push_back({begin, end});
    begin = end;
    is_crowded = false;
  };
  for (const Findings& found : findings_) {
    auto over_cap = found.seat_runs.over_cap.begin();
    for (const SeatRun& run : found.seat_runs.all) {
      const std::uint32_t group = plan_.customer_group(run.customer);
      if (group == last_group) {
        is_crowded = true;
      } else {
        end_run(run.first);
        groups.add(group);
        last_group = group;
      }
      if (over_cap != found.seat_runs.over_cap.end() && *over_cap == run.first) {
        is_crowded = true;
        ++over_cap;
      }
    }
  }
  end_run(static_cast<RowIndex>(portfolio_.row_count()));
  return crowded;
}

/// Appends the rows of a run that are over the cap.
void Planner::find_over_cap(RowRange run, PoolSums& sums, RowNumbers& over_cap) const {
  sums.clear();
  for_each_row(portfolio_, run.first, run.last, [&](const RowBlock& block, RowIndex row) {
    const SeatClaim claim = seat_claim(block, row);
    if (claim.seats != 0) sums.add(claim.pool, claim.seats);
  });
  if (!sums.over_cap()) return;
  for_each_row(portfolio_, run.first, run.last, [&](const RowBlock& block, RowIndex row) {
    const SeatClaim claim = seat_claim(block, row);
    const bool is_over_cap = claim.seats != 0 && sums.of(claim.pool) > pooled_seats;
    if (is_over_cap) over_cap.emplace_back(row, saturated(sums.of(claim.pool)));
  });
}

/// The same for customers whose rows stand apart, with a table instead of neighbourhood.
RowNumbers Planner::sum_scattered(const SeatGroups& groups) const {
  struct Claim {
    std::uint64_t key;
    RowIndex row;
    std::uint32_t seats;
  };
  LargeVector<Claim> claims;
  for_each_row(portfolio_, 0, portfolio_.row_count(), [&](const RowBlock& block, RowIndex row) {
    if (!plan_.states_[row].has(RowMark::pools_seats)) return;
    const std::uint32_t group = plan_.customer_group(block.rows[row - block.first_row]);
    if (!groups.is_scattered(group)) return;
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
  std::size_t group_count = 0;
  for (const auto& of_shard : plan_.customers_) group_count += of_shard.size();
  SeatGroups groups(group_count);
  std::vector<RowRange> crowded = crowded_runs(groups);
  findings_.clear();
  if (groups.any_scattered()) {
    // A range holds rows of one group that pool seats, and others that do not.
    std::erase_if(crowded,
                  [&](RowRange run) { return groups.is_scattered(plan_.customer_group(portfolio_.row(run.first))); });
  }
  std::vector<RowNumbers> over_cap(part_count(context_.jobs, crowded.size(), runs_per_thread));
  in_parallel(context_.jobs, crowded.size(), runs_per_thread, [&](const Part& part) {
    PoolSums sums(pool_count_);
    for (std::size_t i = part.first; i < part.last; ++i) find_over_cap(crowded[i], sums, over_cap[part.number]);
  });
  RowNumbers& sums = plan_.seat_sums_;
  for (const RowNumbers& part : over_cap) sums.insert(sums.end(), part.begin(), part.end());
  if (groups.any_scattered()) {
    const RowNumbers scattered = sum_scattered(groups);
    sums.insert(sums.end(), scattered.begin(), scattered.end());
    std::sort(sums.begin(), sums.end());
  }
  for (const auto& [row, sum] : sums) plan_.states_[row].add(RowMark::over_seat_cap);
}

}  // namespace nceplan
