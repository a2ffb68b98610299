// The parts of a workbook that say what its sheets are and what their cells refer to.
#pragma once

#include <string>
#include <vector>

#include "workbook.hpp"
#include "workbook_archive.hpp"

namespace nceplan {

struct WorkbookOutline {
  std::vector<WorkbookSheet> sheets;  ///< worksheets only: charts have no cells
  bool counts_from_1904 = false;
  std::string styles_part;  ///< empty when there is none
  std::string texts_part;
};

/// Follows the package's relationships from its root. Throws Failure, as Workbook does.
WorkbookOutline read_workbook_outline(const WorkbookArchive& archive);

/// For each cell format, whether it shows numbers as dates.
std::vector<bool> read_date_styles(const WorkbookArchive& archive, const std::string& part);

std::vector<std::string> read_shared_texts(const WorkbookArchive& archive, const std::string& part);

/// True for number formats with day, month, year, hour or second outside quotes, brackets and escapes.
bool is_date_format(std::string_view code);

/// A text with ECMA-376's `_xHHHH_` read as the characters that XML cannot hold.
std::string without_escapes(std::string text);

/// Parses a part into the visitor. Throws Failure.
void read_xml_part(const WorkbookArchive& archive, const std::string& part, class XmlVisitor& visitor);

}  // namespace nceplan
