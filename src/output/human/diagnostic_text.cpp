#include "nceplan/output/diagnostic_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "i18n/format_text.hpp"
#include "layout.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/i18n/texts.hpp"
#include "style.hpp"

namespace nceplan {
namespace {

constexpr std::size_t label_columns = 10;

std::string place_of(const Location& where) { return where.file.empty() ? "nceplan" : escape_controls(to_text(where)); }

Style style_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return Style::urgent;
    case Severity::warning:
      return Style::notice;
    default:
      return Style::dim;
  }
}

void write_problem(const Diagnostic& diagnostic, const DiagnosticTextOptions& options, const Sink& sink) {
  sink(fmt::format("{}: {}: {} [{}]\n", styled(place_of(diagnostic.where), Style::bold, options.color),
                   styled(word(diagnostic.severity, options.language), style_of(diagnostic.severity), options.color),
                   message(diagnostic, options.language), to_code(diagnostic.code)));
}

/// What is expected, and the fix.
std::string advice_for(const Diagnostic& diagnostic, const DiagnosticTextOptions& options) {
  std::string advice;
  const auto add = [&](Text label, const std::string& said) {
    if (said.empty()) return;
    advice += indented("  " + pad_right(text(label, options.language), label_columns), said, options.width);
  };
  add(Text::expected, expectation(diagnostic, options.language));
  add(Text::fix, fix(diagnostic, options.language));
  return advice;
}

void write_more(DiagnosticCode code, std::uint64_t more, const DiagnosticTextOptions& options, const Sink& sink) {
  sink("  " + format_text(Text::more_of_kind, options.language, more, to_code(code)) + '\n');
}

void write_counts(const Diagnostics& diagnostics, const DiagnosticTextOptions& options, const Sink& sink) {
  std::string line;
  const auto add = [&](Text one, Text many, std::uint64_t count) {
    if (count == 0) return;
    if (!line.empty()) line += ", ";
    line += counted(one, many, count, options.language);
  };
  add(Text::single_error, Text::errors, diagnostics.errors());
  if (!options.errors_only) add(Text::single_warning, Text::warnings, diagnostics.warnings());
  if (!line.empty()) sink(line + ".\n");
}

}  // namespace

void write_diagnostic(const Diagnostic& diagnostic, const DiagnosticTextOptions& options, const Sink& sink) {
  write_problem(diagnostic, options, sink);
  sink(advice_for(diagnostic, options));
}

void write_diagnostics(const Diagnostics& diagnostics, const DiagnosticTextOptions& options, const Sink& sink) {
  std::vector<const Diagnostic*> shown;
  std::array<std::uint64_t, diagnostic_code_count> left{};
  for (const Diagnostic& diagnostic : diagnostics.kept()) {
    if (options.errors_only && diagnostic.severity != Severity::error) continue;
    shown.push_back(&diagnostic);
    ++left[static_cast<std::size_t>(diagnostic.code)];
  }
  const auto kept = left;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const Diagnostic& diagnostic = *shown[i];
    const auto code = static_cast<std::size_t>(diagnostic.code);
    write_problem(diagnostic, options, sink);
    const std::string advice = advice_for(diagnostic, options);
    const bool goes_on = i + 1 < shown.size() && shown[i + 1]->code == diagnostic.code;
    if (!goes_on || advice_for(*shown[i + 1], options) != advice) sink(advice);
    const std::uint64_t more = diagnostics.count(diagnostic.code) - kept[code];
    if (--left[code] == 0 && more != 0) write_more(diagnostic.code, more, options, sink);
  }
  write_counts(diagnostics, options, sink);
}

}  // namespace nceplan
