// `nceplan schema`: the JSON Schemas of `plan -f json` and `diff -f json`.
#include <array>

#include "cli/messages.hpp"
#include "cli/outputs.hpp"
#include "cli/usage_error.hpp"
#include "command.hpp"
#include "nceplan/output/diff_report.hpp"

namespace nceplan::cli {
namespace {

constexpr std::array<std::string_view, 1> formats = {"json"};
constexpr std::array<std::string_view, 2> documents = {"plan", "diff"};
constexpr std::array<std::string_view, 3> examples = {"nceplan schema", "nceplan schema -o nceplan.schema.json",
                                                      "nceplan schema diff"};

void setup(CLI::App& app, Options& options) {
  add_word(app, options, "WHAT", text(CliText::help_document, options.language));
  add_output_options(app, options, formats);
  add_message_options(app, options);
}

ExitCode run(const Options& options) {
  const std::string what = options.words.empty() ? "plan" : options.words.front();
  if (what != "plan" && what != "diff") throw unknown_choice(CliText::value_unknown, "WHAT", what, documents);
  for (const OutputTarget& target : output_targets(options, formats)) {
    write_target(target, [&what](const Sink& sink) { sink(what == "diff" ? diff_json_schema() : json_schema()); });
  }
  print_next(options, "nceplan plan FILE -f json");
  return ExitCode::success;
}

}  // namespace

Command schema_command() { return {"schema", CliText::summary_schema, "[WHAT] [OPTIONS]", examples, setup, run}; }

}  // namespace nceplan::cli
