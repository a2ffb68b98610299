// The days on which migrations are done.
#pragma once

#include <span>
#include <vector>

#include "nceplan/base/date.hpp"
#include "nceplan/model/holiday.hpp"

namespace nceplan {

/// Saturday or Sunday.
bool is_weekend(Date day);

/// The first `most` days from `first` to `last`, both inclusive, that are neither weekend nor holiday.
std::vector<Date> working_days(Date first, Date last, std::span<const Holiday> holidays, std::size_t most);

}  // namespace nceplan
