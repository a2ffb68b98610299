#include "csv_index.hpp"

#include <algorithm>
#include <cstring>

#include "csv_index_kernel.hpp"
#include "input/simd/isa_baseline.hpp"

namespace nceplan {
namespace {

constexpr std::uint32_t before_text = 0xffffffff;
using isa::block_size;

constexpr std::size_t group_size = 256 * block_size;

csv_kernel::Kernel best_kernel() {
#if defined(__x86_64__)
  if (isa::has_avx512()) return csv_kernel::index_group_avx512;
  if (isa::has_avx2()) return csv_kernel::index_group_avx2;
#endif
  return csv_kernel::index_group<isa::Baseline>;
}

/// How many bytes of `text`, which stands behind an opening quote, there are up to the closing one, that included; more
/// than `text` has when there is none.
std::size_t quoted_length(std::string_view text) {
  for (std::size_t at = text.find('"'); at != std::string_view::npos; at = text.find('"', at + 2)) {
    const bool doubled = at + 1 < text.size() && text[at + 1] == '"';
    if (!doubled) return at + 1;
  }
  return text.size() + 1;
}

}  // namespace

/// Fills an index, by the vector kernel as long as the quoting is regular, else from the start byte by byte.
class CsvIndexer {
 public:
  CsvIndexer(std::string_view text, CsvSeparators separators, CsvIndex& index, std::size_t columns)
      : text_(text), separators_(separators), index_(index), columns_(columns) {}

  void run() {
    index_.ends_.make_room(0, 1);
    index_.ends_[0] = before_text;
    if (!run_kernel() || holds_rows_together()) run_carefully();
  }

 private:
  bool run_kernel() {
    static const csv_kernel::Kernel kernel = best_kernel();
    csv_kernel::Carry carry;
    csv_kernel::Output out;
    const std::size_t whole = text_.size() - text_.size() % block_size;
    for (std::size_t at = 0; at < whole && out.regular; at += group_size) {
      run_group(kernel, text_.substr(at, std::min(group_size, whole - at)), at, carry, out);
    }
    if (whole < text_.size() && out.regular) {
      char last[block_size] = {};
      std::memcpy(last, text_.data() + whole, text_.size() - whole);
      run_group(kernel, {last, text_.size() - whole}, whole, carry, out);
    }
    index_.end_count_ = out.end_count;
    index_.record_count_ = out.record_count;
    index_.quote_count_ = out.quote_count;
    index_.quoted_newline_count_ = out.quoted_newline_count;
    index_.ends_in_quotes_ = carry.inside != 0;
    return out.regular;
  }

  void run_group(csv_kernel::Kernel kernel, std::string_view group, std::size_t base, csv_kernel::Carry& carry,
                 csv_kernel::Output& out) {
    const std::size_t most = group.size() + block_size;
    index_.ends_.make_room(out.end_count + 1, most);
    index_.records_.make_room(out.record_count, most);
    index_.quotes_.make_room(out.quote_count, most);
    index_.quoted_newlines_.make_room(out.quoted_newline_count, most);
    out.ends = index_.ends_.data() + 1;
    out.records = index_.records_.data();
    out.quotes = index_.quotes_.data();
    out.quoted_newlines = index_.quoted_newlines_.data();
    kernel(group.data(), group.size(), static_cast<std::uint32_t>(base),
           {separators_.delimiter, separators_.terminator}, carry, out);
  }

  /// Whether stray quotes hold rows together: in a record, or in what the text has of its last one.
  bool holds_rows_together() const {
    const auto ends = index_.ends();
    const auto records = index_.records();
    auto newlines = index_.quoted_newlines();
    std::size_t first = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= records.size() && !newlines.empty(); ++i) {
      const bool whole = i < records.size();
      const std::size_t behind = whole ? records[i] : ends.size();
      const std::size_t end = whole ? ends[behind - 1] + std::size_t{1} : text_.size();
      const bool over_lines = newlines.front() < end;
      if (over_lines && (has_too_many(behind - first) || (whole && lines_are_rows(begin, end)))) return true;
      while (!newlines.empty() && newlines.front() < end) newlines = newlines.subspan(1);
      first = behind;
      begin = end;
    }
    return false;
  }

  bool has_too_many(std::size_t fields) const { return columns_ != 0 && fields > 2 * columns_; }

  /// Whether each of the lines has as many fields as a row, when it is read by itself. A field of a few columns could
  /// have such lines by chance.
  bool lines_are_rows(std::size_t begin, std::size_t end) const {
    constexpr std::size_t fewest_columns = 3;
    if (columns_ < fewest_columns) return false;
    while (begin < end) {
      const std::size_t line_end = text_.find(separators_.terminator, begin);
      std::size_t fields = 0;
      for (; begin <= line_end; ++fields) begin = field_end_in_line(begin, line_end) + 1;
      if (fields != columns_) return false;
    }
    return true;
  }

  /// Where the field at `at` ends in a line that is read by itself: a quote that is not closed in it is text.
  std::size_t field_end_in_line(std::size_t at, std::size_t line_end) const {
    at = behind_blanks(at);
    if (text_[at] == '"') {
      const std::size_t behind = at + 1 + quoted_length(text_.substr(at + 1, line_end - at - 1));
      if (behind <= line_end) at = behind;
    }
    while (!is_separator(text_[at])) ++at;
    return at;
  }

  // The lenient reading: a quote opens a field only at its start, behind white space at most; what follows a closing
  // quote up to the next separator belongs to the field; any other quote is text. So is one that would open a field
  // which goes over lines and closes in the middle of text: two stray quotes (`"19 inch`) must not swallow the rows
  // between them. Nor must any that close before a separator: where a record that goes over lines has far too many
  // fields, or each of its lines is a row, its first line is read by itself.
  void run_carefully() {
    restore({});
    for (std::size_t at = 0; at < text_.size();) at = index_record(at);
  }

