#include "workbook_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "input/date_orders.hpp"
#include "input/source_customer.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/input/header_mapping.hpp"
#include "nceplan/input/row_builder.hpp"
#include "sheet_choice.hpp"
#include "workbook.hpp"

namespace nceplan {
namespace {

using Sign = DateColumnEvidence::Sign;

/// What a pass over a sheet gives besides rows.
struct SheetTally {
  std::uint64_t rows = 0;
  std::uint64_t rejected = 0;
  Diagnostics diagnostics;
  DateEvidence evidence;
  std::array<bool, date_fields.size()> two_readings{};  ///< has date cells that a spreadsheet may have turned around
  bool batch_tool_booleans = false;                     ///< the texts True and False
  bool spreadsheet_booleans = false;
};

constexpr std::size_t no_date_field = date_fields.size();

std::size_t date_field_of(Field field) {
  return static_cast<std::size_t>(std::find(date_fields.begin(), date_fields.end(), field) - date_fields.begin());
}

/// Reads the rows of one sheet, as often as the dates of its columns ask for.
class SheetSourceReader {
 public:
  SheetSourceReader(const Workbook& book, const ChosenSheet& chosen, const HeaderMapping& mapping, RowContext& context,
                    Portfolio& portfolio)
      : book_(book), chosen_(chosen), mapping_(mapping), context_(context), portfolio_(portfolio) {}

  SheetTally read(const ReadOptions& options) {
    SheetTally tally = pass();
    const bool tool_booleans = tally.batch_tool_booleans && !tally.spreadsheet_booleans;
    context_.date_orders = decide_date_orders(tally.evidence, tool_booleans, options.date_order);
    find_swapped_columns(tally);
    const bool swapped = std::find(swapped_.begin(), swapped_.end(), true) != swapped_.end();
    if (!swapped && !needs_second_pass(context_.date_orders, tally.evidence)) return tally;
    context_.date_evidence = tally.evidence;
    if (portfolio_.blocks.size() > first_block_) portfolio_.blocks.resize(first_block_);
    return pass();
  }

 private:
  /// A spreadsheet that opens an export makes dates of just those cells that its own order of day and month can read,
  /// and leaves the others as texts. Where those texts prove an order, the dates beside them may be turned around.
  void find_swapped_columns(const SheetTally& tally) {
    for (std::size_t i = 0; i < swapped_.size(); ++i) {
      const DateColumnEvidence& texts = tally.evidence[i];
      swapped_[i] =
          tally.two_readings[i] && (texts.has(Sign::slashed_day_first) || texts.has(Sign::slashed_month_first));
      if (swapped_[i]) context_.date_orders[i] = CellOrder::refuse_swapped;
    }
  }

  SheetTally pass() {
    SheetTally tally;
    RowBlock block;
    block.source = static_cast<std::uint32_t>(portfolio_.sources.size());
    block.first_row = static_cast<RowIndex>(portfolio_.row_count());
    RowBuilder builder(context_, portfolio_.shards.front(), block, tally.diagnostics, tally.evidence);
    book_.read_rows(*chosen_.sheet, [&](const SheetRow& row) {
      if (row.number <= chosen_.header_row) return true;
      RawRow raw;
      if (!fill(row, raw, tally)) return true;
      ++tally.rows;
      if (!builder.add(raw)) ++tally.rejected;
      return true;
    });
    if (!block.rows.empty()) portfolio_.blocks.push_back(std::move(block));
    return tally;
  }

  /// False for rows that hold nothing below any header: notes beside the table.
  bool fill(const SheetRow& row, RawRow& raw, SheetTally& tally) {
    bool any = false;
    raw.line = row.number;
    for (const SheetCell& cell : row.cells) {
      if (cell.column > mapping_.fields.size()) break;
      any = true;
      const std::optional<Field> field = mapping_.fields[cell.column - 1];
      if (!field) continue;
      note_boolean(cell, tally);
      const std::size_t date_field = date_field_of(*field);
      raw.set(*field, date_field == no_date_field ? std::string_view(cell.text) : date_text(cell, date_field, tally));
    }
    if (any && context_.formula_guards) remove_formula_guards(raw);
    return any;
  }

  static void note_boolean(const SheetCell& cell, SheetTally& tally) {
    tally.spreadsheet_booleans |= cell.kind == SheetCellKind::boolean;
    if (cell.kind == SheetCellKind::text && (cell.text == "True" || cell.text == "False")) {
      tally.batch_tool_booleans = true;
    }
  }

