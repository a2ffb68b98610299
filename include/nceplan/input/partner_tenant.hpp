// The one column of the batch tool's exports that no plan needs but its files have: PartnerTenantId.
#pragma once

#include <string>

#include "nceplan/input/input_file.hpp"
#include "nceplan/input/read_portfolio.hpp"

namespace nceplan {

/// The PartnerTenantId in the first row of a CSV export, which is the same in all of its rows; empty when the file has
/// none. Reads the file's beginning only.
std::string read_partner_tenant(const InputFile& file, const ReadOptions& options);

}  // namespace nceplan
