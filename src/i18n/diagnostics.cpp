#include <fmt/format.h>

#include "diagnostic_table.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/i18n/texts.hpp"
#include "word_table.hpp"

namespace nceplan {
namespace {

constexpr std::size_t seen_columns = 60;
constexpr std::size_t detail_columns = 240;

const DiagnosticText& texts_of(const Diagnostic& diagnostic) {
  return diagnostic_texts[static_cast<std::size_t>(diagnostic.code)];
}

/// JSON texts bring quotes of their own.
std::string quote(std::string_view text, Language language) {
  if (text.substr(0, 1) == "\"") return elide(escape_controls(text), seen_columns);
  return fmt::format(fmt::runtime(quoted.in(language)), elide(escape_controls(text), seen_columns));
}

/// The reading of an ambiguous date, without the year that both readings share.
std::string reading(std::string_view iso, Language language) {
  const auto date = parse_iso_date(iso);
  if (!date) return escape_controls(iso);
  const YearMonthDay civil = year_month_day(*date);
  return fmt::format(fmt::runtime(day_and_month.in(language)), civil.day, words::months[civil.month - 1].in(language));
}

std::string day(std::string_view iso, Language language) {
  const auto date = parse_iso_date(iso);
  return date ? format_date(*date, language) : escape_controls(iso);
}

std::string value_type(std::string_view code, Language language) {
  for (const ValueTypeText& type : value_types) {
    if (type.code == code) return std::string(type.text.in(language));
  }
  return escape_controls(code);
}

std::string state_word(std::string_view code, Language language) {
  const auto state = migration_state_from_code(code);
  return state ? std::string(word(*state, language)) : escape_controls(code);
}

std::string detail(const Diagnostic& diagnostic, std::size_t index, Language language) {
  if (index >= diagnostic.details.size()) return {};
  const std::string& value = diagnostic.details[index];
  if (diagnostic.code == DiagnosticCode::date_ambiguous) return reading(value, language);
  if (diagnostic.code == DiagnosticCode::value_type) return value_type(value, language);
  if (diagnostic.code == DiagnosticCode::waiver_expired && index == 0) return day(value, language);
  if (diagnostic.code == DiagnosticCode::evidence_conflict && index < 2) return state_word(value, language);
  if (diagnostic.code == DiagnosticCode::migration_failed && index == 2 && value.empty()) {
    return std::string(no_error_given.in(language));
  }
  if (diagnostic.code == DiagnosticCode::collection_incomplete && index == 1 && value.empty()) {
    return std::string(more_pages.in(language));
  }
  return elide(escape_controls(value), detail_columns);
}

std::string cell(const Diagnostic& diagnostic, Language language) {
  const std::string field = escape_controls(diagnostic.where.field);
  if (diagnostic.seen.empty()) return field.empty() ? std::string(text(Text::value, language)) : field;
  const std::string seen = quote(diagnostic.seen, language);
  return field.empty() ? seen : field + ' ' + seen;
}

std::string filled(const Bilingual& text, const Diagnostic& diagnostic, Language language) {
  const std::string field = escape_controls(diagnostic.where.field);
  return fmt::format(fmt::runtime(text.in(language)), detail(diagnostic, 0, language), detail(diagnostic, 1, language),
                     detail(diagnostic, 2, language), fmt::arg("cell", cell(diagnostic, language)),
                     fmt::arg("seen", quote(diagnostic.seen, language)), fmt::arg("field", field),
                     fmt::arg("at", field.empty() ? field : field + ": "));
}

/// The near miss that a diagnostic offers, or empty.
std::string nearest_of(const Diagnostic& diagnostic, Language language) {
  if (diagnostic.code == DiagnosticCode::columns_missing) return detail(diagnostic, 2, language);
  if (diagnostic.code == DiagnosticCode::edition_unknown) return detail(diagnostic, 1, language);
  if (diagnostic.code == DiagnosticCode::mapping_unknown) return detail(diagnostic, 0, language);
  if (diagnostic.code == DiagnosticCode::config_key_unknown) return detail(diagnostic, 0, language);
  if (diagnostic.code == DiagnosticCode::variable_unknown) return detail(diagnostic, 0, language);
  return {};
}

}  // namespace

std::string message(const Diagnostic& diagnostic, Language language) {
  return filled(texts_of(diagnostic).message, diagnostic, language);
}

std::string expectation(const Diagnostic& diagnostic, Language language) {
  return filled(texts_of(diagnostic).expected, diagnostic, language);
}

std::string fix(const Diagnostic& diagnostic, Language language) {
  std::string advice = filled(texts_of(diagnostic).fix, diagnostic, language);
  const std::string near_miss = nearest_of(diagnostic, language);
  if (near_miss.empty()) return advice;
  return fmt::format(fmt::runtime(did_you_mean.in(language)), fmt::arg("fix", advice), fmt::arg("nearest", near_miss));
}

}  // namespace nceplan
