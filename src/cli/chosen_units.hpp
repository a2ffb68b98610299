// The migrations that --where and --due choose.
#pragma once

#include "nceplan/output/report.hpp"
#include "nceplan/plan/migration_units.hpp"

namespace nceplan::cli {

/// A bundle takes part when its base is chosen.
MigrationUnits chosen_units(const Plan& plan, const Selection& selection);

}  // namespace nceplan::cli
