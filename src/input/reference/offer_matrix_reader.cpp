// Microsoft's offer matrix and price list, as CSV or workbook (R2, R7; docs/formats.md). The columns are found by name,
// in English and German; rows with an unreadable cell are left out and reported.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "document.hpp"
#include "input/date_problem.hpp"
#include "input/workbook/workbook_reader.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/input/csv.hpp"
#include "nceplan/input/header_mapping.hpp"
#include "nceplan/input/offer_reader.hpp"
#include "nceplan/input/values.hpp"

namespace nceplan {
namespace {

enum class MatrixColumn : std::uint8_t {
  offer_id,
  offer_name,
  nce_product,
  migration_enabled,
  agreement_type,
  secondary_type,
  listed_on,
  count_
};
constexpr auto column_count = static_cast<std::size_t>(MatrixColumn::count_);

/// Headers by column, the preferred one first: a price list has both `Durable Offer ID` and `Offer ID`.
constexpr std::array<std::pair<MatrixColumn, std::string_view>, 21> spellings = {
    {{MatrixColumn::offer_id, "Durable Offer ID"},
     {MatrixColumn::offer_id, "Offer ID"},
     {MatrixColumn::offer_id, "Dauerhafte Angebots-ID"},
     {MatrixColumn::offer_id, "Angebots-ID"},
     {MatrixColumn::offer_name, "Offer Display Name"},
     {MatrixColumn::offer_name, "Offer Name"},
     {MatrixColumn::offer_name, "Anzeigename des Angebots"},
     {MatrixColumn::offer_name, "Angebotsname"},
     {MatrixColumn::nce_product, "Modern ProductID/SkuID"},
     {MatrixColumn::nce_product, "NCE Product"},
     {MatrixColumn::nce_product, "NCE-Produkt"},
     {MatrixColumn::migration_enabled, "Migration enabled"},
     {MatrixColumn::migration_enabled, "Migration aktiviert"},
     {MatrixColumn::migration_enabled, "Migration möglich"},
     {MatrixColumn::agreement_type, "License Agreement Type"},
     {MatrixColumn::agreement_type, "Lizenzvereinbarungstyp"},
     {MatrixColumn::secondary_type, "Secondary License Type"},
     {MatrixColumn::secondary_type, "Sekundärer Lizenztyp"},
     {MatrixColumn::listed_on, "Listed on"},
     {MatrixColumn::listed_on, "Gelistet am"},
     {MatrixColumn::listed_on, "Gelistet seit"}}};

constexpr std::size_t no_column = static_cast<std::size_t>(-1);

class MatrixColumns {
 public:
  explicit MatrixColumns(const CsvRow& header) : header_(&header) {
    std::vector<std::string> headers;
    for (const std::string& field : header.fields) headers.push_back(normalized_header(field));
    for (std::size_t i = 0; i < column_count; ++i) at_[i] = find(headers, static_cast<MatrixColumn>(i));
  }

  bool has(MatrixColumn column) const { return index(column) != no_column; }
  bool name_offers() const { return has(MatrixColumn::offer_id) || has(MatrixColumn::offer_name); }
  const CsvRow& header() const { return *header_; }
  /// Fields up to the last one that is read.
  std::size_t width() const {
    std::size_t width = 0;
    for (const std::size_t index : at_) width = index == no_column ? width : std::max(width, index + 1);
    return width;
  }
  std::size_t index(MatrixColumn column) const { return at_[static_cast<std::size_t>(column)]; }

  std::string_view cell(const CsvRow& row, MatrixColumn column) const {
    return index(column) < row.fields.size() ? trim(row.fields[index(column)]) : std::string_view{};
  }

 private:
  static std::size_t find(std::span<const std::string> headers, MatrixColumn column) {
    for (const auto& [of_column, spelling] : spellings) {
      if (of_column != column) continue;
      const auto found = std::find(headers.begin(), headers.end(), normalized_header(spelling));
      if (found != headers.end()) return static_cast<std::size_t>(found - headers.begin());
    }
    return no_column;
  }

  const CsvRow* header_;
  std::array<std::size_t, column_count> at_{};
};

std::optional<Segment> segment_of(std::string_view agreement_type) {
  static constexpr std::array<std::pair<std::string_view, Segment>, 4> types = {{{"Corporate", Segment::commercial},
                                                                                 {"Academic", Segment::education},
                                                                                 {"Charity", Segment::nonprofit},
                                                                                 {"Government", Segment::government}}};
  for (const auto& [name, segment] : types) {
    if (equals_ignoring_case(name, agreement_type)) return segment;
  }
  return segment_from_code(agreement_type);
}

class MatrixReader {
 public:
  MatrixReader(const MatrixColumns& columns, std::span<const CsvRow> rows, const std::string& file, bool of_sheet,
               const ReadOptions& options, Diagnostics& diagnostics)
      : columns_(columns), rows_(rows), file_(file), of_sheet_(of_sheet), diagnostics_(diagnostics) {
    for (const CsvRow& row : rows) {
      const std::string_view text = columns.cell(row, MatrixColumn::listed_on);
      if (!text.empty()) dates_.add(text);
    }
    dates_.decide(options.date_order);
  }

  std::vector<MatrixOffer> read() {
    std::vector<MatrixOffer> offers;
    for (const CsvRow& row : rows_) {
      if (is_cut_off(row)) continue;
      if (auto offer = offer_of(row)) offers.push_back(std::move(*offer));
    }
    return offers;
  }

