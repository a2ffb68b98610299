// What a run says on stderr.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/options/options.hpp"
#include "nceplan/base/diagnostic.hpp"
#include "nceplan/model/portfolio.hpp"
#include "usage_error.hpp"

namespace nceplan::cli {

/// Whole lines. In a CI without anything that its runner would take as a command.
void write_stderr(std::string_view text);
/// Commands for the runner of a CI, as they are.
void write_runner_commands(std::string_view lines);

/// `command` is the one whose help is named; empty for the program's.
void print_usage_error(const UsageError& error, std::string_view command, Language language);
void print_failure(const Failure& failure, const Options& options);
/// Something that should not happen.
void print_unexpected(std::string_view what, Language language);

/// All problems of the run; only errors with -q.
void print_diagnostics(const Diagnostics& diagnostics, const Options& options);

/// On a terminal, behind what people read there: the command that is useful next.
void print_next(const Options& options, std::string_view command_line);
/// `text` as a shell takes it as one word.
std::string command_word(std::string_view text);
/// The files of the run as words of a command line; FILE when there are none, or none may be named (--anonymize).
std::string file_words(const Options& options);

/// With -v: what was set beside the command line, and where.
void print_settings(const Options& options);
/// `  due = 30   nceplan.toml:3:1`, a line for each.
std::string settings_text(std::span<const AppliedSetting> settings, Language language);

/// With -v: how each input was read.
void print_sources(const Portfolio& portfolio, const Options& options);

}  // namespace nceplan::cli
