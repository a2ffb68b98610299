#include "evidence_csv.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <initializer_list>
#include <span>
#include <vector>

#include "evidence_rows.hpp"
#include "input/date_orders.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/input/csv.hpp"
#include "nceplan/input/header_mapping.hpp"

namespace nceplan {
namespace {

constexpr std::size_t no_column = static_cast<std::size_t>(-1);

bool is_evidence(ExportFormat format) {
  return format == ExportFormat::bam_nce || format == ExportFormat::bam_status || format == ExportFormat::bam_scheduled;
}

[[noreturn]] void refuse(const std::string& file, const CsvRow* header, ExportFormat format) {
  Diagnostic diagnostic;
  diagnostic.code = DiagnosticCode::evidence_expected;
  diagnostic.where.file = file;
  if (format != ExportFormat::generic) {
    diagnostic.details = {std::string(to_code(format))};
  } else if (header != nullptr) {
    diagnostic.details = {fmt::format("{}", fmt::join(header->fields, ", "))};
  }
  throw Failure(std::move(diagnostic));
}

class EvidenceTable {
 public:
  EvidenceTable(const std::string& file, const CsvRow& header) : file_(file), header_(header) {
    std::vector<std::string> headers;
    for (const std::string& field : header.fields) headers.push_back(normalized_header(field));
    for (std::size_t i = 0; i < evidence_field_count; ++i) {
      columns_[i] = column_named(headers, static_cast<EvidenceField>(i));
    }
  }

  std::size_t column(EvidenceField field) const { return columns_[static_cast<std::size_t>(field)]; }

  EvidenceRow row_of(const CsvRow& cells) const {
    EvidenceRow row;
    row.line = cells.line;
    for (std::size_t i = 0; i < evidence_field_count; ++i) {
      if (columns_[i] < cells.fields.size()) row.texts[i] = trim(cells.fields[columns_[i]]);
    }
    return row;
  }

  Location place_of(const EvidenceRow& row, EvidenceField field) const {
    const std::size_t at = column(field);
    Location where{.file = file_, .line = row.line, .field = {}};
    if (at == no_column) return where;
    where.column = static_cast<std::uint32_t>(at) + 1;
    where.field = trim(header_.fields[at]);
    return where;
  }

  void describe(Source& source, DateOrder date_order) const {
    for (const std::string& header : header_.fields) source.columns.push_back({std::string(trim(header)), {}, {}});
    for (std::size_t i = 0; i < evidence_field_count; ++i) {
      if (columns_[i] != no_column) source.columns[columns_[i]].field = to_code(static_cast<EvidenceField>(i));
    }
    const std::size_t target = column(EvidenceField::target_date);
    if (target != no_column) source.columns[target].date_order = date_order;
  }

 private:
  static std::size_t column_named(const std::vector<std::string>& headers, EvidenceField field) {
    for (const std::string_view name : names_of(field)) {
      const auto found = std::find(headers.begin(), headers.end(), normalized_header(name));
      if (found != headers.end()) return static_cast<std::size_t>(found - headers.begin());
    }
    return no_column;
  }

  const std::string& file_;
  const CsvRow& header_;
  std::array<std::size_t, evidence_field_count> columns_{};
};

bool is_blank(const CsvRow& row) {
  return std::all_of(row.fields.begin(), row.fields.end(),
                     [](const std::string& field) { return trim(field).empty(); });
}

/// True/False, as the batch tool writes it, and no spreadsheet's spelling.
bool has_batch_tool_booleans(const std::vector<CsvRow>& rows) {
  const auto holds = [&rows](std::initializer_list<std::string_view> words) {
    return std::any_of(rows.begin() + 1, rows.end(), [words](const CsvRow& row) {
      return std::any_of(row.fields.begin(), row.fields.end(), [words](const std::string& field) {
        return std::find(words.begin(), words.end(), field) != words.end();
      });
    });
  };
  return holds({"True", "False"}) && !holds({"TRUE", "FALSE", "WAHR", "FALSCH"});
}

bool refuses(CellOrder order) { return order >= CellOrder::refuse_ambiguous; }

/// Nothing for a row that has as many fields as the header, empty ones behind it aside.
std::optional<Diagnostic> shape_problem(const CsvRow& row, const CsvRow& header, const std::string& file) {
  const std::size_t expected = header.fields.size();
  const std::size_t seen = row.fields.size();
  const auto extra = row.fields.begin() + static_cast<std::ptrdiff_t>(std::min(seen, expected));
  const bool has_extra =
      std::any_of(extra, row.fields.end(), [](const std::string& field) { return !trim(field).empty(); });
  if (seen >= expected && !has_extra) return std::nullopt;
  return Diagnostic{.code = seen < expected ? DiagnosticCode::fields_too_few : DiagnosticCode::fields_too_many,
                    .severity = Severity::error,
                    .where = {.file = file, .line = row.line, .field = {}},
                    .seen = {},
                    .details = {std::to_string(expected), std::to_string(seen)}};
}

}  // namespace

void read_evidence_csv(std::string_view text, const ReadOptions& options, Evidence& evidence,
                       Diagnostics& diagnostics) {
  Source& source = evidence.sources.back().source;
  const CsvDialect dialect = detect_csv_dialect(text);
  std::vector<CsvRow> rows = parse_csv(text, dialect, source.path);
  if (rows.empty()) refuse(source.path, nullptr, ExportFormat::generic);
  CsvRow& header = rows.front();
  while (!header.fields.empty() && trim(header.fields.back()).empty()) header.fields.pop_back();
  source.format = map_headers(header.fields, {}, source.path, diagnostics).format;
  source.delimiter = dialect.delimiter;
  if (!is_evidence(source.format)) refuse(source.path, &header, source.format);

  const EvidenceTable table(source.path, header);
  StatementBuilder builder(evidence, diagnostics, [&table](const EvidenceRow& row, EvidenceField field) {
    return table.place_of(row, field);
  });
  DateColumnEvidence dates;
  for (const CsvRow& row : std::span(rows).subspan(1)) {
    const std::string target = table.row_of(row)[EvidenceField::target_date];
    if (!target.empty()) dates.add(parse_date_cell(target), target);
  }
  CellOrder order = decide_order(dates, has_batch_tool_booleans(rows), std::nullopt);
  if (refuses(order) && options.date_order) order = decide_order(dates, false, options.date_order);
  builder.set_order(order, dates);
  table.describe(source, reported_order(dates, order));
  for (const CsvRow& row : std::span(rows).subspan(1)) {
    if (is_blank(row)) continue;
    if (auto problem = shape_problem(row, header, source.path)) {
      builder.reject(*std::move(problem));
    } else {
      builder.add(table.row_of(row));
    }
  }
}

}  // namespace nceplan
