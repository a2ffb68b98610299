#include "csv_reader.hpp"

#include <algorithm>

#include "csv_blocks.hpp"
#include "csv_rows.hpp"
#include "input/date_orders.hpp"
#include "input/source_customer.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/input/csv.hpp"
#include "nceplan/input/encoding.hpp"

namespace nceplan {
namespace {

constexpr std::uint64_t sample_size = 65536;

std::string read_start(const InputFile& file, std::uint64_t size) {
  std::string start(std::min(size, file.size), '\0');
  start.resize(file.read_at(0, start.data(), start.size()));
  return start;
}

/// Where the header row stands and what it says.
struct Header {
  CsvDialect dialect;
  std::vector<std::string> names;
  std::uint64_t end = 0;        ///< offset behind the header row
  std::uint32_t next_line = 2;  ///< line number behind it
  bool batch_tool_booleans = false;
  bool from_spreadsheet = false;  ///< a byte order mark, or CRLF: plain plans have neither
  std::uint64_t row_length = 0;   ///< bytes of a record, as the first ones have it; at least 1
};

/// What the sampled rows say of the whole file.
struct Sample {
  std::size_t rows = 0;              ///< the header included
  std::vector<std::string> header;   ///< of the first row
  bool batch_tool_booleans = false;  ///< True/False occur below the header, and no other spelling of yes and no
};

Sample read_sample(std::string_view text, const CsvDialect& dialect) {
  Sample sample;
  bool batch_tool = false;
  bool other = false;
  for (CsvRows rows(text, dialect); rows.next(); ++sample.rows) {
    if (sample.rows == 0) {
      sample.header.assign(rows.fields().begin(), rows.fields().end());
      continue;
    }
    for (const std::string_view field : rows.fields()) {
      if (field.size() < 4 || field.size() > 6) continue;
      if (field == "True" || field == "False") batch_tool = true;
      if (field == "TRUE" || field == "FALSE" || field == "WAHR" || field == "FALSCH") other = true;
    }
  }
  sample.batch_tool_booleans = batch_tool && !other;
  return sample;
}

Header read_header(const InputFile& file, const ReadOptions& options) {
  Header header;
  for (std::uint64_t size = sample_size;; size *= 4) {
    std::string start = read_start(file, size);
    const std::size_t mark = byte_order_mark(start, Encoding::utf8_bom);
    const std::string_view text = std::string_view(start).substr(mark);
    if (start.size() == file.size && trim(text).empty()) {
      throw Failure({DiagnosticCode::file_empty, Severity::error, {file.name, 0, 0, {}, {}}, {}, {}});
    }
    header.dialect = detect_csv_dialect(text, options.delimiter);
    std::string body(text.substr(header.dialect.header_offset));
    if (start.size() == file.size) body += header.dialect.terminator;

    CsvIndex index;
    index_csv(body, {header.dialect.delimiter, header.dialect.terminator}, index);
    if (index.records().empty()) {
      if (start.size() < file.size && size < longest_record) continue;
      const std::string seen = elide(trim(text), 200);
      throw Failure({DiagnosticCode::header_unrecognized, Severity::error, {file.name, 0, 0, {}, {}}, seen, {seen}});
    }
    const std::size_t length = index.ends()[index.records()[0] - 1] + 1;
    Sample sample =
        read_sample(body, {header.dialect.delimiter, header.dialect.terminator, 0, header.dialect.header_line});
    header.names = std::move(sample.header);
    header.end = std::min<std::uint64_t>(mark + header.dialect.header_offset + length, file.size);
    const std::string_view row = std::string_view(body).substr(0, length);
    header.next_line = header.dialect.header_line +
                       static_cast<std::uint32_t>(std::count(row.begin(), row.end(), header.dialect.terminator));
    header.from_spreadsheet = mark != 0 || (row.size() > 1 && row[row.size() - 2] == '\r');
    header.batch_tool_booleans = sample.batch_tool_booleans;
    header.row_length = std::max<std::uint64_t>(body.size() / std::max<std::size_t>(sample.rows, 1), 1);
    return header;
  }
}

/// Trailing empty header cells, as spreadsheets leave them, name no column.
void drop_empty_tail(std::vector<std::string>& names) {
  while (!names.empty() && names.back().empty()) names.pop_back();
}

Source describe(const InputFile& file, Encoding encoding, const Header& header, const HeaderMapping& mapping) {
  Source source;
  source.path = file.name;
  source.format = mapping.format;
  source.encoding = encoding;
  source.delimiter = header.dialect.delimiter;
  for (std::size_t i = 0; i < mapping.headers.size(); ++i) {
    const std::optional<Field> field = mapping.fields[i];
    source.columns.push_back({mapping.headers[i], field ? std::string(to_code(*field)) : std::string(), {}});
  }
  return source;
}

void report_serial_dates(const HeaderMapping& mapping, const CsvTally& tally, const std::string& file,
                         Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < date_fields.size(); ++i) {
    if (!tally.evidence[i].has(DateColumnEvidence::Sign::serial)) continue;
    const Location where{file, 0, mapping.column_of[index_of(date_fields[i])], mapping.header_of(date_fields[i])};
    diagnostics.add({DiagnosticCode::date_serial, Severity::info, where, {}, {}});
  }
}

/// Reads once without a decision on date orders, which is right for nearly every export, and again where the cells
/// prove another order.
CsvTally read_rows(const CsvSource& csv, bool batch_tool_booleans, const ReadOptions& options, RowContext& context,
                   Portfolio& portfolio) {
  const unsigned jobs = std::min<unsigned>(options.jobs, static_cast<unsigned>(portfolio.shards.size()));
  const std::size_t blocks_before = portfolio.blocks.size();
  CsvTally tally = read_csv_blocks(csv, jobs, portfolio);
  context.date_orders = decide_date_orders(tally.evidence, batch_tool_booleans, options.date_order);
  if (!needs_second_pass(context.date_orders, tally.evidence)) return tally;
  context.date_evidence = tally.evidence;
  portfolio.blocks.resize(blocks_before);
  return read_csv_blocks(csv, jobs, portfolio);
}

}  // namespace