 private:
  /// A line that ends before a column which is read: what is missing may be the word that allows the migration. A sheet
  /// leaves out empty cells at the end of its rows.
  bool is_cut_off(const CsvRow& row) {
    if (of_sheet_ || row.fields.size() >= columns_.width()) return false;
    diagnostics_.add({.code = DiagnosticCode::fields_too_few,
                      .where = {.file = file_, .line = row.line, .field = {}},
                      .seen = fmt::format("{}", fmt::join(row.fields, ",")),
                      .details = {std::to_string(columns_.header().fields.size()), std::to_string(row.fields.size())}});
    return true;
  }

  /// Nothing for rows without an offer (notes, sums) and for those with an unreadable cell.
  std::optional<MatrixOffer> offer_of(const CsvRow& row) {
    MatrixOffer offer{.offer_id = to_lower_ascii(columns_.cell(row, MatrixColumn::offer_id)),
                      .offer_name = std::string(columns_.cell(row, MatrixColumn::offer_name)),
                      .nce_product = std::string(columns_.cell(row, MatrixColumn::nce_product)),
                      .migration_enabled = std::nullopt,
                      .segment = segment_of(columns_.cell(row, MatrixColumn::agreement_type)),
                      .listed_on = std::nullopt,
                      .line = row.line};
    if (offer.offer_id.empty() && offer.offer_name.empty()) return std::nullopt;
    const std::string type = normalized_header(columns_.cell(row, MatrixColumn::secondary_type));
    offer.is_addon = type == "addon";
    offer.is_trial = type == "trial";
    const bool enabled_read = read_migration_enabled(row, offer);
    const bool listed_read = read_listed_on(row, offer);
    if (!enabled_read || !listed_read) return std::nullopt;
    return offer;
  }

  /// An empty cell is "no"; a file without the column says nothing.
  bool read_migration_enabled(const CsvRow& row, MatrixOffer& offer) {
    if (!columns_.has(MatrixColumn::migration_enabled)) return true;
    const std::string_view text = columns_.cell(row, MatrixColumn::migration_enabled);
    offer.migration_enabled = text.empty() ? false : parse_boolean(text);
    if (offer.migration_enabled) return true;
    report(row, MatrixColumn::migration_enabled,
           {.code = DiagnosticCode::boolean_invalid, .where = {}, .seen = std::string(text), .details = {}});
    return false;
  }

  bool read_listed_on(const CsvRow& row, MatrixOffer& offer) {
    const std::string_view text = columns_.cell(row, MatrixColumn::listed_on);
    if (text.empty()) return true;
    const auto date = dates_.read(text);
    if (date) {
      offer.listed_on = *date;
    } else {
      report(row, MatrixColumn::listed_on, date.error());
    }
    return date.has_value();
  }

  void report(const CsvRow& row, MatrixColumn column, Diagnostic diagnostic) {
    const std::size_t index = columns_.index(column);
    diagnostic.where = {.file = file_,
                        .line = row.line,
                        .column = static_cast<std::uint32_t>(index) + 1,
                        .field = std::string(trim(columns_.header().fields[index]))};
    diagnostics_.add(std::move(diagnostic));
  }

  const MatrixColumns& columns_;
  std::span<const CsvRow> rows_;
  const std::string& file_;
  bool of_sheet_;
  Diagnostics& diagnostics_;
  DateColumn dates_;
};

[[noreturn]] void fail(DiagnosticCode code, Location where, std::vector<std::string> details = {}) {
  throw Failure({code, Severity::error, std::move(where), {}, std::move(details)});
}

/// The sheet may have a title above its header row.
std::size_t header_row_of(std::span<const CsvRow> rows, const std::string& file) {
  constexpr std::size_t titles = 20;
  if (rows.empty()) fail(DiagnosticCode::file_empty, {.file = file, .field = {}});
  for (std::size_t i = 0; i < std::min(rows.size(), titles); ++i) {
    if (MatrixColumns(rows[i]).name_offers()) return i;
  }
  fail(DiagnosticCode::matrix_columns_missing, {.file = file, .line = rows.front().line, .field = {}},
       {fmt::format("{}", fmt::join(rows.front().fields, ", "))});
}

}  // namespace

namespace {

bool is_matrix_header(const CsvRow& row) { return MatrixColumns(row).name_offers(); }

/// The rows of the file, whichever form it has.
MatrixSheet rows_of(const InputFile& file, const ReadOptions& options) {
  std::string start(std::min<std::uint64_t>(file.size, 8), '\0');
  start.resize(file.read_at(0, start.data(), start.size()));
  if (looks_like_workbook(start)) return read_matrix_sheet(file, is_matrix_header);
  const std::string text = document_text(file, options.encoding);
  return {{}, parse_csv(text, detect_csv_dialect(text, options.delimiter), file.name)};
}

}  // namespace

OfferMatrix read_offer_matrix(const InputFile& file, const ReadOptions& options, Diagnostics& diagnostics) {
  const MatrixSheet sheet = rows_of(file, options);
  const std::size_t header = header_row_of(sheet.rows, file.name);
  const MatrixColumns columns(sheet.rows[header]);
  Diagnostics of_sheet;
  MatrixReader reader(columns, std::span(sheet.rows).subspan(header + 1), file.name, !sheet.name.empty(), options,
                      of_sheet);
  std::vector<MatrixOffer> offers = reader.read();
  of_sheet.name_sheet(sheet.name);
  diagnostics.append(of_sheet);
  return OfferMatrix(std::move(offers), file.name);
}

}  // namespace nceplan
