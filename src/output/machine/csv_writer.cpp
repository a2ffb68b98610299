// CSV and TSV, RFC 4180 but for the line end (LF) and the delimiter. The hot path of a large plan.
#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "base/fetch.hpp"
#include "delimited_line.hpp"
#include "machine_writers.hpp"
#include "output/buffer.hpp"
#include "output/byte_scan.hpp"
#include "output/cell.hpp"
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
      const ColumnReader& reader = reader_of(column);
      steps_.push_back({&reader, kind_of(reader), texts_.size()});
      if (reader.text != nullptr) texts_.emplace_back(plan.portfolio(), delimiter);
    }
  }

  void append(const RowBlock& block, RowIndex row, Buffer& buffer) {
    cells_.load(block, row);
    char* out = buffer.room(buffer.end(), line_room());
    for (const Step& step : steps_) out = put(append_field(step, buffer, out), delimiter_);
    const bool blank_line = steps_.size() == 1 && out == buffer.end() + 1;
    if (blank_line) out = put(put_quoted(buffer.end(), {}), delimiter_);
    out[-1] = '\n';
    buffer.end_at(out);
  }

 private:
  enum class Kind : std::uint8_t { date, code, text, id, number, cell };
  struct Step {
    const ColumnReader* reader = nullptr;
    Kind kind = Kind::cell;
    std::size_t texts = 0;  ///< which of `texts_` a text column has
  };

  static Kind kind_of(const ColumnReader& reader) {
    if (reader.date != nullptr) return Kind::date;
    if (reader.code != nullptr) return Kind::code;
    if (reader.text != nullptr) return Kind::text;
    if (reader.id != nullptr) return Kind::id;
    return reader.number != nullptr ? Kind::number : Kind::cell;
  }

  /// Room for all fields of a line that are no long texts, and the ends of those that are.
  std::size_t line_room() const { return steps_.size() * (std::max(value_room, TextFields::longest) + 1); }

  char* append_field(const Step& step, Buffer& buffer, char* out) {
    const ColumnReader& reader = *step.reader;
    switch (step.kind) {
      case Kind::date: {
        const OptionalDate date = reader.date(cells_);
        return date ? dates_->put(out, *date) : out;
      }
      case Kind::code:
        return put(out, reader.code(cells_));
      case Kind::text: {
        const TextId id = reader.text(cells_);
        if (char* const end = texts_[step.texts].put_field(out, id)) return end;
        return append_text(buffer, out, cells_.plan().portfolio().text(id));
      }
      case Kind::id: {
        const Id id = reader.id(cells_);
        if (!id.is_guid()) break;
        write_guid(id, out);
        return out + guid_length;
      }
      case Kind::number: {
        const std::int64_t number = reader.number(cells_);
        return number < 0 ? out : put_integer(out, number);
      }
      case Kind::cell:
        break;
    }
    return append_cell(buffer, out, cells_[reader.column]);
  }

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