  std::string_view date_text(const SheetCell& cell, std::size_t date_field, SheetTally& tally) {
    std::string& text = date_texts_[date_field];
    text = cell.text;
    if (cell.date) {
      const YearMonthDay day = year_month_day(*cell.date);
      constexpr unsigned last_month = 12;
      tally.two_readings[date_field] |= day.day <= last_month && day.day != day.month;
      if (swapped_[date_field]) text = to_german(*cell.date);
    } else if (cell.kind == SheetCellKind::number && book_.counts_from_1904()) {
      text = moved_to_1900(text);
    }
    return text;
  }

  /// A serial number without date format, as readers of serial numbers count.
  static std::string moved_to_1900(const std::string& serial) {
    constexpr int days_between_epochs = 1462;
    int days = 0;
    const char* const end = serial.data() + serial.size();
    const auto read = std::from_chars(serial.data(), end, days);
    if (read.ec != std::errc()) return serial;
    return std::to_string(days + days_between_epochs) + std::string(read.ptr, end);
  }

  const Workbook& book_;
  const ChosenSheet& chosen_;
  const HeaderMapping& mapping_;
  RowContext& context_;
  Portfolio& portfolio_;
  std::size_t first_block_ = portfolio_.blocks.size();
  std::array<bool, date_fields.size()> swapped_{};
  std::array<std::string, date_fields.size()> date_texts_;  ///< of the current row
};

void report_serial_dates(const HeaderMapping& mapping, const SheetTally& tally, const std::string& file,
                         Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < date_fields.size(); ++i) {
    if (!tally.evidence[i].has(Sign::serial)) continue;
    const Location where{file, 0, mapping.column_of[index_of(date_fields[i])], mapping.header_of(date_fields[i])};
    diagnostics.add({DiagnosticCode::date_serial, Severity::info, where, {}, {}});
  }
}

Source describe(const InputFile& file, const ChosenSheet& chosen, const HeaderMapping& mapping) {
  Source source;
  source.path = file.name;
  source.sheet = chosen.sheet->name;
  source.format = mapping.format;
  source.delimiter = '\0';
  for (std::size_t i = 0; i < mapping.headers.size(); ++i) {
    const std::optional<Field> field = mapping.fields[i];
    source.columns.push_back({mapping.headers[i], field ? std::string(to_code(*field)) : std::string(), {}});
  }
  return source;
}

}  // namespace

bool can_read_workbooks() { return true; }

void read_workbook_source(const InputFile& file, const ReadOptions& options, Portfolio& portfolio,
                          Diagnostics& diagnostics) {
  const Workbook book(file);
  Diagnostics of_sheet;
  const ChosenSheet chosen = choose_sheet(book, file.name, options, diagnostics);
  const HeaderMapping mapping = map_headers(chosen.headers, options.field_map, file.name, of_sheet);
  RowContext context;
  context.mapping = &mapping;
  context.file = file.name;
  context.takeover = options.takeover;
  context.formula_guards = mapping.format == ExportFormat::nceplan;
  const bool has_customer = mapping.has(Field::customer_id) || mapping.has(Field::customer_name);
  context.customer_name = default_customer(file.name, options, has_customer);
  require_fields(mapping, !context.customer_name.empty(), file.name);

  Source source = describe(file, chosen, mapping);
  const SheetTally tally = SheetSourceReader(book, chosen, mapping, context, portfolio).read(options);
  source.rows = tally.rows;
  source.rejected = tally.rejected;
  report_date_orders(mapping, tally.evidence, context.date_orders, source);
  report_serial_dates(mapping, tally, file.name, of_sheet);
  of_sheet.append(tally.diagnostics);
  of_sheet.name_sheet(chosen.sheet->name);
  diagnostics.append(of_sheet);
  portfolio.sources.push_back(std::move(source));
}

MatrixSheet read_matrix_sheet(const InputFile& file, bool (*is_header)(const CsvRow& row)) {
  constexpr std::size_t most_columns = 256;
  const Workbook book(file);
  const auto row_of = [](const SheetRow& row) { return CsvRow{row.number, texts_of(row, most_columns)}; };
  const WorkbookSheet* chosen = nullptr;
  for (const WorkbookSheet& sheet : book.sheets()) {
    if (normalized_header(sheet.name) == normalized_header("NCE Mapping")) chosen = &sheet;
  }
  for (const WorkbookSheet& sheet : book.sheets()) {
    if (chosen != nullptr || sheet.hidden) continue;
    const std::vector<SheetRow> first = book.first_rows(sheet, rows_with_titles);
    if (std::any_of(first.begin(), first.end(), [&](const SheetRow& row) { return is_header(row_of(row)); })) {
      chosen = &sheet;
    }
  }
  if (chosen == nullptr) chosen = &book.sheets().front();
  MatrixSheet matrix{chosen->name, {}};
  book.read_rows(*chosen, [&](const SheetRow& row) {
    matrix.rows.push_back(row_of(row));
    return true;
  });
  return matrix;
}

}  // namespace nceplan
