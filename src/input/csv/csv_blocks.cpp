#include "csv_blocks.hpp"

#include <algorithm>
#include <cstring>

#include "csv_reader.hpp"
#include "nceplan/base/text.hpp"

namespace nceplan {
namespace {

constexpr std::uint64_t first_extension = 4096;
constexpr std::uint64_t window_size = std::uint64_t{256} << 10;  // text that stays in the processor's cache

bool is_blank(std::string_view record, char delimiter) {
  return std::all_of(record.begin(), record.end(), [delimiter](char c) {
    return c == delimiter || c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '"';
  });
}

}  // namespace

std::uint64_t CsvSource::whole_blocks() const { return (file->size - data_begin) / 8 * 7 / block_size; }

std::uint64_t CsvSource::block_begin(std::uint64_t block) const {
  const std::uint64_t whole = std::min(block, whole_blocks());
  return std::min(data_begin + whole * block_size + (block - whole) * small_block_size(), file->size);
}

std::uint64_t CsvSource::block_count() const {
  const std::uint64_t rest = file->size - block_begin(whole_blocks());
  return whole_blocks() + (rest + small_block_size() - 1) / small_block_size();
}

CsvBlockParser::CsvBlockParser(const CsvSource& source, Shard& shard)
    : source_(&source),
      shard_(&shard),
      row_estimate_(source.row_length),
      layout_(*source.context->mapping),
      builder_(*source.context, shard, no_rows_, no_tally_.diagnostics, no_tally_.evidence) {}

CsvBlock CsvBlockParser::parse(std::uint64_t number, std::optional<std::uint64_t> begin) {
  const std::uint64_t nominal_begin = source_->block_begin(number);
  const std::uint64_t nominal_end = source_->block_begin(number + 1);
  CsvBlock block{.rows = RowBlock(shard_->row_memory())};
  block.guessed = !begin && number != 0;
  if (block.guessed) begin = guess_begin(nominal_begin, nominal_end);
  block.begin = block.end = begin.value_or(number == 0 ? nominal_begin : nominal_end);
  block.rows.source = source_->number;
  const std::uint64_t expected_rows = (nominal_end - std::min(nominal_end, block.begin)) / row_estimate_ + 1;
  block.rows.rows.reserve(expected_rows);
  block.rows.details.reserve(expected_rows * details_per_1000_rows_ / 1000);
  builder_.start_block(block.rows, block.tally.diagnostics, block.tally.evidence);
  line_ = 0;

  std::uint64_t at = block.begin;
  while (at < nominal_end && !block.unfinished) {
    const std::uint64_t window_end = std::min(at + window_size, nominal_end);
    const std::uint64_t parsed_to = parse_whole_records(at, window_end, block);
    const bool goes_on_behind = parsed_to < window_end && (window_end == nominal_end || parsed_to == at);
    at = goes_on_behind ? parse_long_record(parsed_to, block).value_or(nominal_end) : parsed_to;
  }
  block.end = std::max(at, block.begin);
  block.lines = line_;
  learn_from(block);
  return block;
}

/// Later blocks reserve what this one needed and a fiftieth more: memory that is reserved is also provided
/// (large_memory.hpp).
void CsvBlockParser::learn_from(const CsvBlock& block) {
  if (block.end == block.begin) return;
  const std::uint64_t rows = std::max<std::uint64_t>(1, block.rows.rows.size());
  row_estimate_ = std::max<std::uint64_t>(1, (block.end - block.begin) * 50 / (rows * 51));
  details_per_1000_rows_ = block.rows.details.size() * 1020 / rows + 1;
}

/// Behind the first terminator at or after the byte before the nominal start; nothing when no record starts here.
std::optional<std::uint64_t> CsvBlockParser::guess_begin(std::uint64_t nominal_begin, std::uint64_t nominal_end) {
  constexpr std::uint64_t step = 4096;  // most records are shorter, and what is read here is read again
  for (std::uint64_t at = nominal_begin - 1; at + 1 < nominal_end; at += step) {
    const std::string_view text = load(at, std::min(at + step, nominal_end));
    const std::size_t terminator = text.find(source_->separators.terminator);
    if (terminator != std::string_view::npos && at + terminator + 1 < nominal_end) return at + terminator + 1;
  }
  return std::nullopt;
}

/// Parses the records that lie wholly within [at, end) and returns where the first incomplete one starts.
std::uint64_t CsvBlockParser::parse_whole_records(std::uint64_t at, std::uint64_t end, CsvBlock& block) {
  const std::string_view text = load(at, end);
  index_csv(text, source_->separators, index_, source_->context->mapping->headers.size());
  return at + parse_records(text, index_.records().size(), block);
}

/// Parses the one record that starts at `at` and goes on behind the block. Returns where the next one starts, or
/// nothing when the block is given up.
std::optional<std::uint64_t> CsvBlockParser::parse_long_record(std::uint64_t at, CsvBlock& block) {
  const std::uint64_t size = source_->file->size;
  const std::uint64_t begun = buffer_end_ - std::min(buffer_end_, at);
  for (std::uint64_t length = begun + first_extension;; length *= 2) {
    const std::uint64_t end = std::min(at + std::min(length, longest_record), size);
    std::string_view text = load(at, end);
    if (end == size && text.back() != source_->separators.terminator) {
      buffer_[buffer_end_ - buffer_begin_] = source_->separators.terminator;
      text = {text.data(), text.size() + 1};
    }
    index_csv(text, source_->separators, index_, source_->context->mapping->headers.size());
    if (!index_.records().empty()) return std::min(at + parse_records(text, 1, block), size);
    if (end == size) return skip_record(at, text, DiagnosticCode::quote_unclosed, block);
    if (length >= longest_record) return skip_record(at, text, DiagnosticCode::line_too_long, block);
    if (block.guessed && length > source_->block_size) {
      block.unfinished = true;
      return std::nullopt;
    }
  }
}

/// Rejects the record at `at` and goes on behind its first line break, so that a stray quote costs one line.
std::uint64_t CsvBlockParser::skip_record(std::uint64_t at, std::string_view text, DiagnosticCode code,
                                          CsvBlock& block) {
  const std::size_t line_end = text.find(source_->separators.terminator);
  ++block.tally.rows;
  ++block.tally.rejected;
  report(code, text.substr(0, std::min<std::size_t>(line_end, 60)), {std::to_string(longest_record)}, block);
  ++line_;
  return line_end == std::string_view::npos ? behind_line(at + text.size()) : at + line_end + 1;
}

/// Where the line after the one that goes on at `at` begins; the file's end when there is none.
std::uint64_t CsvBlockParser::behind_line(std::uint64_t at) {
  const std::uint64_t size = source_->file->size;
  while (at < size) {
    const std::string_view text = load(at, std::min(at + window_size, size));
    const std::size_t line_end = text.find(source_->separators.terminator);
    if (line_end != std::string_view::npos) return at + line_end + 1;
    at += text.size();
  }
  return size;
}

/// Parses up to `most` records of `text`, which `index_` describes. Returns how many bytes they take.
std::size_t CsvBlockParser::parse_records(std::string_view text, std::size_t most, CsvBlock& block) {
  const auto ends = index_.ends();
  const auto records = index_.records();
  const auto newlines = index_.quoted_newlines();
  const auto quotes = index_.quotes();
  std::size_t begin = 0;
  std::size_t first_end = 0;
  std::size_t newlines_seen = 0;
  std::size_t quotes_seen = 0;
  for (std::size_t i = 0; i < std::min(most, records.size()); ++i) {
    const std::size_t last_end = records[i] - 1;
    const std::size_t next_begin = ends[last_end] + std::size_t{1};
    const std::size_t quotes_before = quotes_seen;
    while (quotes_seen < quotes.size() && quotes[quotes_seen] < next_begin) ++quotes_seen;
    parse_record(text, first_end, last_end, quotes.subspan(quotes_before, quotes_seen - quotes_before), block);
    begin = next_begin;
    first_end = records[i];
    ++line_;
    while (newlines_seen < newlines.size() && newlines[newlines_seen] < begin) {
      ++newlines_seen;
      ++line_;
    }
  }
  return begin;
}

/// `quotes` are the record's own.
void CsvBlockParser::parse_record(std::string_view text, std::size_t first_end, std::size_t last_end,
                                  std::span<const std::uint32_t> quotes, CsvBlock& block) {
  const std::uint32_t* const ends = index_.ends().data() + first_end;  // the one before is the record's begin less one
  const std::uint32_t begin = ends[-1] + 1;
  const std::size_t fields = last_end - first_end + 1;
  const std::uint32_t end = ends[fields - 1];
  const std::string_view record = text.substr(begin, end - begin);
  if (record.size() <= fields + 1 && is_blank(record, source_->separators.delimiter)) return;
  const bool as_header = fields == source_->context->mapping->headers.size();
  if (!as_header && !has_right_width(fields, record, block)) return;

  ++block.tally.rows;
  const bool has_return = record.back() == '\r';
  if (has_return) index_.move_end(last_end, end - 1);
  raw_.set_record(layout_, text.data(), ends);
  raw_.line = line_;
  if (!quotes.empty()) unquote(ends, quotes);
  if (source_->context->formula_guards) remove_formula_guards(raw_);
  if (!builder_.add(raw_)) ++block.tally.rejected;
  if (has_return) index_.move_end(last_end, end);
}

/// Sets the fields in which `quotes` stand to what they say.
void CsvBlockParser::unquote(const std::uint32_t* ends, std::span<const std::uint32_t> quotes) {
  std::uint32_t column = 0;  // the last one that was looked at
  std::uint32_t next = 1;
  for (const std::uint32_t quote : quotes) {
    while (ends[next - 1] < quote) ++next;
    if (next == column) continue;  // doubled quotes stand in one field
    column = next;
    if (const std::optional<Field> field = layout_.field_of(column)) {
      raw_.set(*field, csv_content(raw_.columns({column, column}), scratch_[index_of(*field)]));
    }
  }
}

/// Of a record with more or fewer fields than the header: empty fields behind the last column are what spreadsheets
/// leave; everything else must match.
bool CsvBlockParser::has_right_width(std::size_t fields, std::string_view record, CsvBlock& block) {
  const std::size_t expected = source_->context->mapping->headers.size();
  const char delimiter = source_->separators.delimiter;
  if (fields > expected) {
    const std::string_view last = record.substr(record.size() - std::min(record.size(), fields - expected));
    if (is_blank(last, delimiter)) return true;
  }
  if (is_blank(record, delimiter)) return false;
  ++block.tally.rows;
  ++block.tally.rejected;
  const auto code = fields < expected ? DiagnosticCode::fields_too_few : DiagnosticCode::fields_too_many;
  report(code, record.substr(0, 60), {std::to_string(expected), std::to_string(fields)}, block);
  return false;
}

/// The bytes [at, end) of the file. They stay until the next call.
std::string_view CsvBlockParser::load(std::uint64_t at, std::uint64_t end) {
  if (at < buffer_begin_ || end > buffer_end_) {
    make_room(end - at + 1);  // one more for a terminator at the end of the file
    read_exactly(*source_->file, at, buffer_.get(), end - at);
    buffer_begin_ = at;
    buffer_end_ = end;
  }
  return {buffer_.get() + (at - buffer_begin_), end - at};
}

void CsvBlockParser::make_room(std::uint64_t size) {
  if (size <= buffer_size_) return;
  buffer_ = std::make_unique_for_overwrite<char[]>(size);
  buffer_size_ = size;
}

void CsvBlockParser::report(DiagnosticCode code, std::string_view seen, std::vector<std::string> details,
                            CsvBlock& block) {
  block.tally.diagnostics.add(
      {code, Severity::error, {source_->file->name, line_, 0, {}, {}}, std::string(trim(seen)), std::move(details)});
}

}  // namespace nceplan
