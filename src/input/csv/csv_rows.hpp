// The rows of a short CSV text, one at a time and without a copy of each field.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "csv_index.hpp"
#include "nceplan/input/csv.hpp"

namespace nceplan {

/// Goes through UTF-8 text, the header first; blank rows are skipped. Lenient about stray quotes and padding.
class CsvRows {
 public:
  /// Keeps a copy of `text`.
  CsvRows(std::string_view text, const CsvDialect& dialect);
  // Fields refer to the object's own text.
  CsvRows(const CsvRows&) = delete;
  CsvRows& operator=(const CsvRows&) = delete;

  /// Goes on to the next row; false behind the last one.
  bool next();
  /// 1-based line of the row's first character.
  std::uint32_t line() const { return line_; }
  /// Throws Failure `quote_unclosed` if the text ends within quotes, so that what stands in them is not lost in
  /// silence. To be called behind the last row.
  void require_closed(const std::string& file) const;
  /// Trimmed, quotes removed; valid until the next call of `next`.
  std::span<const std::string_view> fields() const { return fields_; }

 private:
  void read_record(std::size_t record);

  std::string text_;
  CsvIndex index_;
  std::size_t next_record_ = 0;
  std::size_t newlines_seen_ = 0;  ///< those within quotes
  std::uint32_t next_line_;
  std::uint32_t line_ = 0;
  std::vector<std::string_view> fields_;
  std::vector<std::string> unescaped_;  ///< by column: what doubled quotes left no text for
};

}  // namespace nceplan
