// Workbooks go where other output goes, though the library that writes them wants a path and room to seek.
#pragma once

#include <functional>
#include <string>

#include "outputs.hpp"

namespace nceplan::cli {

inline constexpr std::string_view workbook_format = "xlsx";

/// Throws UsageError for a workbook on a terminal, and in a build that writes none.
void require_workbook_target(const OutputTarget& target);

/// Calls `produce` with the path of a file to overwrite, which becomes the target when `produce` is done.
void write_workbook_target(const OutputTarget& target, const std::function<void(const std::string& path)>& produce);

}  // namespace nceplan::cli
