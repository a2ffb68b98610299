// Workbooks from a fuzzer's bytes: a zip archive made around them, since libFuzzer would not get past the checksums of
// one by itself.
#pragma once

#include <string>
#include <string_view>

namespace nceplan::fuzz {

/// The XML inside the parts of a workbook with one sheet, as `workbook_xml` finds it in one text: separated by lines
/// `--`, in this order; what is missing is empty.
struct WorkbookXml {
  std::string_view rows;        ///< of the sheet, below a header row; a whole `<worksheet>` part is taken as it is
  std::string_view styles;      ///< number and cell formats
  std::string_view texts;       ///< shared ones
  std::string_view properties;  ///< of the workbook
};
WorkbookXml workbook_xml(std::string_view text);

/// The bytes of an .xlsx file.
std::string made_workbook(const WorkbookXml& xml);

}  // namespace nceplan::fuzz
