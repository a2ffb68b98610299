// Which migration is done on which day when every day takes a limited number of them. Pure, without plans or files;
// docs/schedule.md states the objective.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "nceplan/base/date.hpp"

namespace nceplan {

/// One migration: a bundle or a single subscription. It takes one unit of a day's capacity.
struct MigrationJob {
  std::uint32_t customer = 0;
  Date from;   ///< first day on which it can be done
  Date until;  ///< last day, inclusive
  friend bool operator==(const MigrationJob&, const MigrationJob&) = default;
};

/// Whether any of `days` (ascending) lies in the job's window.
bool has_day(const MigrationJob& job, std::span<const Date> days);

/// Gives each job one of `days`, which are ascending and distinct, at most `per_day` (at least 1) jobs a day.
///
/// 1. As many jobs are placed in their windows as any assignment places.
/// 2. Customers are taken in the `customer_order` of the jobs that have a day. Each gets, while that keeps 1., the
///    earliest day that takes all of its jobs; if there is none, the earliest of the days that take most of them (those
///    due earliest), and so on with the rest. So a customer has one day whenever an assignment exists that keeps 1.,
///    leaves the customers before it where they are, and gives it one day.
///
/// The result holds a day, or nothing, per job. Deterministic; needs no clock.
std::vector<OptionalDate> spread_jobs(std::span<const MigrationJob> jobs, std::span<const Date> days, unsigned per_day);

/// The customers that occur: earliest due first, then the one with more jobs, then the smaller number.
std::vector<std::uint32_t> customer_order(std::span<const MigrationJob> jobs);

/// The smallest number of jobs a day at which every job that has a day at all gets one; 0 when none has.
unsigned sufficient_per_day(std::span<const MigrationJob> jobs, std::span<const Date> days);

}  // namespace nceplan
