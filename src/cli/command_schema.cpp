// `nceplan schema`: the JSON Schema of `plan -f json`.
#include <array>

#include "cli/command.hpp"
#include "cli/messages.hpp"
#include "cli/outputs.hpp"

namespace nceplan::cli {
namespace {

constexpr std::array<std::string_view, 1> formats = {"json"};
constexpr std::array<std::string_view, 2> examples = {"nceplan schema", "nceplan schema -o nceplan.schema.json"};

void setup(CLI::App& app, Options& options) {
  add_output_options(app, options, formats);
  add_message_options(app, options);
}

ExitCode run(const Options& options) {
  for (const OutputTarget& target : output_targets(options, formats)) {
    write_target(target, [](const Sink& sink) { sink(json_schema()); });
  }
  print_next(options, "nceplan plan FILE -f json");
  return ExitCode::success;
}

}  // namespace

Command schema_command() { return {"schema", CliText::summary_schema, "[OPTIONS]", examples, setup, run}; }

}  // namespace nceplan::cli
