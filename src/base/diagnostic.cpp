#include "nceplan/base/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "nceplan/base/text.hpp"

namespace nceplan {

std::string_view to_code(DiagnosticCode code) {
  static constexpr std::array<std::string_view, diagnostic_code_count> names = {"date-invalid",
                                                                                "date-ambiguous",
                                                                                "date-mixed",
                                                                                "date-swapped",
                                                                                "seats-invalid",
                                                                                "term-invalid",
                                                                                "boolean-invalid",
                                                                                "product-missing",
                                                                                "end-date-missing",
                                                                                "customer-missing",
                                                                                "parent-cycle",
                                                                                "fields-too-few",
                                                                                "fields-too-many",
                                                                                "quote-unclosed",
                                                                                "line-too-long",
                                                                                "object-expected",
                                                                                "value-type",
                                                                                "json-line-invalid",
                                                                                "waiver-incomplete",
                                                                                "evidence-id-missing",
                                                                                "evidence-status-unknown",
                                                                                "combination-unsupported",
                                                                                "end-date-unsupported",
                                                                                "seats-over-cap",
                                                                                "status-unknown",
                                                                                "billing-plan-unknown",
                                                                                "parent-missing",
                                                                                "duplicate-conflict",
                                                                                "text-not-utf8",
                                                                                "header-duplicate",
                                                                                "variable-unknown",
                                                                                "date-serial",
                                                                                "sheets-several",
                                                                                "no-legacy-rows",
                                                                                "waiver-expired",
                                                                                "waiver-unused",
                                                                                "reference-unused",
                                                                                "holiday-unsupported",
                                                                                "collection-incomplete",
                                                                                "plan-in-words",
                                                                                "migration-failed",
                                                                                "migration-running",
                                                                                "evidence-unmatched",
                                                                                "evidence-conflict",
                                                                                "evidence-unused",
                                                                                "file-unreadable",
                                                                                "file-empty",
                                                                                "not-text",
                                                                                "xlsx-unsupported",
                                                                                "workbook-invalid",
                                                                                "workbook-too-large",
                                                                                "sheet-unknown",
                                                                                "header-unrecognized",
                                                                                "columns-missing",
                                                                                "evidence-as-export",
                                                                                "evidence-expected",
                                                                                "json-invalid",
                                                                                "json-shape-unknown",
                                                                                "json-too-large",
                                                                                "matrix-columns-missing",
                                                                                "waiver-columns-missing",
                                                                                "calendar-cut-off",
                                                                                "list-columns-missing",
                                                                                "edition-invalid",
                                                                                "edition-unknown",
                                                                                "catalog-invalid",
                                                                                "config-invalid",
                                                                                "config-key-unknown",
                                                                                "config-value-invalid",
                                                                                "output-failed",
                                                                                "sheet-full",
                                                                                "mapping-unknown"};
  static_assert(!names.back().empty());
  return names[static_cast<std::size_t>(code)];
}

void Diagnostics::add(Diagnostic diagnostic) {
  const bool keep = wants(diagnostic.code);
  count_only(diagnostic.code, diagnostic.severity);
  if (keep) kept_.push_back(std::move(diagnostic));
}

void Diagnostics::count_only(DiagnosticCode code, Severity severity) {
  ++counts_[static_cast<std::size_t>(code)];
  ++severities_[static_cast<std::size_t>(severity)];
}

void Diagnostics::append(const Diagnostics& later) {
  std::array<std::uint64_t, diagnostic_code_count> room{};
  for (std::size_t i = 0; i < diagnostic_code_count; ++i) {
    room[i] = counts_[i] < kept_per_code ? kept_per_code - counts_[i] : 0;
    counts_[i] += later.counts_[i];
  }
  for (std::size_t i = 0; i < severities_.size(); ++i) severities_[i] += later.severities_[i];
  for (const Diagnostic& diagnostic : later.kept_) {
    auto& left = room[static_cast<std::size_t>(diagnostic.code)];
    if (left == 0) continue;
    --left;
    kept_.push_back(diagnostic);
  }
}

std::string to_text(const Location& where) {
  std::string place = where.file;
  if (!where.sheet.empty()) {
    place += ':' + where.sheet;
    if (where.line != 0) place += fmt::format("!{}{}", column_letters(std::max(where.column, 1U)), where.line);
    return place;
  }
  if (const std::uint64_t number = std::max(where.line, where.element); number != 0)
    place += fmt::format(":{}", number);
  if (where.line != 0 && where.column != 0) place += fmt::format(":{}", where.column);
  return place;
}

void Diagnostics::move_lines(std::uint64_t by) {
  for (Diagnostic& diagnostic : kept_) diagnostic.where.line += by;
}

void Diagnostics::name_sheet(const std::string& sheet) {
  for (Diagnostic& diagnostic : kept_) diagnostic.where.sheet = sheet;
}

}  // namespace nceplan
