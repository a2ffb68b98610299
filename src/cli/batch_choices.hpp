// What the flags of `batch` and `schedule` choose.
#pragma once

#include <string>

#include "nceplan/plan/batch.hpp"

namespace nceplan::cli {

struct BatchChoices {
  std::string folder;  ///< -o
  Term term;
  BillingPlan billing_plan = BillingPlan::unknown;
  std::string seats_from;
  bool new_term = false;
  std::string on;  ///< a day, or a schedule file
  bool on_renewal = false;
  EndAlignment alignment = EndAlignment::none;
  OptionalDate aligned_end;
  bool dry_run = false;
  bool force = false;
};

struct ScheduleChoices {
  unsigned per_day = 40;
  std::string holidays;
  OptionalDate not_before;
};

}  // namespace nceplan::cli
