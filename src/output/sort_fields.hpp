// `--sort`: what a column contributes to a sort key, as integers that order rows like the column's values.
//
// Texts sort without ASCII case, then by their bytes; codes by their text; dates, numbers and terms by value, false
// before true; ids that are GUIDs before others, made-up ones last, by input and line; `notes` as sets in the order in
// which notes are declared; `action` and `actions` by the primary action's code and due day. Empty values come last in
// either direction.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "cell.hpp"
#include "nceplan/output/report.hpp"

namespace nceplan {

/// One part of a sort key. Values are below 2^bits, the smallest first; the direction is already in them.
struct SortField {
  unsigned bits = 0;  ///< 1..64
  std::function<std::uint64_t(RowCells&)> value;
};

/// The fields of a column, the most significant first; none where all rows of a plan are equal.
std::vector<SortField> sort_fields(const Plan& plan, SortKey key);

}  // namespace nceplan
