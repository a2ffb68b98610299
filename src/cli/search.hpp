// Finds what `nceplan explain` was asked about.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "nceplan/model/portfolio.hpp"

namespace nceplan::cli {

/// The rows whose subscription id is `what` in any case; else the one that stands at `what` (`FILE:LINE`, also with a
/// column, or `FILE:SHEET!B17`); else those of the customer with that tenant id; else those of all customers whose
/// folded name holds the folded `what`. In input order, planned or not; empty when nothing matches.
std::vector<RowIndex> find_rows(const Portfolio& portfolio, std::string_view what);

/// The customer's name or subscription id nearest to `what`; empty when none is near.
std::string nearest_name(const Portfolio& portfolio, std::string_view what);

}  // namespace nceplan::cli
