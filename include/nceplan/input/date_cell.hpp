// Dates as cells hold them, and the decision which of day and month comes first: once per column, never per cell.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "nceplan/base/date.hpp"
#include "nceplan/base/diagnostic.hpp"
#include "nceplan/model/portfolio.hpp"

namespace nceplan {

enum class DateShape : std::uint8_t {
  unreadable,
  iso,      ///< year first; one reading
  slashed,  ///< a/b/year: month or day first
  dotted,   ///< a.b.year
  serial    ///< Excel serial number 40000..60000
};

/// A date cell taken apart, not yet read: for slashed and dotted dates `first` and `second` are day and month in the
/// order they stand.
struct DateCell {
  DateShape shape = DateShape::unreadable;
  std::uint8_t first = 0;
  std::uint8_t second = 0;
  std::int16_t year = 0;
  bool batch_tool_form = false;  ///< exactly `dd/dd/dddd dd:dd:dd`
  OptionalDate date;             ///< the day of iso and serial shapes, in UTC; none when impossible
};

/// Takes a cell apart. Times are checked and dropped; a zone moves the instant to UTC first.
DateCell parse_date_cell(std::string_view text);

/// How the slashed and dotted cells of one column are to be read.
enum class CellOrder : std::uint8_t {
  unknown,  ///< provisional: month first for slashed, day first for dotted cells
  day_first,
  month_first,
  refuse_ambiguous,  ///< both readings stay possible: cells with two readings are errors
  refuse_mixed,      ///< both orders are proven: cells with two readings are errors
  refuse_swapped     ///< a spreadsheet turned the ambiguous cells around: they are errors
};

/// What the cells of one column prove about their order. Merging is associative and does not depend on block borders.
class DateColumnEvidence {
 public:
  /// One thing that some cell of the column shows.
  enum class Sign : std::uint16_t {
    iso = 1 << 0,
    serial = 1 << 1,
    slashed = 1 << 2,
    dotted = 1 << 3,
    slashed_day_first = 1 << 4,    ///< a slashed cell whose first number is over 12
    slashed_month_first = 1 << 5,  ///< a slashed cell whose second number is over 12
    dotted_day_first = 1 << 6,
    dotted_month_first = 1 << 7,
    two_readings = 1 << 8,  ///< a slashed cell with two different numbers up to 12
    other_form = 1 << 9     ///< a slashed or dotted cell that has not the batch tool's form
  };

  void add(const DateCell& cell, std::string_view text);
  void append(const DateColumnEvidence& later);

  bool has(Sign sign) const { return (signs_ & static_cast<std::uint16_t>(sign)) != 0; }
  /// The first cells that prove an order; empty when none does.
  const std::string& day_first_cell() const { return day_first_cell_; }
  const std::string& month_first_cell() const { return month_first_cell_; }

 private:
  /// Apart from `add`, most of whose cells bring no new sign: it needs registers that have to be saved.
  [[gnu::noinline]] void add_signs(unsigned signs, std::string_view text);

  std::uint16_t signs_ = 0;
  std::string day_first_cell_;
  std::string month_first_cell_;
};

/// Decides a column. `batch_tool_booleans`: the source writes True/False as the batch tool does.
/// `requested` is the user's --date-order (dmy, mdy, ymd) and wins.
CellOrder decide_order(const DateColumnEvidence& evidence, bool batch_tool_booleans,
                       std::optional<DateOrder> requested);

/// The day of a cell under an order; nothing when the calendar has no such day or the order refuses the cell.
OptionalDate date_of(const DateCell& cell, CellOrder order);

/// The day of a cell under an order, after `evidence` has taken what the cell proves: all that reading a column asks,
/// in one step, in which a cell taken apart stays in registers.
OptionalDate read_date_cell(std::string_view text, CellOrder order, DateColumnEvidence& evidence);

}  // namespace nceplan
