#include "nceplan/plan/day_spreader.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

#include "day_demand.hpp"

namespace nceplan {
namespace {

struct IndexedJob {
  std::size_t number = 0;  ///< in the caller's list
  std::uint32_t customer = 0;
  DaySpan days;
};

/// A day for some of a customer's jobs.
struct Offer {
  std::size_t day = 0;
  std::size_t jobs = 0;
};

std::vector<IndexedJob> jobs_with_days(std::span<const MigrationJob> jobs, std::span<const Date> days) {
  std::vector<IndexedJob> indexed;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    if (const auto span = day_span(jobs[i], days)) indexed.push_back({i, jobs[i].customer, *span});
  }
  return indexed;
}

class Spreader {
 public:
  Spreader(std::vector<IndexedJob> jobs, std::size_t days, unsigned per_day)
      : jobs_(std::move(jobs)), demand_(days), capacity_(days, per_day), per_day_(per_day) {
    for (const IndexedJob& job : jobs_) demand_.add(job.days);
    most_ = demand_.placeable(capacity_);
  }

  /// Calls `assign(job, day)` for each job that is placed, by numbers.
  template <typename Assign>
  void run(std::span<const std::uint32_t> order, Assign assign) {
    std::map<std::uint32_t, std::vector<IndexedJob>> of_customer;
    for (const IndexedJob& job : jobs_) of_customer[job.customer].push_back(job);
    std::vector<IndexedJob> left_over;
    for (const std::uint32_t customer : order) {
      const auto found = of_customer.find(customer);
      if (found == of_customer.end()) continue;
      place(found->second, assign);
      left_over.insert(left_over.end(), found->second.begin(), found->second.end());
    }
    place_left_over(std::move(left_over), assign);
  }

 private:
  /// Places what can be placed of one customer; what stays in `jobs` stays in the demand too.
  template <typename Assign>
  void place(std::vector<IndexedJob>& jobs, Assign assign) {
    // Due earliest first; of those the one that opens last, as it has the fewest days.
    std::sort(jobs.begin(), jobs.end(), [](const IndexedJob& a, const IndexedJob& b) {
      return std::tuple(a.days.last, b.days.first, a.number) < std::tuple(b.days.last, a.days.first, b.number);
    });
    while (!jobs.empty()) {
      const Offer offer = best_offer(jobs);
      if (offer.jobs == 0) return;
      take(jobs, offer, assign);
    }
  }

  Offer best_offer(const std::vector<IndexedJob>& jobs) {
    std::size_t first = capacity_.size();
    std::size_t last = 0;
    for (const IndexedJob& job : jobs) {
      first = std::min(first, job.days.first);
      last = std::max(last, job.days.last);
    }
    const std::size_t enough = std::min<std::size_t>(jobs.size(), per_day_);
    Offer best;
    for (std::size_t day = first; day <= last && best.jobs < enough; ++day) {
      const std::size_t jobs_taken = most_on(day, jobs, best.jobs);
      if (jobs_taken > best.jobs) best = {day, jobs_taken};
    }
    return best;
  }

  /// How many of `jobs` the day can take while all that can be placed still is; 0 unless more than `beaten`.
  std::size_t most_on(std::size_t day, const std::vector<IndexedJob>& jobs, std::size_t beaten) {
    std::vector<DaySpan> open;
    for (const IndexedJob& job : jobs) {
      if (job.days.contains(day)) open.push_back(job.days);
    }
    std::size_t most = std::min<std::size_t>(open.size(), capacity_[day]);
    std::size_t least = beaten;
    if (most <= least) return 0;
    if (is_harmless(day, open, most)) return most;
    // What a day can take it can take less one of: the search is binary.
    while (least + 1 < most) {
      const std::size_t middle = least + (most - least) / 2;
      (is_harmless(day, open, middle) ? least : most) = middle;
    }
    return least > beaten ? least : 0;
  }

  bool is_harmless(std::size_t day, const std::vector<DaySpan>& open, std::size_t count) {
    const auto taken = std::span(open).first(count);
    for (const DaySpan span : taken) demand_.remove(span);
    capacity_[day] -= static_cast<unsigned>(count);
    const bool harmless = placed_ + count + demand_.placeable(capacity_) == most_;
    capacity_[day] += static_cast<unsigned>(count);
    for (const DaySpan span : taken) demand_.add(span);
    return harmless;
  }

