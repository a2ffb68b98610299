// Texts as a workbook can hold them: what XML 1.0 and Excel's own limits allow.
#pragma once

#include <string>
#include <string_view>

#include "workbook_file.hpp"

namespace nceplan {

/// `text` in UTF-8 without anything that XML 1.0 forbids (U+FFFD instead), with ECMA-376's `_xHHHH_` escaped where it
/// stands literally, and of at most 32767 UTF-16 units, the last an ellipsis where something was cut.
std::string workbook_text(std::string_view text);

/// A table's headings must differ, also without regard to case: a repeated one gets a number.
void make_headings_unique(std::vector<SheetColumn>& columns);

}  // namespace nceplan
