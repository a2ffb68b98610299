#include "chosen_units.hpp"

namespace nceplan::cli {

MigrationUnits chosen_units(const Plan& plan, const Selection& selection) {
  const SelectedRows rows = select_rows(plan, selection);
  if (!rows.rows()) return migration_units(plan, [](RowIndex) { return true; });
  std::vector<bool> chosen(plan.portfolio().row_count());
  rows.for_each([&](RowIndex row) { chosen[row] = true; });
  return migration_units(plan, [&](RowIndex row) { return chosen[row]; });
}

}  // namespace nceplan::cli
