// The partner's own migrations spread over working days (docs/schedule.md).
#pragma once

#include <vector>

#include "nceplan/model/batch_reason.hpp"
#include "nceplan/model/holiday.hpp"
#include "nceplan/plan/migration_units.hpp"

namespace nceplan {

struct ScheduleRequest {
  Date first;             ///< first day that may be used
  unsigned per_day = 40;  ///< migrations, at least 1; a bundle is one
  std::vector<Holiday> holidays;
};

struct ScheduledUnit {
  MigrationUnit unit;
  OptionalDate day;
  unsigned slot = 0;  ///< 1, 2, ...: the migrations_per_slot of a day that can be sent together; 0 without a day
  BatchReason reason = BatchReason::none;  ///< why there is no day
};

struct MigrationSchedule {
  std::vector<ScheduledUnit> placed;    ///< by day, within a day customer by customer, the most urgent first
  std::vector<ScheduledUnit> unplaced;  ///< by due day
  std::size_t days = 0;                 ///< days that have migrations
  std::size_t busiest = 0;              ///< migrations on the fullest of them
  std::size_t customers_on_one_day = 0;
  std::size_t customers_on_several = 0;
  unsigned sufficient_per_day = 0;  ///< what would place all that have a working day; 0 when there are none
};

/// Places every unit between its `from` and `until`, or says why not. See spread_jobs for what is aimed at.
MigrationSchedule make_schedule(std::vector<MigrationUnit> units, const ScheduleRequest& request);

}  // namespace nceplan
