// Lines of CSV and TSV (RFC 4180). The plan's own, whose every cycle counts, are written by csv_writer.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace nceplan {

class DelimitedLine {
 public:
  /// `line_end` must outlive it.
  explicit DelimitedLine(char delimiter, std::string_view line_end = "\n");

  /// One more field, in quotes where it holds a quote, the delimiter, a line end or a tab, which importers of
  /// spreadsheets take for a delimiter too, or where it begins or ends with a space, which readers may trim.
  void add(std::string_view text);

  /// The line with its end; the next one begins. Of one empty field it is quoted: blank lines are no rows.
  std::string take();

 private:
  char delimiter_;
  std::string_view line_end_;
  std::string special_;
  std::size_t fields_ = 0;
  std::string line_;
};

}  // namespace nceplan
