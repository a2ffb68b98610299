// Waivers from CSV, as a spreadsheet keeps them (docs/waivers.md).
#pragma once

#include "nceplan/base/diagnostic.hpp"
#include "nceplan/input/input_file.hpp"
#include "nceplan/input/read_portfolio.hpp"
#include "nceplan/model/waiver.hpp"

namespace nceplan {

/// Reads waivers in any encoding and delimiter that exports may have, with English or German headers. Rows that lack
/// something, or whose date cannot be read, are left out and reported. Encoding and delimiter of `options` are for
/// exports and not used; its date order counts only where the dates of the file do not decide their own.
/// Throws Failure `waiver_columns_missing`, and those of a file that is no table.
Waivers read_waivers(const InputFile& file, const ReadOptions& options, Diagnostics& diagnostics);

}  // namespace nceplan
