#include "messages.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdio>

#include "check_report.hpp"
#include "filled.hpp"
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

std::string headline(std::string_view what, Language language, std::string_view place = "nceplan") {
  return fmt::format("{}: {}: {}\n", place, word(Severity::error, language), what);
}

std::string wording(const UsageError& error, Language language) {
  const auto argument = [&error](std::size_t index) {
    constexpr std::size_t longest = 200;
    return index < error.arguments().size() ? elide(escape_controls(error.arguments()[index]), longest) : std::string();
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
  write_runner_commands(runner_reads_output() ? without_runner_commands(text) : text);
}

void write_runner_commands(std::string_view lines) { std::fwrite(lines.data(), 1, lines.size(), stderr); }

void print_usage_error(const UsageError& error, std::string_view command, Language language) {
  const std::string place = error.place().empty() ? "nceplan" : escape_controls(error.place());
  std::string lines = headline(wording(error, language), language, place);
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

void print_next(const Options& options, std::string_view command_line) {
  const bool machine = !options.format.empty() && options.format != "table" && options.format != "text";
  if (machine || !options.outputs.empty() || options.verbosity == Verbosity::errors_only) return;
  if (!is_terminal(Stream::out) || !is_terminal(Stream::err)) return;
  write_stderr('\n' + filled(CliText::hint_next, options.language, command_line) + '\n');
}

std::string command_word(std::string_view text) { return shell_word(escape_controls(text)); }

std::string file_words(const Options& options) {
  if (options.files.empty() || options.anonymize) return "FILE";
  std::string words;
  for (const std::string& file : options.files) {
    if (!words.empty()) words += ' ';
    words += command_word(file);
  }
  return words;
}

std::string settings_text(std::span<const AppliedSetting> settings, Language language) {
  constexpr std::size_t widest = 36;
  std::vector<std::string> said;
  std::size_t columns = 0;
  for (const AppliedSetting& setting : settings) {
    said.push_back(escape_controls(fmt::format("{} = {}", setting.key, setting.value)));
    columns = std::max(columns, std::min(widest, display_width(said.back())));
  }
  std::string lines;
  for (std::size_t i = 0; i < said.size(); ++i) {
    const std::size_t width = display_width(said[i]);
    lines += fmt::format("  {}{}   {}", said[i], std::string(width < columns ? columns - width : 0, ' '),
                         escape_controls(settings[i].place));
    const std::string winner = escape_controls(settings[i].overridden_by);
    if (!winner.empty()) lines += ", " + filled(CliText::overridden_by, language, winner);
    lines += '\n';
  }
  return lines;
}

void print_settings(const Options& options) {
  if (options.verbosity != Verbosity::verbose || options.settings.empty()) return;
  write_stderr(fmt::format("{}\n", text(CliText::heading_settings, options.language)) +
               settings_text(options.settings, options.language));
}

void print_sources(const Portfolio& portfolio, const Options& options) {
  if (options.verbosity != Verbosity::verbose) return;
  for (const Source& source : portfolio.sources) write_stderr(source_text(source, options.language));
}

}  // namespace nceplan::cli
