#include "nceplan/input/offer_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "input/csv/csv_rows.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/input/csv.hpp"
#include "nceplan/input/embedded_data.hpp"
#include "nceplan/input/encoding.hpp"
#include "nceplan/input/values.hpp"

namespace nceplan {
namespace {

constexpr std::array<std::string_view, 14> catalog_columns = {
    "offer_id", "offer_name", "also_known_as",   "segment",   "segment_basis",     "family", "is_addon", "is_trial",
    "term",     "max_seats",  "nce_product_sku", "nce_basis", "migration_enabled", "source"};

[[noreturn]] void fail(Location where, std::string what, std::string seen) {
  throw Failure(
      {DiagnosticCode::catalog_invalid, Severity::error, std::move(where), std::move(seen), {std::move(what)}});
}

/// One line of a catalog. A slip in a user's own catalog must not move dates without a word, so nothing is skipped.
class CatalogRow {
 public:
  CatalogRow(const CsvRow& header, const CsvRows& row, const std::string& file)
      : header_(&header), row_(&row), file_(&file) {
    if (row.fields().size() != header.fields.size()) {
      nceplan::fail({.file = file, .line = row.line(), .field = {}},
                    fmt::format("{} fields expected, {} seen", header.fields.size(), row.fields().size()), {});
    }
  }

  std::string_view operator[](std::string_view column) const {
    const std::size_t index = index_of(column);
    return index == header_->fields.size() ? std::string_view{} : row_->fields()[index];
  }

  std::string text(std::string_view column) const { return std::string((*this)[column]); }

  std::string required(std::string_view column) const {
    const std::string_view cell = (*this)[column];
    if (cell.empty()) refuse(column, fmt::format("{} is missing", column));
    return std::string(cell);
  }

  /// The parsed cell, nothing when it is empty.
  template <typename Parse>
  auto parsed(std::string_view column, Parse parse, std::string_view expected) const {
    const std::string_view cell = (*this)[column];
    auto value = cell.empty() ? decltype(parse(cell)){} : parse(cell);
    if (!cell.empty() && !value) refuse(column, fmt::format("{} is expected", expected));
    return value;
  }

 private:
  /// Columns are asked for in about the order in which they stand.
  std::size_t index_of(std::string_view column) const {
    const std::vector<std::string>& columns = header_->fields;
    if (next_ < columns.size() && columns[next_] == column) return next_++;
    const auto found = std::find(columns.begin(), columns.end(), column);
    if (found != columns.end()) next_ = static_cast<std::size_t>(found - columns.begin()) + 1;
    return static_cast<std::size_t>(found - columns.begin());
  }

  [[noreturn]] void refuse(std::string_view column, std::string what) const {
    nceplan::fail({.file = *file_,
                   .line = row_->line(),
                   .column = static_cast<std::uint32_t>(index_of(column)) + 1,
                   .field = std::string(column)},
                  std::move(what), text(column));
  }

  const CsvRow* header_;
  const CsvRows* row_;
  const std::string* file_;
  mutable std::size_t next_ = 0;
};

std::optional<std::uint32_t> parse_count(std::string_view text) {
  std::uint32_t count = 0;
  const auto [stopped, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc{} || stopped != text.data() + text.size() || count == 0) return std::nullopt;
  return count;
}

/// `A / B / C`, as data/offers.csv writes several names.
std::vector<std::string> split_names(std::string_view text) {
  constexpr std::string_view separator = " / ";
  std::vector<std::string> names;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    names.emplace_back(trim(text.substr(0, end)));
    text.remove_prefix(std::min(end + separator.size(), text.size()));
  }
  return names;
}

CatalogOffer catalog_offer_of(const CatalogRow& row) {
  return {.offer_id = to_lower_ascii(row.required("offer_id")),
          .offer_name = row.required("offer_name"),
          .also_known_as = split_names(row["also_known_as"]),
          .segment = row.parsed("segment", segment_from_code, "commercial, education, nonprofit, government or gcc"),
          .segment_basis = row.text("segment_basis"),
          .family = row.text("family"),
          .is_addon = row.parsed("is_addon", parse_boolean, "true or false"),
          .is_trial = row.parsed("is_trial", parse_boolean, "true or false"),
          .term = row.parsed("term", parse_iso_term, "a term as P1M or P3Y").value_or(Term{}),
          .max_seats = row.parsed("max_seats", parse_count, "a whole number of seats"),
          .nce_product_sku = row.text("nce_product_sku"),
          .nce_basis = row.text("nce_basis"),
          .migration_enabled = row.parsed("migration_enabled", parse_boolean, "yes or no"),
          .source = row.text("source")};
}

void check_catalog_header(const CsvRow& header, const std::string& file) {
  for (std::size_t i = 0; i < header.fields.size(); ++i) {
    const std::string& column = header.fields[i];
    const bool known = std::find(catalog_columns.begin(), catalog_columns.end(), column) != catalog_columns.end();
    const bool repeated = std::count(header.fields.begin(), header.fields.end(), column) > 1;
    if (known && !repeated) continue;
    const std::string_view meant = known ? std::string_view{} : nearest(column, catalog_columns);
    const std::string hint = meant.empty() ? std::string() : fmt::format("; \"{}\" is meant?", meant);
    fail({.file = file, .line = header.line, .column = static_cast<std::uint32_t>(i + 1), .field = column},
         (known ? "the column stands twice" : "unknown column") + hint, column);
  }
  for (const std::string_view needed : {"offer_id", "offer_name"}) {
    if (std::find(header.fields.begin(), header.fields.end(), needed) == header.fields.end()) {
      fail({.file = file, .line = header.line, .field = {}}, fmt::format("column {} is missing", needed),
           fmt::format("{}", fmt::join(header.fields, ", ")));
    }
  }
}

}  // namespace

OfferCatalog read_offer_catalog(const InputFile& file) {
  const std::string text = decode_text(read_all(file));
  CsvRows rows(text, detect_csv_dialect(text));
  if (!rows.next()) fail({.file = file.name, .field = {}}, "the file is empty", {});
  CsvRow header{rows.line(), {}};
  for (const std::string_view column : rows.fields()) header.fields.push_back(to_lower_ascii(column));
  check_catalog_header(header, file.name);
  std::vector<CatalogOffer> offers;
  while (rows.next()) offers.push_back(catalog_offer_of(CatalogRow(header, rows, file.name)));
  rows.require_closed(file.name);
  return OfferCatalog(std::move(offers));
}

const OfferCatalog& bundled_catalog() {
  // Left to the system at the end, which is faster than giving back thousands of texts.
  static const OfferCatalog& catalog =
      *new OfferCatalog(read_offer_catalog(memory_file("offers.csv", std::string(embedded_file("offers.csv")))));
  return catalog;
}

}  // namespace nceplan
