// Waivers as CSV. The columns are found by name, in English and German; a row that lacks something waives nothing and
// is reported.
#include "nceplan/input/waiver_reader.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "document.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/input/csv.hpp"
#include "nceplan/input/header_mapping.hpp"

namespace nceplan {
namespace {

enum class WaiverColumn : std::uint8_t { subscription, customer, reason, owner, until, count_ };
constexpr auto column_count = static_cast<std::size_t>(WaiverColumn::count_);

struct WaiverHeaders {
  WaiverColumn column;
  std::string_view name;
  std::string_view spellings;  ///< joined by commas; where two stand in one file the first one that is filled counts
};

constexpr std::array<WaiverHeaders, column_count> known_headers = {{
    {WaiverColumn::subscription, "subscription",
     "subscription_id,subscription,LegacySubscriptionId,Abonnement-ID,Abonnement,Abo-ID,Abo,Abonnementkennung"},
    {WaiverColumn::customer, "customer",
     "customer_id,CustomerTenantId,tenant_id,customer,customer_name,Kunden-ID,Kundennummer,Mandanten-ID,Kunde,"
     "Kundenname,"
     "Mandant"},
    {WaiverColumn::reason, "reason",
     "reason,why,justification,comment,Grund,Begründung,Begruendung,Ursache,Kommentar,Bemerkung"},
    {WaiverColumn::owner, "owner",
     "owner,waived_by,approved_by,responsible,by,Verantwortlich,Verantwortlicher,Verantwortliche,Zuständig,Zustaendig,"
     "Ansprechpartner,Genehmigt von,Freigegeben von"},
    {WaiverColumn::until, "until",
     "until,waived_until,valid_until,expires,expires_on,expiry,expiration_date,Bis,Gültig bis,Gueltig bis,"
     "Ausgenommen bis,Befristet bis,Läuft ab,Läuft ab am,Laeuft ab,Ablaufdatum"},
}};

class WaiverColumns {
 public:
  explicit WaiverColumns(const CsvRow& header) : header_(&header) {
    std::vector<std::string> headers;
    for (const std::string& field : header.fields) headers.push_back(normalized_header(field));
    for (const WaiverHeaders& known : known_headers) {
      for (const std::string_view spelling : split(known.spellings, ',')) {
        const auto found = std::find(headers.begin(), headers.end(), normalized_header(spelling));
        if (found != headers.end()) at(known.column).push_back(static_cast<std::size_t>(found - headers.begin()));
      }
    }
  }

  bool has(WaiverColumn column) const { return !at(column).empty(); }
  bool has_target() const { return has(WaiverColumn::subscription) || has(WaiverColumn::customer); }

  /// The names of what has no column.
  std::vector<std::string_view> missing() const {
    std::vector<std::string_view> names;
    if (!has_target()) names.emplace_back("subscription/customer");
    for (const WaiverColumn column : {WaiverColumn::reason, WaiverColumn::owner, WaiverColumn::until}) {
      if (!has(column)) names.push_back(known_headers[static_cast<std::size_t>(column)].name);
    }
    return names;
  }

  std::string_view cell(const CsvRow& row, WaiverColumn column) const {
    for (const std::size_t index : at(column)) {
      if (index >= row.fields.size()) continue;
      if (const std::string_view text = trim(row.fields[index]); !text.empty()) return text;
    }
    return {};
  }

  /// Number and header of a column. Precondition: has(column).
  std::uint32_t number(WaiverColumn column) const { return static_cast<std::uint32_t>(at(column).front()) + 1; }
  std::string header(WaiverColumn column) const { return std::string(trim(header_->fields[at(column).front()])); }

 private:
  std::vector<std::size_t>& at(WaiverColumn column) { return at_[static_cast<std::size_t>(column)]; }
  const std::vector<std::size_t>& at(WaiverColumn column) const { return at_[static_cast<std::size_t>(column)]; }

  const CsvRow* header_;
  std::array<std::vector<std::size_t>, column_count> at_;
};

class WaiverReader {
 public:
  WaiverReader(const WaiverColumns& columns, std::span<const CsvRow> rows, const std::string& file,
               std::optional<DateOrder> date_order, Diagnostics& diagnostics)
      : columns_(columns), rows_(rows), file_(file), diagnostics_(diagnostics) {
    for (const CsvRow& row : rows) {
      const std::string_view text = columns.cell(row, WaiverColumn::until);
      if (!text.empty()) dates_.add(text);
    }
    dates_.decide_with_fallback(date_order);
  }

