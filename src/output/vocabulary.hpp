// The closed vocabularies that code columns take their values from.
#pragma once

#include <string_view>
#include <vector>

#include "nceplan/output/column.hpp"

namespace nceplan {

/// All codes a column of type `code` or `code_list` can hold, the empty one left out; of `actions` those of an action.
/// None for columns whose codes follow a pattern instead (terms), and for all other types.
std::vector<std::string_view> codes_of(Column column);

}  // namespace nceplan
