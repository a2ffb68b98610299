// The flag of the waivers (docs/waivers.md).
#include "option_topic.hpp"

namespace nceplan::cli {

void add_waiver_options(CLI::App& app, Options& options) {
  Topic topic(app, options, CliText::group_gate);
  topic.value("--waivers", "FILE", CliText::help_waivers, [&](auto&, auto value) { options.waivers = value; });
}

}  // namespace nceplan::cli
