#include "cli/messages.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdio>

#include "cli/check_report.hpp"
#include "cli/filled.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/i18n/fixed_text.hpp"
#include "nceplan/i18n/texts.hpp"
#include "nceplan/output/diagnostic_text.hpp"
#include "nceplan/output/runner_guard.hpp"

namespace nceplan::cli {
namespace {

constexpr std::size_t label_width = 9;

/// `  label     what`, as under a diagnostic.
std::string labelled(std::string_view label, std::string_view what) {
  const std::size_t width = display_width(label);
  return fmt::format("  {}{}{}\n", label, std::string(width < label_width ? label_width + 1 - width : 1, ' '), what);
}

std::string headline(std::string_view what, Language language) {
  return fmt::format("nceplan: {}: {}\n", word(Severity::error, language), what);
}

std::string wording(const UsageError& error, Language language) {
  const auto argument = [&error](std::size_t index) {
    return index < error.arguments().size() ? escape_controls(error.arguments()[index]) : std::string();
  };
  return filled(error.text(), language, argument(0), argument(1));
}

DiagnosticTextOptions diagnostic_form(const Options& options) {
  return {.language = options.language,
          .color = wants_color(options.color, is_terminal(Stream::err)),
          .errors_only = options.verbosity == Verbosity::errors_only};
}

}  // namespace

void write_stderr(std::string_view text) {
  static const bool guarded = runner_reads_output();
  write_runner_commands(guarded ? without_runner_commands(text) : text);
}

void write_runner_commands(std::string_view lines) { std::fwrite(lines.data(), 1, lines.size(), stderr); }

void print_usage_error(const UsageError& error, std::string_view command, Language language) {
  std::string lines = headline(wording(error, language), language);
  if (!error.expected().empty()) lines += labelled(text(Text::expected, language), error.expected());
  if (!error.suggestion().empty()) lines += labelled(text(CliText::did_you_mean, language), error.suggestion());
  const std::string help = command.empty() ? "nceplan help" : fmt::format("nceplan {} --help", command);
  write_stderr(lines + labelled(text(CliText::label_help, language), help));
}

void print_failure(const Failure& failure, const Options& options) {
  write_diagnostic(failure.diagnostic(), diagnostic_form(options), write_stderr);
}

void print_unexpected(std::string_view what, Language language) {
  write_stderr(headline(escape_controls(what), language));
}

void print_diagnostics(const Diagnostics& diagnostics, const Options& options) {
  write_diagnostics(diagnostics, diagnostic_form(options), write_stderr);
}

void print_sources(const Portfolio& portfolio, const Options& options) {
  if (options.verbosity != Verbosity::verbose) return;
  for (const Source& source : portfolio.sources) write_stderr(source_text(source, options.language));
}

}  // namespace nceplan::cli
