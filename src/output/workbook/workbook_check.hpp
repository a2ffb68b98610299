// Whether a workbook that was written is whole. libxlsxwriter assembles each part in a temporary file and does not
// notice when the disk is full: it packs what is there and calls that a success.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace nceplan {

/// Reads all of the workbook back: its parts must be intact and end as they begin, and the rows of sheet N must have
/// `row_bytes[N]` bytes of XML.
bool is_whole_workbook(const std::string& path, std::span<const std::uint64_t> row_bytes);

}  // namespace nceplan
