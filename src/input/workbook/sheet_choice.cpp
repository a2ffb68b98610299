#include "sheet_choice.hpp"

#include <algorithm>
#include <optional>

#include "nceplan/base/text.hpp"
#include "nceplan/input/header_mapping.hpp"

namespace nceplan {
namespace {

constexpr std::size_t most_headers = 16'384;

[[noreturn]] void fail(DiagnosticCode code, const std::string& file, std::string seen = {},
                       std::vector<std::string> details = {}) {
  throw Failure({code, Severity::error, {.file = file, .field = {}}, std::move(seen), std::move(details)});
}

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return all;
}

/// With `any_row`, the first row that holds something is taken for the header where none maps.
std::optional<ChosenSheet> header_in(const Workbook& book, const WorkbookSheet& sheet, const FieldOverrides& overrides,
                                     bool any_row) {
  const std::vector<SheetRow> rows = book.first_rows(sheet, rows_with_titles);
  for (const SheetRow& row : rows) {
    std::vector<std::string> texts = texts_of(row, most_headers);
    if (looks_like_header_row(texts, overrides)) return ChosenSheet{&sheet, row.number, std::move(texts)};
  }
  if (!any_row || rows.empty()) return std::nullopt;
  // A title stands alone in its row; a header row does not.
  const auto header = std::find_if(rows.begin(), rows.end(), [](const SheetRow& row) { return row.cells.size() > 1; });
  const SheetRow& row = header == rows.end() ? rows.front() : *header;
  return ChosenSheet{&sheet, row.number, texts_of(row, most_headers)};
}

ChosenSheet named_sheet(const Workbook& book, const std::string& file, const ReadOptions& options) {
  std::vector<std::string> names;
  for (const WorkbookSheet& sheet : book.sheets()) {
    names.push_back(sheet.name);
    if (fold(sheet.name) != fold(options.sheet)) continue;
    if (auto chosen = header_in(book, sheet, options.field_map, true)) return *std::move(chosen);
    fail(DiagnosticCode::file_empty, file);
  }
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  fail(DiagnosticCode::sheet_unknown, file, options.sheet,
       {joined(names), std::string(nearest(options.sheet, candidates))});
}

}  // namespace

std::vector<std::string> texts_of(const SheetRow& row, std::size_t most) {
  std::vector<std::string> texts;
  for (const SheetCell& cell : row.cells) {
    if (cell.column > most) break;
    texts.resize(cell.column);
    texts.back() = cell.text;
  }
  return texts;
}

ChosenSheet choose_sheet(const Workbook& book, const std::string& file, const ReadOptions& options,
                         Diagnostics& diagnostics) {
  if (!options.sheet.empty()) return named_sheet(book, file, options);
  std::optional<ChosenSheet> chosen;
  std::vector<std::string> others;
  for (const WorkbookSheet& sheet : book.sheets()) {
    if (sheet.hidden) continue;
    std::optional<ChosenSheet> found = header_in(book, sheet, options.field_map, false);
    if (!found) continue;
    if (chosen) others.push_back(sheet.name);
    if (!chosen) chosen = std::move(found);
  }
  if (!others.empty()) {
    diagnostics.add({DiagnosticCode::sheets_several,
                     Severity::warning,
                     {.file = file, .field = {}},
                     chosen->sheet->name,
                     {chosen->sheet->name, joined(others)}});
  }
  for (const WorkbookSheet& sheet : book.sheets()) {
    if (!chosen && !sheet.hidden) chosen = header_in(book, sheet, options.field_map, true);
  }
  if (!chosen) fail(DiagnosticCode::file_empty, file);
  return *std::move(chosen);
}

}  // namespace nceplan
