// A migration schedule as rows: for machines one per subscription, for people day by day.
#pragma once

#include <string>
#include <vector>

#include "listing.hpp"
#include "nceplan/plan/migration_schedule.hpp"
#include "nceplan/plan/plan.hpp"

namespace nceplan::cli {

/// Every subscription that is to be migrated, by day and slot; those without a day last, with the reason.
Listing schedule_rows(const Plan& plan, const MigrationSchedule& schedule);
/// The figures of a schedule, one row.
Listing schedule_figures(const MigrationSchedule& schedule, const ScheduleRequest& request, std::size_t others);

/// One row per migration; days and customers are named where they change. The slot only where a day has several.
Listing schedule_days(const Plan& plan, const MigrationSchedule& schedule, Language language);
/// The migrations without a day, and why.
Listing schedule_unplaced(const Plan& plan, const MigrationSchedule& schedule, Language language);

}  // namespace nceplan::cli
