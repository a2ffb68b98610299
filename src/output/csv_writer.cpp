// CSV and TSV, RFC 4180 but for the line end (LF) and the delimiter. The hot path of a large plan.
#include <algorithm>
#include <string>
#include <vector>

#include "output/buffer.hpp"
#include "output/byte_scan.hpp"
#include "output/cell.hpp"
#include "output/machine_writers.hpp"
#include "output/parallel.hpp"
#include "output/row_chunks.hpp"
#include "output/summary.hpp"
#include "output/value_text.hpp"

namespace nceplan {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

bool needs_quotes(std::string_view text, char delimiter) {
  if (is_blank(text.front()) || is_blank(text.back())) return true;
  return scan_bytes(text, [delimiter](ByteWord word) {
           return bytes_equal(word, delimiter) | bytes_equal(word, '"') | bytes_equal(word, '\n') |
                  bytes_equal(word, '\r');
         }) != 0;
}

char* put_quoted(char* out, std::string_view text) {
  out = put(out, '"');
  for (const char c : text) {
    if (c == '"') out = put(out, '"');
    out = put(out, c);
  }
  return put(out, '"');
}

class LineFormatter {
 public:
  LineFormatter(const Plan& plan, const std::vector<Column>& columns, Language language, char delimiter)
      : cells_(plan, language, columns), columns_(&columns), delimiter_(delimiter) {}

  void append(const RowBlock& block, RowIndex row, Buffer& buffer) {
    cells_.load(block, row);
    char* out = buffer.room(buffer.end(), line_room());
    for (const Column column : *columns_) {
      const Cell cell = cells_[column];
      out = cell.kind == Cell::Kind::text && !cell.plain ? put_text(buffer, out, cell.text) : put_value(out, cell);
      out = put(out, delimiter_);
    }
    const bool blank_line = columns_->size() == 1 && out == buffer.end() + 1;
    if (blank_line) out = put(put_quoted(buffer.end(), {}), delimiter_);
    out[-1] = '\n';
    buffer.end_at(out);
  }

 private:
  /// Room for all cells of a line that are no texts, and the ends of those that are.
  std::size_t line_room() const { return columns_->size() * (value_room + 1); }

  char* put_text(Buffer& buffer, char* out, std::string_view text) const {
    const bool quoted = needs_quotes(text, delimiter_);
    out = buffer.room(out, (quoted ? 2 * text.size() + 2 : text.size()) + line_room());
    return quoted ? put_quoted(out, text) : put(out, text);
  }

  RowCells cells_;
  const std::vector<Column>* columns_;
  char delimiter_;
};

std::string header_line(const std::vector<Column>& columns, char delimiter) {
  std::string line;
  for (const Column column : columns) line.append(to_code(column)).push_back(delimiter);
  line.back() = '\n';
  return line;
}

}  // namespace

void write_delimited(const SelectedRows& rows, const ReportOptions& options, char delimiter, const Sink& sink) {
  const unsigned jobs = rows.plan().context().jobs;
  const std::vector<Column> columns = machine_columns(options);
  std::vector<LineFormatter> formatters(jobs, LineFormatter(rows.plan(), columns, options.language, delimiter));
  sink(header_line(columns, delimiter));
  write_in_order(
      jobs, chunk_count(rows),
      [&](unsigned worker, std::size_t chunk, Buffer& buffer) {
        LineFormatter& formatter = formatters[worker];
        visit_chunk(rows, chunk, [&](const RowBlock& block, RowIndex row) { formatter.append(block, row, buffer); });
      },
      sink);
}

void write_delimited_summary(const SelectedRows& rows, char delimiter, const Sink& sink) {
  std::string lines = "month,category,phase,count\n";
  for (const SummaryLine& line : count_by_month(rows).lines()) {
    lines.append(line.month).append(",").append(to_code(line.category)).append(",").append(to_code(line.phase));
    lines.append(",").append(std::to_string(line.count)).append("\n");
  }
  std::replace(lines.begin(), lines.end(), ',', delimiter);
  sink(lines);
}

}  // namespace nceplan