  Waivers read() {
    Waivers waivers;
    for (const CsvRow& row : rows_) {
      if (auto waiver = waiver_of(row)) waivers.push_back(std::move(*waiver));
    }
    return waivers;
  }

 private:
  /// Nothing for the empty rows that spreadsheets leave behind, and for those that lack something.
  std::optional<Waiver> waiver_of(const CsvRow& row) {
    const auto is_blank = [](const std::string& field) { return trim(field).empty(); };
    if (std::all_of(row.fields.begin(), row.fields.end(), is_blank)) return std::nullopt;
    Waiver waiver;
    waiver.subscription = columns_.cell(row, WaiverColumn::subscription);
    waiver.customer = columns_.cell(row, WaiverColumn::customer);
    waiver.file = file_;
    waiver.line = row.line;
    const bool has_target = require_target(row, waiver);
    const bool has_reason = take(row, WaiverColumn::reason, waiver.reason);
    const bool has_owner = take(row, WaiverColumn::owner, waiver.owner);
    const bool has_until = take_until(row, waiver);
    if (!has_target || !has_reason || !has_owner || !has_until) return std::nullopt;
    return waiver;
  }

  bool require_target(const CsvRow& row, const Waiver& waiver) {
    if (!waiver.target().empty()) return true;
    const bool both = columns_.has(WaiverColumn::subscription) && columns_.has(WaiverColumn::customer);
    const WaiverColumn column =
        columns_.has(WaiverColumn::subscription) ? WaiverColumn::subscription : WaiverColumn::customer;
    Diagnostic problem = incomplete(row, column);
    if (both) problem.where.field += " / " + columns_.header(WaiverColumn::customer);
    diagnostics_.add(std::move(problem));
    return false;
  }

  bool take(const CsvRow& row, WaiverColumn column, std::string& value) {
    value = columns_.cell(row, column);
    if (value.empty()) diagnostics_.add(incomplete(row, column));
    return !value.empty();
  }

  bool take_until(const CsvRow& row, Waiver& waiver) {
    std::string text;
    if (!take(row, WaiverColumn::until, text)) return false;
    const auto date = dates_.read(text);
    if (date) {
      waiver.until = *date;
      return true;
    }
    Diagnostic problem = date.error();
    problem.where = place_of(row, WaiverColumn::until);
    diagnostics_.add(std::move(problem));
    return false;
  }

  Location place_of(const CsvRow& row, WaiverColumn column) const {
    return {.file = file_, .line = row.line, .column = columns_.number(column), .field = columns_.header(column)};
  }
  Diagnostic incomplete(const CsvRow& row, WaiverColumn column) const {
    return {.code = DiagnosticCode::waiver_incomplete, .where = place_of(row, column), .seen = {}, .details = {}};
  }

  const WaiverColumns& columns_;
  std::span<const CsvRow> rows_;
  const std::string& file_;
  Diagnostics& diagnostics_;
  DateColumn dates_;
};

/// A sheet may have a title above its header row.
std::size_t header_row_of(std::span<const CsvRow> rows, const std::string& file) {
  constexpr std::size_t titles = 20;
  if (rows.empty()) throw Failure({DiagnosticCode::file_empty, Severity::error, {.file = file, .field = {}}, {}, {}});
  std::size_t best = 0;
  for (std::size_t i = 0; i < std::min(rows.size(), titles); ++i) {
    const std::size_t missing = WaiverColumns(rows[i]).missing().size();
    if (missing == 0) return i;
    if (missing < WaiverColumns(rows[best]).missing().size()) best = i;
  }
  throw Failure({DiagnosticCode::waiver_columns_missing,
                 Severity::error,
                 {.file = file, .line = rows[best].line, .field = {}},
                 {},
                 {fmt::format("{}", fmt::join(WaiverColumns(rows[best]).missing(), ", ")),
                  fmt::format("{}", fmt::join(rows[best].fields, ", "))}});
}

}  // namespace

Waivers read_waivers(const InputFile& file, const ReadOptions& options, Diagnostics& diagnostics) {
  const std::string text = document_text(file, std::nullopt);
  const std::vector<CsvRow> rows = parse_csv(text, detect_csv_dialect(text), file.name);
  const std::size_t header = header_row_of(rows, file.name);
  const WaiverColumns columns(rows[header]);
  return WaiverReader(columns, std::span(rows).subspan(header + 1), file.name, options.date_order, diagnostics).read();
}

}  // namespace nceplan
