// From "this row names that one as its base" to bundles: roots of chains, cycles, members (R9).
#pragma once

#include <span>
#include <vector>

#include "nceplan/model/portfolio.hpp"
#include "nceplan/plan/bundle.hpp"

namespace nceplan {

/// An add-on and the row that it names as its base; both are planned rows that are not on NCE yet.
struct BaseLink {
  RowIndex row = 0;
  RowIndex base = 0;
};

struct LinkedRows {
  Bundles bundles;
  std::vector<RowIndex> cyclic;    ///< rows that are their own base, directly or through others; ascending
  std::vector<RowIndex> orphaned;  ///< rows whose base is cyclic: they stand alone, or lead those below; ascending
};

/// Bases of bases resolve to the root. Precondition: `links` ascend by row, one a row; all rows < row_count.
LinkedRows link_rows(RowIndex row_count, std::span<const BaseLink> links);

}  // namespace nceplan
