// Why a date cell has no day under the order that its column has.
#pragma once

#include <string_view>

#include "nceplan/base/diagnostic.hpp"
#include "nceplan/input/date_cell.hpp"

namespace nceplan {

/// `date_invalid`, or the code of what keeps the column from having one order; without a place. Precondition:
/// date_of(cell, order) is nothing, and `evidence` is the whole column's.
Diagnostic date_problem(const DateCell& cell, std::string_view text, CellOrder order,
                        const DateColumnEvidence& evidence);

}  // namespace nceplan
