#include "nceplan/input/csv.hpp"

#include <algorithm>
#include <array>

#include "csv_index.hpp"
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

char terminator_of(std::string_view text) {
  const std::string_view sample = text.substr(0, sample_size);
  const bool only_returns = sample.find('\n') == std::string_view::npos && sample.find('\r') != std::string_view::npos;
  return only_returns ? '\r' : '\n';
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

std::vector<CsvRow> parse_csv(std::string_view text, const CsvDialect& dialect) {
  std::string body(text.substr(std::min(dialect.header_offset, text.size())));
  if (body.empty() || body.back() != dialect.terminator) body += dialect.terminator;
  CsvIndex index;
  index_csv(body, {dialect.delimiter, dialect.terminator}, index);

  std::vector<CsvRow> rows;
  std::string scratch;
  std::size_t begin = 0;
  std::size_t first_end = 0;
  std::uint32_t line = dialect.header_line;
  for (const std::uint32_t last_end : index.records()) {
    CsvRow row{line, {}};
    const std::size_t record_begin = begin;
    for (; first_end < last_end; ++first_end) {
      const std::size_t end = index.ends()[first_end];
      row.fields.emplace_back(trim(csv_content(std::string_view(body).substr(begin, end - begin), scratch)));
      begin = end + 1;
    }
    const auto newlines = std::count(body.begin() + static_cast<std::ptrdiff_t>(record_begin),
                                     body.begin() + static_cast<std::ptrdiff_t>(begin), dialect.terminator);
    line += static_cast<std::uint32_t>(newlines);
    const bool blank =
        std::all_of(row.fields.begin(), row.fields.end(), [](const std::string& field) { return field.empty(); });
    if (!blank) rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace nceplan
