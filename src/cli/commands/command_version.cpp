// `nceplan version`: the program, the editions that it carries, and how it was built.
#include <fmt/format.h>

#include <array>

#include "cli/filled.hpp"
#include "cli/messages.hpp"
#include "cli/options/option_topic.hpp"
#include "cli/outputs.hpp"
#include "command.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/input/edition_reader.hpp"

namespace nceplan::cli {
namespace {

constexpr std::array<std::string_view, 2> examples = {"nceplan version", "nceplan version -v"};

void setup(CLI::App& app, Options& options) {
  add_language_option(app, options);
  Topic topic(app, options, CliText::group_messages);
  topic.flag("-v,--verbose", CliText::help_verbose_version, [&] { options.verbosity = Verbosity::verbose; });
}

/// Which files were read, and every setting in them and in the environment.
std::string settings_part(const Options& options) {
  std::string files;
  for (const std::string& path : options.config_files) files += (files.empty() ? "" : ", ") + escape_controls(path);
  if (files.empty()) files = filled(CliText::no_config_files, options.language, escape_controls(user_config_path()));
  std::string part = fmt::format("{}: {}\n", text(CliText::label_config_files, options.language), files);
  if (options.known_settings.empty()) return part;
  part += fmt::format("{}:\n", text(CliText::heading_settings, options.language));
  return part + settings_text(options.known_settings, options.language);
}

ExitCode run(const Options& options) {
  std::string lines = "nceplan " NCEPLAN_VERSION "\n";
  std::string editions;
  for (const Edition& edition : bundled_editions()) editions += (editions.empty() ? "" : ", ") + edition.id;
  lines += fmt::format("{}: {}\n", text(CliText::label_editions, options.language), editions);
  lines += fmt::format("{}: {}\n", text(CliText::label_build, options.language), NCEPLAN_BUILD);
  if (options.verbosity == Verbosity::verbose) lines += settings_part(options);
  write_target({"", "text"}, [&lines](const Sink& sink) { sink(lines); });
  print_next(options, "nceplan help");
  return ExitCode::success;
}

}  // namespace

Command version_command() { return {"version", CliText::summary_version, "[OPTIONS]", examples, setup, run}; }

}  // namespace nceplan::cli
