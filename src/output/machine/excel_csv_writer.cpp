// CSV and TSV as Excel opens them by double-click (`--excel`): byte order mark, the delimiter of its language, CRLF,
// dates it takes for dates, and texts it does not run. Apart from csv_writer.cpp, whose every cycle counts.
#include <array>
#include <string>
#include <vector>

#include "delimited_line.hpp"
#include "machine_writers.hpp"
#include "nceplan/base/formula_guard.hpp"
#include "nceplan/i18n/texts.hpp"
#include "output/buffer.hpp"
#include "output/cell.hpp"
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

/// A text that no spreadsheet runs.
std::string guarded(std::string_view text) {
  return std::string(needs_formula_guard(text) ? 1 : 0, formula_guard).append(text);
}

void append(Buffer& buffer, std::string_view bytes) {
  char* const out = buffer.room(buffer.end(), bytes.size());
  buffer.end_at(put(out, bytes));
}

/// One worker's formatter.
class ExcelFormatter {
 public:
  ExcelFormatter(const Plan& plan, const std::vector<Column>& columns, const ReportOptions& options, char delimiter)
      : cells_(plan, options.language), columns_(&columns), excel_(*options.excel), line_(delimiter, line_end) {}

  void append_row(const RowBlock& block, RowIndex row, Buffer& buffer) {
    cells_.load(block, row);
    for (const Column column : *columns_) {
      const Cell cell = cells_[column];
      line_.add(cell.kind == Cell::Kind::text ? guarded(cell.text) : value_text(cell, excel_));
    }
    append(buffer, line_.take());
  }

 private:
  RowCells cells_;
  const std::vector<Column>* columns_;
  Language excel_;
  DelimitedLine line_;
};

}  // namespace

char excel_delimiter(Language excel) { return excel == Language::de ? ';' : ','; }

void write_excel_delimited(const SelectedRows& rows, const ReportOptions& options, char delimiter, const Sink& sink) {
  const unsigned jobs = rows.plan().context().jobs;
  const std::vector<Column> columns = machine_columns(options);
  DelimitedLine header(delimiter, line_end);
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
  sink(byte_order_mark);
  sink(delimited_months(rows, DelimitedLine(delimiter, line_end)));
}

}  // namespace nceplan
