// Reads back what a plan that nceplan wrote says of a row beyond an export.
#pragma once

#include "nceplan/base/date.hpp"
#include "nceplan/input/row_builder.hpp"
#include "nceplan/model/subscription.hpp"

namespace nceplan {

/// The dates of a saved plan, already read.
struct SavedDates {
  OptionalDate migration_date;
  OptionalDate act_by;
};

/// Puts what was assumed, blocked, scheduled and migrated back into `row` and `details`, as if the export had said it,
/// and returns the verdict of the day the plan was made. Codes that are not known are passed over.
/// `SavedRow::migration_error` is left to the caller, who has the texts.
SavedRow read_saved_plan(const RawRow& raw, const SavedDates& dates, Subscription& row, SubscriptionDetails& details);

}  // namespace nceplan
