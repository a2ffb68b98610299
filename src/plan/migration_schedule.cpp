#include "nceplan/plan/migration_schedule.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "nceplan/plan/batch.hpp"
#include "nceplan/plan/day_spreader.hpp"
#include "nceplan/plan/working_days.hpp"

namespace nceplan {
namespace {

std::vector<MigrationJob> jobs_of(const std::vector<MigrationUnit>& units) {
  std::vector<MigrationJob> jobs;
  for (const MigrationUnit& unit : units) jobs.push_back({unit.customer, unit.from, unit.until});
  return jobs;
}

/// Enough of the days up to the last due one. Once all jobs can be done no schedule needs more days than there are
/// jobs, so that one due far in the future does not bring years of empty days.
std::vector<Date> days_for(const std::vector<MigrationJob>& jobs, const ScheduleRequest& request) {
  constexpr std::size_t no_limit = static_cast<std::size_t>(-1);
  if (jobs.empty()) return {};
  Date opened = request.first;
  Date last = request.first;
  for (const MigrationJob& job : jobs) {
    if (job.from <= job.until) opened = std::max(opened, job.from);
    last = std::max(last, job.until);
  }
  std::vector<Date> days = working_days(request.first, std::min(opened - 1, last), request.holidays, no_limit);
  const std::vector<Date> later = working_days(opened, last, request.holidays, jobs.size());
  days.insert(days.end(), later.begin(), later.end());
  return days;
}

class Scheduler {
 public:
  Scheduler(std::vector<MigrationUnit> units, const ScheduleRequest& request)
      : units_(std::move(units)), request_(request), jobs_(jobs_of(units_)), days_(days_for(jobs_, request)) {}

  MigrationSchedule make() {
    const std::vector<OptionalDate> day_of = spread_jobs(jobs_, days_, request_.per_day);
    schedule_.sufficient_per_day = sufficient_per_day(jobs_, days_);
    count_customers(day_of);
    for (std::size_t i = 0; i < units_.size(); ++i) {
      ScheduledUnit scheduled{.unit = std::move(units_[i]), .day = day_of[i]};
      if (!day_of[i]) scheduled.reason = reason_without_day(i);
      (day_of[i] ? schedule_.placed : schedule_.unplaced).push_back(std::move(scheduled));
    }
    order();
    number_slots();
    return std::move(schedule_);
  }

 private:
  BatchReason reason_without_day(std::size_t job) const {
    if (has_day(jobs_[job], days_)) return BatchReason::capacity;
    return jobs_[job].until < request_.first ? BatchReason::full_term_only : BatchReason::no_working_day;
  }

  void count_customers(const std::vector<OptionalDate>& day_of) {
    std::map<std::uint32_t, std::set<Date>> days_of_customer;
    for (std::size_t i = 0; i < jobs_.size(); ++i) {
      if (day_of[i]) days_of_customer[jobs_[i].customer].insert(*day_of[i]);
    }
    for (const auto& [customer, days] : days_of_customer) {
      ++(days.size() == 1 ? schedule_.customers_on_one_day : schedule_.customers_on_several);
    }
  }

  void order() {
    std::map<std::uint32_t, std::size_t> rank;
    for (const std::uint32_t customer : customer_order(jobs_)) rank.emplace(customer, rank.size());
    const auto by_customer = [&](const ScheduledUnit& a) {
      return std::tuple(a.day.value_or(a.unit.until), rank[a.unit.customer], a.unit.until, a.unit.root());
    };
    const auto earlier = [&](const ScheduledUnit& a, const ScheduledUnit& b) {
      return by_customer(a) < by_customer(b);
    };
    std::sort(schedule_.placed.begin(), schedule_.placed.end(), earlier);
    std::sort(schedule_.unplaced.begin(), schedule_.unplaced.end(), earlier);
  }

  void number_slots() {
    OptionalDate day;
    std::size_t on_day = 0;
    for (ScheduledUnit& scheduled : schedule_.placed) {
      if (scheduled.day != day) {
        day = scheduled.day;
        on_day = 0;
        ++schedule_.days;
      }
      scheduled.slot = static_cast<unsigned>(on_day++ / migrations_per_slot) + 1;
      schedule_.busiest = std::max(schedule_.busiest, on_day);
    }
  }

  std::vector<MigrationUnit> units_;
  const ScheduleRequest& request_;
  std::vector<MigrationJob> jobs_;
  std::vector<Date> days_;
  MigrationSchedule schedule_;
};

}  // namespace

MigrationSchedule make_schedule(std::vector<MigrationUnit> units, const ScheduleRequest& request) {
  return Scheduler(std::move(units), request).make();
}

}  // namespace nceplan
