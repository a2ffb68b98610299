// `nceplan version`: the program, the editions that it carries, and how it was built.
#include <fmt/format.h>

#include <array>

#include "cli/command.hpp"
#include "cli/output_sink.hpp"
#include "nceplan/input/edition_reader.hpp"

namespace nceplan::cli {
namespace {

constexpr std::array<std::string_view, 1> examples = {"nceplan version"};

void setup(CLI::App& app, Options& options) { add_language_option(app, options); }

ExitCode run(const Options& options) {
  std::string lines = "nceplan " NCEPLAN_VERSION "\n";
  std::string editions;
  for (const Edition& edition : bundled_editions()) editions += (editions.empty() ? "" : ", ") + edition.id;
  lines += fmt::format("{}: {}\n", text(CliText::label_editions, options.language), editions);
  lines += fmt::format("{}: {}\n", text(CliText::label_build, options.language), NCEPLAN_BUILD);
  write_stdout(lines);
  return ExitCode::success;
}

}  // namespace

Command version_command() { return {"version", CliText::summary_version, "[OPTIONS]", examples, setup, run}; }

}  // namespace nceplan::cli
