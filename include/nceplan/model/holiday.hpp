// Days on which nobody works.
#pragma once

#include "nceplan/base/date.hpp"

namespace nceplan {

/// A day, or a run of days.
struct Holiday {
  Date first;
  Date last;            ///< inclusive
  bool yearly = false;  ///< again every year from then on
  friend bool operator==(const Holiday&, const Holiday&) = default;
};

}  // namespace nceplan
