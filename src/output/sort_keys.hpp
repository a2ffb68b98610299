// `--sort`: orders rows by integer keys made of their sort fields.
#pragma once

#include <vector>

#include "nceplan/output/report.hpp"

namespace nceplan {

/// Sorts `rows`, planned rows of `plan`, by the keys in order; rows with equal keys keep their order. Takes 24 bytes a
/// row while it runs, and a rank for each distinct text of the columns.
void sort_rows(const Plan& plan, const std::vector<SortKey>& keys, std::vector<RowIndex>& rows);

}  // namespace nceplan
