// The only clock of the program.
#pragma once

#include "nceplan/base/date.hpp"

namespace nceplan::cli {

/// Today's date in UTC.
Date today_utc();

}  // namespace nceplan::cli
