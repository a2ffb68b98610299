// Excel workbooks (ECMA-376) as they are written: sheets with one table each, under a frozen header row. Knows
// libxlsxwriter, and nothing of plans.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "nceplan/base/date.hpp"
#include "nceplan/i18n/language.hpp"

namespace nceplan {

/// What the cells of a column hold, and so how Excel shows, sorts and filters them.
enum class CellForm : std::uint8_t { text, date, month, number, boolean };

struct SheetColumn {
  std::string heading;
  CellForm form = CellForm::text;
};

struct SheetPlan {
  std::string name;        ///< at most 31 characters, none of []:*?/\.
  std::string table_name;  ///< letters and underscores; stays the same in every language, as formulas refer to it
  std::vector<SheetColumn> columns;
  std::uint64_t rows = 0;           ///< data rows that will be written, at most `most_sheet_rows`
  bool first_column_stays = false;  ///< while scrolling to the right
};

/// What a workbook says of itself.
struct WorkbookProperties {
  std::string title;
  std::string remark;
  Date created;  ///< no clock: equal input gives equal bytes
};

/// One sheet being written, row by row and in a row from left to right. Nothing of it is held in memory but one row.
class SheetWriter {
 public:
  SheetWriter(const SheetWriter&) = delete;
  SheetWriter& operator=(const SheetWriter&) = delete;
  virtual ~SheetWriter() = default;

  /// Never a formula, a link or a number. Characters that XML cannot hold become U+FFFD; what is longer than Excel's
  /// 32767 characters ends in an ellipsis. An empty text is an empty cell.
  virtual void add(std::string_view text) = 0;
  virtual void add_number(std::int64_t number) = 0;
  virtual void add_date(Date date) = 0;
  virtual void add_boolean(bool value) = 0;
  virtual void add_empty() = 0;
  virtual void end_row() = 0;
  /// Shades cells of a column with numbers up to and including `soon` and `now`, the latter stronger.
  virtual void shade_column(std::size_t column, int soon, int now) = 0;

 protected:
  SheetWriter() = default;
};

class WorkbookFile {
 public:
  /// `path` is overwritten; further temporary files stand in its folder. Throws Failure `output_failed`.
  WorkbookFile(const std::string& path, const WorkbookProperties& properties, Language language);
  WorkbookFile(const WorkbookFile&) = delete;
  WorkbookFile& operator=(const WorkbookFile&) = delete;
  ~WorkbookFile();

  /// Starts the next sheet with its header. The writer lives as long as the workbook.
  SheetWriter& add_sheet(SheetPlan plan);

  /// Completes the file. Throws Failure `output_failed`.
  void close();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace nceplan
