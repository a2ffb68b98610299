// CSV and TSV as Excel opens them by double-click (`--excel`): byte order mark, the delimiter of its language, CRLF,
// dates it takes for dates, and texts it does not run. Apart from csv_writer.cpp, whose every cycle counts.
#include <array>
#include <string>
#include <vector>

#include "nceplan/base/formula_guard.hpp"
#include "nceplan/i18n/texts.hpp"
#include "output/buffer.hpp"
#include "output/cell.hpp"
#include "output/machine_writers.hpp"
#include "output/row_chunks.hpp"
#include "output/summary.hpp"
#include "output/value_text.hpp"
#include "output/write_in_order.hpp"

namespace nceplan {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
constexpr std::string_view line_end = "\r\n";

/// What German Excel calls true and false; English Excel knows those of CSV.
std::string_view boolean_text(bool value, Language excel) {
  if (excel == Language::de) return value ? "WAHR" : "FALSCH";
  return value ? "true" : "false";
}

/// German dates are dotted. English Excel reads ISO dates whatever its region; a slashed date it would turn around.
std::string value_text(const Cell& cell, Language excel) {
  if (cell.kind == Cell::Kind::boolean) return std::string(boolean_text(cell.number != 0, excel));
  if (cell.kind == Cell::Kind::date && excel == Language::de) return format_date(cell.date, excel);
  std::array<char, value_room> scratch{};
  return std::string(machine_text(cell, scratch));
}

class ExcelLine {
 public:
  explicit ExcelLine(char delimiter) : delimiter_(delimiter) {}

  void add_text(std::string_view text) {
    guarded_.assign(needs_formula_guard(text) ? 1 : 0, formula_guard);
    guarded_ += text;
    add(guarded_);
  }
  /// A text that no spreadsheet runs.
  void add(std::string_view text) {
    if (fields_++ != 0) line_ += delimiter_;
    if (text.find_first_of(quoted_) == std::string_view::npos && !has_outer_blank(text)) {
      line_ += text;
      return;
    }
    line_ += '"';
    for (const char c : text) {
      if (c == '"') line_ += '"';
      line_ += c;
    }
    line_ += '"';
  }
  /// The line with its end; the next one begins. Of one empty field it is quoted: blank lines are no rows.
  std::string take() {
    if (line_.empty()) line_ = "\"\"";
    line_ += line_end;
    fields_ = 0;
    return std::exchange(line_, {});
  }

 private:
  static bool has_outer_blank(std::string_view text) {
    return !text.empty() && (text.front() == ' ' || text.back() == ' ');
  }

  char delimiter_;
  std::string quoted_ = std::string("\"\t\r\n") + delimiter_;
  std::size_t fields_ = 0;
  std::string line_;
  std::string guarded_;
};

void append(Buffer& buffer, std::string_view bytes) {
  char* const out = buffer.room(buffer.end(), bytes.size());
  buffer.end_at(put(out, bytes));
}

/// One worker's formatter.
class ExcelFormatter {
 public:
  ExcelFormatter(const Plan& plan, const std::vector<Column>& columns, const ReportOptions& options, char delimiter)
      : cells_(plan, options.language), columns_(&columns), excel_(*options.excel), line_(delimiter) {}

  void append_row(const RowBlock& block, RowIndex row, Buffer& buffer) {
    cells_.load(block, row);
    for (const Column column : *columns_) {
      const Cell cell = cells_[column];
      if (cell.kind == Cell::Kind::text) {
        line_.add_text(cell.text);
      } else {
        line_.add(value_text(cell, excel_));
      }
    }
    append(buffer, line_.take());
  }

 private:
  RowCells cells_;
  const std::vector<Column>* columns_;
  Language excel_;
  ExcelLine line_;
};

}  // namespace

char excel_delimiter(Language excel) { return excel == Language::de ? ';' : ','; }

void write_excel_delimited(const SelectedRows& rows, const ReportOptions& options, char delimiter, const Sink& sink) {
  const unsigned jobs = rows.plan().context().jobs;
  const std::vector<Column> columns = machine_columns(options);
  ExcelLine header(delimiter);
  for (const Column column : columns) header.add(to_code(column));
  sink(byte_order_mark);
  sink(header.take());
  std::vector<ExcelFormatter> formatters(jobs, ExcelFormatter(rows.plan(), columns, options, delimiter));
  write_in_order(
      jobs, chunk_count(rows),
      [&](unsigned worker, std::size_t chunk, Buffer& buffer) {
        visit_chunk(rows, chunk,
                    [&](const RowBlock& block, RowIndex row) { formatters[worker].append_row(block, row, buffer); });
      },
      sink);
}

void write_excel_summary(const SelectedRows& rows, char delimiter, const Sink& sink) {
  ExcelLine line(delimiter);
  for (const std::string_view name : {"month", "category", "phase", "count"}) line.add(name);
  std::string lines = std::string(byte_order_mark) + line.take();
  for (const SummaryLine& counted : summarize(rows).months.lines()) {
    line.add(counted.month);
    line.add(to_code(counted.category));
    line.add(to_code(counted.phase));
    line.add(std::to_string(counted.count));
    lines += line.take();
  }
  sink(lines);
}

}  // namespace nceplan
