#include "date_problem.hpp"

namespace nceplan {

Diagnostic date_problem(const DateCell& cell, std::string_view text, CellOrder order,
                        const DateColumnEvidence& evidence) {
  const OptionalDate day_first = date_of(cell, CellOrder::day_first);
  const OptionalDate month_first = date_of(cell, CellOrder::month_first);
  Diagnostic problem{.code = DiagnosticCode::date_invalid, .where = {}, .seen = std::string(text), .details = {}};
  if (!day_first || !month_first) return problem;
  if (order == CellOrder::refuse_ambiguous) {
    problem.code = DiagnosticCode::date_ambiguous;
    problem.details = {to_iso(*day_first), to_iso(*month_first)};
  } else if (order == CellOrder::refuse_mixed) {
    problem.code = DiagnosticCode::date_mixed;
    problem.details = {evidence.month_first_cell(), evidence.day_first_cell()};
  } else if (order == CellOrder::refuse_swapped) {
    // A spreadsheet shortens the cells that it takes for dates; the longer one is as it was.
    const std::string& month_first_cell = evidence.month_first_cell();
    const std::string& day_first_cell = evidence.day_first_cell();
    problem.code = DiagnosticCode::date_swapped;
    problem.details = {month_first_cell.size() >= day_first_cell.size() ? month_first_cell : day_first_cell};
  }
  return problem;
}

}  // namespace nceplan
