// Where fields and records end. The structural index of a piece of CSV text is found 64 bytes at a time, without
// looking at fields; RFC 4180 quoting, any delimiter. Text that bends the quoting rules is indexed byte by byte.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace nceplan {

struct CsvSeparators {
  char delimiter = ',';
  char terminator = '\n';  ///< '\r' in files most of whose lines end in it alone
};

/// Room for offsets that is not filled before it is used, unlike that of a vector: most of it never is.
class OffsetBuffer {
 public:
  std::uint32_t* data() { return offsets_.get(); }
  const std::uint32_t* data() const { return offsets_.get(); }
  std::uint32_t& operator[](std::size_t i) { return offsets_[i]; }
  /// Makes room for `more` offsets behind the `in_use` ones, which are kept.
  void make_room(std::size_t in_use, std::size_t more) {
    if (capacity_ >= in_use + more) return;
    const std::size_t wider = (in_use + more) * 2;
    auto offsets = std::make_unique_for_overwrite<std::uint32_t[]>(wider);
    std::copy_n(offsets_.get(), in_use, offsets.get());
    offsets_ = std::move(offsets);
    capacity_ = wider;
  }

 private:
  std::unique_ptr<std::uint32_t[]> offsets_;
  std::size_t capacity_ = 0;
};

/// Offsets into the indexed text. Reused from block to block, so that indexing allocates nothing once it is warm.
class CsvIndex {
 public:
  /// Of fields: the offset of each delimiter or terminator outside quotes. Before the first stands one more, the
  /// offset of the byte before the text, modulo 2^32.
  std::span<const std::uint32_t> ends() const { return {ends_.data() + 1, end_count_}; }
  /// Of records: one past its last field in `ends`.
  std::span<const std::uint32_t> records() const { return {records_.data(), record_count_}; }
  /// Of the quotes that open a field, or go on with it behind a doubled quote.
  std::span<const std::uint32_t> quotes() const { return {quotes_.data(), quote_count_}; }
  /// Of terminators inside quotes.
  std::span<const std::uint32_t> quoted_newlines() const { return {quoted_newlines_.data(), quoted_newline_count_}; }
  /// Moves the end of a field to the left, or back; where the next field begins moves with it.
  void move_end(std::size_t field, std::uint32_t to) { ends_[field + 1] = to; }
  /// The text ends within a quoted field.
  bool ends_in_quotes() const { return ends_in_quotes_; }

 private:
  friend class CsvIndexer;

  OffsetBuffer ends_;  ///< behind the one before the text
  OffsetBuffer quotes_;
  OffsetBuffer records_;
  OffsetBuffer quoted_newlines_;
  std::size_t end_count_ = 0;
  std::size_t record_count_ = 0;
  std::size_t quote_count_ = 0;
  std::size_t quoted_newline_count_ = 0;
  bool ends_in_quotes_ = false;
};

/// Indexes `text`, which starts at the start of a record. Text behind the last terminator belongs to no record.
/// `columns` is how many fields a row should have, 0 when that is not known. When it is, a record that goes over lines
/// is several rows that stray quotes hold together if it has more than twice as many fields, or if each of its lines is
/// such a row: its first line is read by itself then, and a quote that is not closed in it is text.
/// Precondition: text.size() < 2^32 - 64.
void index_csv(std::string_view text, CsvSeparators separators, CsvIndex& index, std::size_t columns = 0);

/// The content of a field as it stands between two separators: padding kept, quotes removed where the field is
/// quoted (white space may precede them), doubled quotes undone in `scratch`. A quote that is not closed is text.
std::string_view csv_content(std::string_view field, std::string& scratch);

}  // namespace nceplan
