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
    problem.code = DiagnosticCode::date_swapped;
    problem.details = {evidence.day_first_cell().empty() ? evidence.month_first_cell() : evidence.day_first_cell()};
  }
  return problem;
}

}  // namespace nceplan
