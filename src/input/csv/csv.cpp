#include "nceplan/input/csv.hpp"

#include <algorithm>
#include <array>

#include "csv_index.hpp"
#include "csv_rows.hpp"
#include "nceplan/base/diagnostic.hpp"
#include "nceplan/base/text.hpp"

namespace nceplan {
namespace {

constexpr std::array<char, 4> delimiters = {',', ';', '\t', '|'};
constexpr std::size_t sample_size = 65536;
constexpr std::size_t sample_records = 25;

/// One past the line break that ends the line at `at`.
std::size_t next_line(std::string_view text, std::size_t at) {
  const std::size_t end = text.find_first_of("\r\n", at);
  if (end == std::string_view::npos) return text.size();
  return end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
}

/// How well a delimiter explains the sample: fields of the header, times the share of records with as many fields.
double score(std::string_view sample, CsvSeparators separators) {
  constexpr std::size_t first_part = 8192;  // has the records that count in nearly every export
  CsvIndex index;
  for (std::size_t size = first_part;; size = sample.size()) {
    index_csv(sample.substr(0, size), separators, index);
    if (index.records().size() >= sample_records || size >= sample.size()) break;
  }
  const std::size_t count = std::min(sample_records, index.records().size());
  if (count == 0) return 0;
  const std::uint32_t fields = index.records()[0];
  std::size_t alike = 0;
  for (std::size_t i = 1; i < count; ++i) {
    if (index.records()[i] - index.records()[i - 1] == fields) ++alike;
  }
  const double share = count == 1 ? 1.0 : static_cast<double>(alike + 1) / static_cast<double>(count);
  return fields < 2 ? 0 : fields * share;
}

char best_delimiter(std::string_view sample, char terminator) {
  char best = ',';
  double best_score = 0;
  for (const char delimiter : delimiters) {
    const double found = score(sample, {delimiter, terminator});
    if (found > best_score) {
      best = delimiter;
      best_score = found;
    }
  }
  return best;
}

bool is_separator_line(std::string_view line) {
  return line.size() == 5 && equals_ignoring_case(line.substr(0, 4), "sep=");
}

/// Whether a CR stands without an LF behind it.
bool has_lone_return(std::string_view text) {
  std::size_t at = text.find('\r');
  while (at != std::string_view::npos && text.substr(at + 1, 1) == "\n") at = text.find('\r', at + 1);
  return at != std::string_view::npos;
}

/// CR if more lines of the sample end in it alone than in LF. Breaks within quotes do not count: what a name holds says
/// nothing of the file. A text that has both loses no line either way: LF behind CR is white space, and what is left
/// makes a row of a wrong width.
char terminator_of(std::string_view text) {
  const std::string_view sample = text.substr(0, sample_size);
  if (!has_lone_return(sample)) return '\n';
  if (sample.find('\n') == std::string_view::npos) return '\r';
  std::size_t returns = 0;
  std::size_t line_feeds = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    if (sample[i] == '"') quoted = !quoted;
    if (quoted) continue;
    const bool pair = sample[i] == '\r' && sample.substr(i + 1, 1) == "\n";
    if (sample[i] == '\r' && !pair) ++returns;
    if (sample[i] == '\n') ++line_feeds;
  }
  return returns > line_feeds ? '\r' : '\n';
}

}  // namespace

CsvDialect detect_csv_dialect(std::string_view text, std::optional<char> requested) {
  CsvDialect dialect;
  dialect.terminator = terminator_of(text);
  std::optional<char> declared;
  while (dialect.header_offset < text.size()) {
    const std::size_t next = next_line(text, dialect.header_offset);
    const std::string_view raw = text.substr(dialect.header_offset, next - dialect.header_offset);
    const std::string_view bare = raw.substr(0, raw.find_first_of("\r\n"));
    const std::string_view line = trim(bare);
    if (is_separator_line(bare)) declared = bare[4];
    const bool quoted_separator = line.size() == 7 && is_separator_line(line.substr(1, 5)) && line.front() == '"';
    if (quoted_separator) declared = line[5];
    const bool preamble = is_separator_line(bare) || quoted_separator || line.empty() || line.substr(0, 5) == "#TYPE";
    if (!preamble) break;
    dialect.header_offset = next;
    ++dialect.header_line;
  }
  const std::string_view sample = text.substr(dialect.header_offset, sample_size);
  const std::string complete = std::string(sample) + dialect.terminator;
  dialect.delimiter = requested ? *requested : declared ? *declared : best_delimiter(complete, dialect.terminator);
  return dialect;
}

CsvRows::CsvRows(std::string_view text, const CsvDialect& dialect)
    : text_(text.substr(std::min(dialect.header_offset, text.size()))), next_line_(dialect.header_line) {
  if (text_.empty() || text_.back() != dialect.terminator) text_ += dialect.terminator;
  index_csv(text_, {dialect.delimiter, dialect.terminator}, index_);
}

bool CsvRows::next() {
  const auto is_blank = [](std::string_view field) { return field.empty(); };
  while (next_record_ < index_.records().size()) {
    read_record(next_record_++);
    if (!std::all_of(fields_.begin(), fields_.end(), is_blank)) return true;
  }
  return false;
}

void CsvRows::read_record(std::size_t record) {
  const std::span<const std::uint32_t> ends = index_.ends();
  const std::size_t first = record == 0 ? 0 : index_.records()[record - 1];
  const std::size_t count = index_.records()[record] - first;
  if (unescaped_.size() < count) unescaped_.resize(count);
  fields_.resize(count);
  std::size_t begin = first == 0 ? 0 : ends[first - 1] + std::size_t{1};
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t end = ends[first + i];
    fields_[i] = trim(csv_content(std::string_view(text_).substr(begin, end - begin), unescaped_[i]));
    begin = end + 1;
  }
  line_ = next_line_++;
  const std::span<const std::uint32_t> newlines = index_.quoted_newlines();
  for (; newlines_seen_ < newlines.size() && newlines[newlines_seen_] < begin; ++newlines_seen_) ++next_line_;
}

void CsvRows::require_closed(const std::string& file) const {
  if (!index_.ends_in_quotes()) return;
  const std::size_t begin = index_.records().empty() ? 0 : index_.ends()[index_.records().back() - 1] + std::size_t{1};
  const std::string_view row = std::string_view(text_).substr(begin);
  throw Failure({.code = DiagnosticCode::quote_unclosed,
                 .where = {.file = file, .line = next_line_},
                 .seen = elide(row.substr(0, row.find_first_of("\r\n")), 60)});
}

std::vector<CsvRow> parse_csv(std::string_view text, const CsvDialect& dialect, const std::string& file) {
  std::vector<CsvRow> parsed;
  CsvRows rows(text, dialect);
  while (rows.next()) parsed.push_back({rows.line(), {rows.fields().begin(), rows.fields().end()}});
  rows.require_closed(file);
  return parsed;
}

}  // namespace nceplan
