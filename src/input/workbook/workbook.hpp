// Excel workbooks (ECMA-376, SpreadsheetML) as they are read: sheets, and their cells as texts, numbers, dates and
// yes or no. Formulas count by their last result.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "nceplan/base/date.hpp"
#include "workbook_archive.hpp"

namespace nceplan {

enum class SheetCellKind : std::uint8_t { text, number, date, boolean };

struct SheetCell {
  std::uint32_t column = 0;  ///< from 1 (A)
  SheetCellKind kind = SheetCellKind::text;
  std::string text;   ///< numbers as decimals, dates as ISO with the time where there is one, TRUE and FALSE
  OptionalDate date;  ///< the day of a date
};

struct SheetRow {
  std::uint32_t number = 0;      ///< from 1, as Excel shows it
  std::vector<SheetCell> cells;  ///< those that hold something, from left to right
};

struct WorkbookSheet {
  std::string name;
  std::string part;
  bool hidden = false;
};

class Workbook {
 public:
  /// Opens the file and reads what all sheets share. Throws Failure `workbook_invalid`, `workbook_too_large`, and
  /// `xlsx_unsupported` for Excel's binary workbooks and other packages.
  explicit Workbook(const InputFile& file);

  /// Worksheets in the order of their tabs.
  const std::vector<WorkbookSheet>& sheets() const { return sheets_; }
  bool counts_from_1904() const { return counts_from_1904_; }

  /// Calls `visit` for each row that holds something, from top to bottom, until it returns false.
  void read_rows(const WorkbookSheet& sheet, const std::function<bool(const SheetRow&)>& visit) const;

  /// The first rows that hold something, at most `most`.
  std::vector<SheetRow> first_rows(const WorkbookSheet& sheet, std::size_t most) const;

 private:
  WorkbookArchive archive_;
  std::vector<WorkbookSheet> sheets_;
  bool counts_from_1904_ = false;
  std::vector<bool> date_styles_;  ///< per cell format
  std::vector<std::string> shared_texts_;
};

}  // namespace nceplan
