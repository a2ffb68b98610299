// The flag that says which CI a run reports to (docs/ci.md).
#include "cli/ci_system.hpp"
#include "option_topic.hpp"
#include "option_values.hpp"

namespace nceplan::cli {

void add_ci_options(CLI::App& app, Options& options) {
  Topic topic(app, options, CliText::group_gate);
  topic.value("--ci", "SYSTEM", CliText::help_ci, [&](auto& flag, auto value) {
    options.ci = parse_ci(flag, value);
    if (chosen_ci(*options.ci) != CiSystem::none) expect_runner();
  });
}

}  // namespace nceplan::cli
