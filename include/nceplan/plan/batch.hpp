// Files for Microsoft's NCE batch migration tool: which migrations go into which file, as what, and why the rest stays
// (docs/batch.md). Decides only; output/batch_writer.hpp writes.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "nceplan/base/date.hpp"
#include "nceplan/base/diagnostic.hpp"
#include "nceplan/base/term.hpp"
#include "nceplan/model/wish.hpp"
#include "nceplan/plan/migration_units.hpp"
#include "nceplan/plan/plan.hpp"
#include "nceplan/rules/nce_term.hpp"

namespace nceplan {

/// The batch tool refuses files of more rows.
inline constexpr std::size_t rows_per_file = 200;
/// "The Create Migration API limit is 100 calls by a partner in 5 minutes" (PC/developer/create-migration). A bundle is
/// one call, and the tool sends a file in one go.
inline constexpr std::size_t migrations_per_slot = 100;

enum class BatchTiming : std::uint8_t {
  at_once,    ///< command 3 of the tool: migrates when it is uploaded
  on_day,     ///< command 7: schedules it for a day
  on_renewal  ///< command 7: schedules it for the next renewal
};

enum class EndAlignment : std::uint8_t {
  none,
  month_end,  ///< the last month end within the first term
  customer,   ///< the latest end that the customer's NCE subscriptions have within the first term
  day
};

/// What is asked for beyond like for like.
struct BatchRequest {
  BatchTiming timing = BatchTiming::at_once;
  OptionalDate day;                                 ///< on_day: for all subscriptions
  std::optional<Wishes<Date>> days;                 ///< on_day: for each its own; others stay
  Term term;                                        ///< unknown: each keeps its own
  BillingPlan billing_plan = BillingPlan::unknown;  ///< likewise
  bool new_term = false;  ///< start a full term instead of keeping what is left of the legacy one
  EndAlignment alignment = EndAlignment::none;
  OptionalDate aligned_end;  ///< EndAlignment::day
  Wishes<std::int32_t> seats;
};

/// A subscription as it is to be in New Commerce.
struct BatchRow {
  RowIndex row = 0;
  std::optional<RowIndex> base;  ///< of an add-on: the member of its bundle below which it is written
  Term term;
  BillingPlan billing_plan = BillingPlan::unknown;
  std::int32_t seats = 0;
  OptionalDate custom_end;
  OptionalDate target;  ///< on_day
  Date due;             ///< self_migrate_until of its bundle
};

struct BatchFile {
  std::vector<BatchRow> rows;  ///< at most rows_per_file
  std::size_t migrations = 0;  ///< at most migrations_per_slot
};

struct Batch {
  std::vector<BatchFile> files;     ///< most urgent first
  std::vector<StayingRow> staying;  ///< every planned row that is in no file, in input order
  Diagnostics diagnostics;          ///< what was asked for and cannot be
};

/// Every planned row is in exactly one file or among those that stay. A bundle is never split; within and over the
/// files the order is by day (on_day), then by due day, then customer, then input. Wishes for ids that the plan does
/// not have are reported.
Batch make_batch(const Plan& plan, MigrationUnits units, const BatchRequest& request);

}  // namespace nceplan