  /// What the index holds of the records so far.
  struct Counts {
    std::size_t ends = 0;
    std::size_t records = 0;
    std::size_t quotes = 0;
    std::size_t quoted_newlines = 0;
  };

  Counts counts() const {
    return {index_.end_count_, index_.record_count_, index_.quote_count_, index_.quoted_newline_count_};
  }
  void restore(const Counts& counts) {
    index_.end_count_ = counts.ends;
    index_.record_count_ = counts.records;
    index_.quote_count_ = counts.quotes;
    index_.quoted_newline_count_ = counts.quoted_newlines;
    index_.ends_in_quotes_ = false;
  }

  std::size_t index_record(std::size_t begin) {
    const Counts before = counts();
    std::size_t at = begin;
    while (at < text_.size() && index_.record_count_ == before.records) {
      at = index_field(at);
      if (index_.quoted_newline_count_ == before.quoted_newlines) continue;
      const bool whole = index_.record_count_ != before.records;
      if (has_too_many(index_.end_count_ - before.ends) || (whole && lines_are_rows(begin, at))) {
        restore(before);
        return index_line(begin);
      }
    }
    return at;
  }

  /// Indexes the line at `at` as a record; the text has its end.
  std::size_t index_line(std::size_t at) {
    const std::size_t line_end = text_.find(separators_.terminator, at);
    for (; at <= line_end; ++at) {
      const std::size_t begin = behind_blanks(at);
      if (text_[begin] == '"') append(index_.quotes_, index_.quote_count_, begin);
      at = field_end_in_line(at, line_end);
      append_end(at);
    }
    return at;
  }

  bool is_separator(char c) const { return c == separators_.delimiter || c == separators_.terminator; }

  std::size_t behind_blanks(std::size_t at) const {
    while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t') && !is_separator(text_[at])) ++at;
    return at;
  }

  /// Whether there is more at `at`, behind a closing quote, than white space before the field's end.
  bool goes_on_with_text(std::size_t at) const {
    at = behind_blanks(at);
    return at < text_.size() && !is_separator(text_[at]) && text_[at] != '\r';
  }

  std::size_t index_field(std::size_t at) {
    at = behind_blanks(at);
    if (at < text_.size() && text_[at] == '"') {
      const std::size_t newlines_before = index_.quoted_newline_count_;
      const std::size_t behind = behind_quotes(at + 1);
      const bool over_lines = index_.quoted_newline_count_ != newlines_before;
      if (over_lines && goes_on_with_text(behind)) {
        index_.quoted_newline_count_ = newlines_before;
        ++at;
      } else {
        append(index_.quotes_, index_.quote_count_, at);
        at = behind;
      }
    }
    while (at < text_.size() && !is_separator(text_[at])) ++at;
    if (at == text_.size()) return at;
    append_end(at);
    return at + 1;
  }

  /// Appends the field, and the record, that end at the separator at `at`.
  void append_end(std::size_t at) {
    index_.ends_.make_room(index_.end_count_ + 1, 1);
    index_.ends_[++index_.end_count_] = static_cast<std::uint32_t>(at);
    if (text_[at] == separators_.terminator) append(index_.records_, index_.record_count_, index_.end_count_);
  }

  std::size_t behind_quotes(std::size_t at) {
    for (; at < text_.size(); ++at) {
      if (text_[at] == separators_.terminator) append(index_.quoted_newlines_, index_.quoted_newline_count_, at);
      if (text_[at] != '"') continue;
      const bool doubled = at + 1 < text_.size() && text_[at + 1] == '"';
      if (!doubled) return at + 1;
      ++at;
    }
    index_.ends_in_quotes_ = true;
    return at;
  }

  static void append(OffsetBuffer& offsets, std::size_t& in_use, std::size_t offset) {
    offsets.make_room(in_use, 1);
    offsets[in_use++] = static_cast<std::uint32_t>(offset);
  }

  std::string_view text_;
  CsvSeparators separators_;
  CsvIndex& index_;
  std::size_t columns_;  ///< 0 when not known
};

void index_csv(std::string_view text, CsvSeparators separators, CsvIndex& index, std::size_t columns) {
  CsvIndexer(text, separators, index, columns).run();
}

std::string_view csv_content(std::string_view field, std::string& scratch) {
  if (!field.empty() && field.back() == '\r') field.remove_suffix(1);
  if (field.empty() || field.front() > '"') return field;  // neither white space nor a quote: as nearly every field
  if (field.size() >= 2 && field.front() == '"' && field.back() == '"') {  // as nearly every quoted field
    const std::string_view inner = field.substr(1, field.size() - 2);
    if (inner.find('"') == std::string_view::npos) return inner;
  }
  const std::size_t open = field.find_first_not_of(" \t");
  if (open == std::string_view::npos || field[open] != '"') return field;
  const std::string_view behind_quote = field.substr(open + 1);
  if (quoted_length(behind_quote) > behind_quote.size()) return field;
  field = behind_quote;
  const std::string_view padded = field.substr(0, field.find_last_not_of(" \t") + 1);
  const bool closed = !padded.empty() && padded.back() == '"';
  const std::string_view inner = closed ? padded.substr(0, padded.size() - 1) : field;
  if (inner.find('"') == std::string_view::npos) return inner;
  scratch.clear();
  for (std::size_t i = 0; i < inner.size(); ++i) {
    scratch += inner[i];
    if (inner[i] == '"' && i + 1 < inner.size() && inner[i + 1] == '"') ++i;
  }
  return scratch;
}

}  // namespace nceplan