  template <typename Assign>
  void take(std::vector<IndexedJob>& jobs, const Offer& offer, Assign assign) {
    std::vector<IndexedJob> stay;
    std::size_t taken = 0;
    for (const IndexedJob& job : jobs) {
      if (taken == offer.jobs || !job.days.contains(offer.day)) {
        stay.push_back(job);
        continue;
      }
      ++taken;
      demand_.remove(job.days);
      assign(job.number, offer.day);
    }
    jobs = std::move(stay);
    capacity_[offer.day] -= static_cast<unsigned>(taken);
    placed_ += taken;
  }

  /// Earliest due first, day by day: that places as many as the demand has room for.
  template <typename Assign>
  void place_left_over(std::vector<IndexedJob> jobs, Assign assign) {
    std::sort(jobs.begin(), jobs.end(), [](const IndexedJob& a, const IndexedJob& b) {
      return std::tuple(a.days.last, a.number) < std::tuple(b.days.last, b.number);
    });
    for (std::size_t day = 0; day < capacity_.size() && !jobs.empty(); ++day) {
      std::vector<IndexedJob> stay;
      for (const IndexedJob& job : jobs) {
        if (capacity_[day] == 0 || !job.days.contains(day)) {
          stay.push_back(job);
          continue;
        }
        --capacity_[day];
        assign(job.number, day);
      }
      jobs = std::move(stay);
    }
  }

  std::vector<IndexedJob> jobs_;
  DayDemand demand_;                ///< of the jobs that are not placed yet
  std::vector<unsigned> capacity_;  ///< free places per day
  unsigned per_day_;
  std::size_t placed_ = 0;
  std::size_t most_ = 0;  ///< how many any assignment can place
};

}  // namespace

bool has_day(const MigrationJob& job, std::span<const Date> days) { return day_span(job, days).has_value(); }

std::vector<std::uint32_t> customer_order(std::span<const MigrationJob> jobs) {
  struct Standing {
    Date due;
    std::size_t jobs = 0;
  };
  std::map<std::uint32_t, Standing> standings;
  for (const MigrationJob& job : jobs) {
    Standing& standing = standings.try_emplace(job.customer, Standing{job.until}).first->second;
    standing.due = std::min(standing.due, job.until);
    ++standing.jobs;
  }
  std::vector<std::uint32_t> order;
  for (const auto& [customer, standing] : standings) order.push_back(customer);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Standing& left = standings[a];
    const Standing& right = standings[b];
    return std::tuple(left.due, right.jobs) < std::tuple(right.due, left.jobs);
  });
  return order;
}

std::vector<OptionalDate> spread_jobs(std::span<const MigrationJob> jobs, std::span<const Date> days,
                                      unsigned per_day) {
  std::vector<OptionalDate> placed(jobs.size());
  // A job that no day takes does not bring its customer forward.
  std::vector<MigrationJob> with_day;
  std::copy_if(jobs.begin(), jobs.end(), std::back_inserter(with_day), [&](auto& job) { return has_day(job, days); });
  Spreader spreader(jobs_with_days(jobs, days), days.size(), per_day);
  spreader.run(customer_order(with_day), [&](std::size_t job, std::size_t day) { placed[job] = days[day]; });
  return placed;
}

unsigned sufficient_per_day(std::span<const MigrationJob> jobs, std::span<const Date> days) {
  DayDemand demand(days.size());
  const std::vector<IndexedJob> indexed = jobs_with_days(jobs, days);
  for (const IndexedJob& job : indexed) demand.add(job.days);
  if (indexed.empty()) return 0;
  unsigned least = 0;
  auto most = static_cast<unsigned>(indexed.size());
  while (least + 1 < most) {
    const unsigned middle = least + (most - least) / 2;
    const bool enough = demand.placeable(std::vector<unsigned>(days.size(), middle)) == indexed.size();
    (enough ? most : least) = middle;
  }
  return most;
}

}  // namespace nceplan
