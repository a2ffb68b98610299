// A day by its year, month and day, for readers of millions of cells.
#pragma once

#include "nceplan/base/date.hpp"

namespace nceplan {

/// As Date::from_ymd. Four bytes come back in a register, a std::optional by way of memory, which costs more than the
/// look-up.
OptionalDate calendar_day(int year, unsigned month, unsigned day);

}  // namespace nceplan
