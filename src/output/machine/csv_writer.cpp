// CSV and TSV, RFC 4180 but for the line end (LF) and the delimiter. The hot path of a large plan.
#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "base/fetch.hpp"
#include "delimited_line.hpp"
#include "machine_writers.hpp"
#include "output/buffer.hpp"
#include "output/byte_scan.hpp"
#include "output/cell.hpp"
#include "output/column_readers.hpp"
#include "output/row_chunks.hpp"
#include "output/summary.hpp"
#include "output/value_text.hpp"
#include "output/write_in_order.hpp"

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

constexpr std::size_t quoted_room(std::string_view text) { return 2 * text.size() + 2; }

char* put_quoted(char* out, std::string_view text) {
  out = put(out, '"');
  for (std::size_t quote = text.find('"'); quote != std::string_view::npos; quote = text.find('"')) {
    out = put(put(out, text.substr(0, quote + 1)), '"');
    text.remove_prefix(quote + 1);
  }
  return put(put(out, text), '"');
}

/// The fields of a column of texts: rows share texts, and whether one needs quotes is found out once, not for each row.
class TextFields {
 public:
  static constexpr std::size_t longest = 56;  ///< bytes of a field that is kept

  TextFields(const Portfolio& portfolio, char delimiter)
      : portfolio_(&portfolio), delimiter_(delimiter), fields_(size) {}

  /// Writes the field of a text and returns its end, or null if the text is a long one. `longest` bytes have room.
  char* put_field(char* out, TextId id) {
    Field& field = fields_[id.entry() & (size - 1)];
    if (field.id != id && !fill(field, id)) return nullptr;
    std::memcpy(out, field.bytes.data(), longest);  // of fixed size, although mostly too long: the cheapest
    return out + field.length;
  }

 private:
  static constexpr std::size_t size = 256;  // a power of two; 16 KB of fields
  struct alignas(64) Field {
    TextId id;  ///< the empty text has an empty field
    std::uint32_t length = 0;
    std::array<char, longest> bytes{};
  };

  bool fill(Field& field, TextId id) {
    const std::string_view text = portfolio_->text(id);
    // Texts lie in the order in which rows were read: those of the next rows are not far behind.
    if (!text.empty()) fetch_ahead(text.front(), 512);
    const bool quoted = !text.empty() && needs_quotes(text, delimiter_);
    if ((quoted ? quoted_room(text) : text.size()) > longest) return false;
    field.id = id;
    char* const bytes = field.bytes.data();
    field.length = static_cast<std::uint32_t>((quoted ? put_quoted(bytes, text) : put(bytes, text)) - bytes);
    return true;
  }

  const Portfolio* portfolio_;
  char delimiter_;
  std::vector<Field> fields_;
};

/// One worker's formatter. Values go from the plan to the line; only those of rare kinds become cells first.
class LineFormatter {
 public:
  LineFormatter(const Plan& plan, const std::vector<Column>& columns, Language language, char delimiter)
      : cells_(plan, language, columns), delimiter_(delimiter) {
    for (const Column column : columns) {
      steps_.push_back({field_appenders[static_cast<std::size_t>(column)], texts_.size()});
      if (reader_of(column).text != nullptr) texts_.emplace_back(plan.portfolio(), delimiter);
    }
  }

  void append(const RowBlock& block, RowIndex row, Buffer& buffer) {
    cells_.load(block, row);
    cells_.need_entry();
    char* out = buffer.room(buffer.end(), line_room());
    for (const Step& step : steps_) out = put(step.append(*this, step.texts, buffer, out), delimiter_);
    const bool blank_line = steps_.size() == 1 && out == buffer.end() + 1;
    if (blank_line) out = put(put_quoted(buffer.end(), {}), delimiter_);
    out[-1] = '\n';
    buffer.end_at(out);
  }

 private:
  /// Writes a field and returns its end. `texts`: which of `texts_` a text column has.
  using AppendField = char* (*)(LineFormatter& line, std::size_t texts, Buffer& buffer, char* out);
  struct Step {
    AppendField append = nullptr;
    std::size_t texts = 0;
  };

  /// Room for all fields of a line that are no long texts, and the ends of those that are.
  std::size_t line_room() const { return steps_.size() * (std::max(value_room, TextFields::longest) + 1); }

  template <std::size_t column>
  static char* append_field(LineFormatter& line, [[maybe_unused]] std::size_t texts, Buffer& buffer, char* out) {
    constexpr ColumnReader reader = column_readers[column];
    if constexpr (reader.date != nullptr) {
      const OptionalDate date = reader.date(line.cells_);
      return date ? line.dates_->put(out, *date) : out;
    } else if constexpr (reader.code != nullptr) {
      return put(out, reader.code(line.cells_));
    } else if constexpr (reader.text != nullptr) {
      const TextId id = reader.text(line.cells_);
      if (char* const end = line.texts_[texts].put_field(out, id)) return end;
      return line.append_text(buffer, out, line.cells_.plan().portfolio().text(id));
    } else if constexpr (reader.number != nullptr) {
      const std::int64_t number = reader.number(line.cells_);
      return number < 0 ? out : put_integer(out, number);
    } else {
      if constexpr (reader.id != nullptr) {
        if (const Id id = reader.id(line.cells_); id.is_guid()) {
          write_guid(id, out);
          return out + guid_length;
        }
      }
      return line.append_cell(buffer, out, line.cells_[reader.column]);
    }
  }

  template <std::size_t... columns>
  static constexpr std::array<AppendField, column_count> all_appenders(std::index_sequence<columns...>) {
    return {append_field<columns>...};
  }
  static const std::array<AppendField, column_count> field_appenders;  ///< by column

  char* append_cell(Buffer& buffer, char* out, const Cell& cell) const {
    return cell.kind == Cell::Kind::text && !cell.plain ? append_text(buffer, out, cell.text) : put_value(out, cell);
  }

  char* append_text(Buffer& buffer, char* out, std::string_view text) const {
    out = buffer.room(out, quoted_room(text) + line_room());
    return needs_quotes(text, delimiter_) ? put_quoted(out, text) : put(out, text);
  }

  RowCells cells_;
  const CommonDates* dates_ = &CommonDates::written();
  std::vector<Step> steps_;
  std::vector<TextFields> texts_;
  char delimiter_;
};

constexpr std::array<LineFormatter::AppendField, column_count> LineFormatter::field_appenders =
    all_appenders(std::make_index_sequence<column_count>{});

}  // namespace

void write_delimited(const SelectedRows& rows, const ReportOptions& options, char delimiter, const Sink& sink) {
  const unsigned jobs = rows.plan().context().jobs;
  const std::vector<Column> columns = machine_columns(options);
  std::vector<LineFormatter> formatters(jobs, LineFormatter(rows.plan(), columns, options.language, delimiter));
  DelimitedLine header(delimiter);
  for (const Column column : columns) header.add(to_code(column));
  sink(header.take());
  write_in_order(
      jobs, chunk_count(rows),
      [&](unsigned worker, std::size_t chunk, Buffer& buffer) {
        LineFormatter& formatter = formatters[worker];
        visit_chunk(rows, chunk, [&](const RowBlock& block, RowIndex row) { formatter.append(block, row, buffer); });
      },
      sink);
}

void write_delimited_summary(const SelectedRows& rows, char delimiter, const Sink& sink) {
  sink(delimited_months(rows, DelimitedLine(delimiter)));
}

}  // namespace nceplan
