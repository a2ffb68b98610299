// Where fields and records end. The structural index of a piece of CSV text is found 64 bytes at a time, without
// looking at fields; RFC 4180 quoting, any delimiter. Text that bends the quoting rules is indexed byte by byte.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nceplan {

struct CsvSeparators {
  char delimiter = ',';
  char terminator = '\n';  ///< '\r' in files that have no line feed at all
};

/// Offsets into the indexed text. Reused from block to block, so that indexing allocates nothing once it is warm.
class CsvIndex {
 public:
  /// Of fields: the offset of each delimiter or terminator outside quotes.
  std::span<const std::uint32_t> ends() const { return {ends_.data(), end_count_}; }
  /// Of records: one past its last field in `ends`.
  std::span<const std::uint32_t> records() const { return {records_.data(), record_count_}; }
  /// Of terminators inside quotes.
  std::span<const std::uint32_t> quoted_newlines() const { return {quoted_newlines_.data(), quoted_newline_count_}; }
  /// The text ends within a quoted field.
  bool ends_in_quotes() const { return ends_in_quotes_; }

 private:
  friend class CsvIndexer;

  std::vector<std::uint32_t> ends_;  ///< longer than what is in use, as the other two
  std::vector<std::uint32_t> records_;
  std::vector<std::uint32_t> quoted_newlines_;
  std::size_t end_count_ = 0;
  std::size_t record_count_ = 0;
  std::size_t quoted_newline_count_ = 0;
  bool ends_in_quotes_ = false;
};

/// Indexes `text`, which starts at the start of a record. Text behind the last terminator belongs to no record.
/// Precondition: text.size() < 2^32 - 64.
void index_csv(std::string_view text, CsvSeparators separators, CsvIndex& index);

/// The content of a field as it stands between two separators: padding kept, quotes removed where the field is
/// quoted (white space may precede them), doubled quotes undone in `scratch`.
std::string_view csv_content(std::string_view field, std::string& scratch);

}  // namespace nceplan
