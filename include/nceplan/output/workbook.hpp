// A plan as an Excel workbook (.xlsx). Apart from write_report, because the library that writes workbooks wants a file
// and not a sink.
#pragma once

#include <cstdint>
#include <string>

#include "nceplan/base/diagnostic.hpp"
#include "nceplan/output/report.hpp"

namespace nceplan {

/// Rows that a sheet holds below its header.
inline constexpr std::uint64_t most_sheet_rows = 1'048'575;

/// Whether this build has libxlsxwriter.
bool can_write_workbooks();

/// Writes the selected rows, customers, months and diagnostics, a sheet each; `--summary` leaves out the rows. Equal
/// input gives equal bytes, and memory does not grow with the rows. `path` is overwritten; temporary files stand in its
/// folder. Throws Failure `sheet_full` before anything is written, and `output_failed`.
void write_workbook(const SelectedRows& rows, const ReportOptions& options, const Diagnostics& diagnostics,
                    const std::string& path);

}  // namespace nceplan