void read_csv_source(const InputFile& file, Encoding encoding, const ReadOptions& options, Portfolio& portfolio,
                     Diagnostics& diagnostics) {
  Header header = read_header(file, options);
  drop_empty_tail(header.names);
  const HeaderMapping mapping = map_headers(header.names, options.field_map, file.name, diagnostics);
  RowContext context;
  context.mapping = &mapping;
  context.file = file.name;
  context.takeover = options.takeover;
  // A plan that nceplan wrote with --excel, or that Excel saved from one.
  context.formula_guards = mapping.format == ExportFormat::nceplan && header.from_spreadsheet;
  const bool has_customer = mapping.has(Field::customer_id) || mapping.has(Field::customer_name);
  context.customer_name = default_customer(file.name, options, has_customer);
  require_fields(mapping, !context.customer_name.empty(), file.name);

  CsvSource csv;
  csv.file = &file;
  csv.context = &context;
  csv.separators = {header.dialect.delimiter, header.dialect.terminator};
  csv.data_begin = std::min(header.end, file.size);
  csv.first_line = header.next_line;
  csv.block_size = std::max<std::uint64_t>(options.block_size, 1);
  csv.row_length = header.row_length;
  csv.number = static_cast<std::uint32_t>(portfolio.sources.size());

  Source source = describe(file, encoding, header, mapping);
  const CsvTally tally = read_rows(csv, header.batch_tool_booleans, options, context, portfolio);
  source.rows = tally.rows;
  source.rejected = tally.rejected;
  report_date_orders(mapping, tally.evidence, context.date_orders, source);
  report_serial_dates(mapping, tally, file.name, diagnostics);
  diagnostics.append(tally.diagnostics);
  portfolio.sources.push_back(std::move(source));
}

}  // namespace nceplan
