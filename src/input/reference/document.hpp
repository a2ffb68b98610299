// What the readers of small tables (offer matrix, waivers) share: the text of a file, and a column of dates.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "nceplan/base/diagnostic.hpp"
#include "nceplan/base/result.hpp"
#include "nceplan/input/date_cell.hpp"
#include "nceplan/input/input_file.hpp"

namespace nceplan {

/// The text of a file in UTF-8. Throws Failure `file_empty`, `xlsx_unsupported` or `not_text`.
std::string document_text(const InputFile& file, std::optional<Encoding> encoding);

/// The dates of one column: all are added, then the order that they prove is decided, then they are read.
class DateColumn {
 public:
  void add(std::string_view text) { evidence_.add(parse_date_cell(text), text); }
  /// `requested` wins over what the cells prove.
  void decide(std::optional<DateOrder> requested) { order_ = decide_order(evidence_, false, requested); }
  /// Takes `fallback` only when the cells prove nothing.
  void decide_with_fallback(std::optional<DateOrder> fallback);

  /// The day of a cell; or what is wrong with it, without its place.
  Result<Date, Diagnostic> read(std::string_view text) const;

 private:
  DateColumnEvidence evidence_;
  CellOrder order_ = CellOrder::unknown;
};

}  // namespace nceplan
