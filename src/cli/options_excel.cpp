#include "cli/options_excel.hpp"

#include <array>

#include "cli/option_topic.hpp"
#include "cli/usage_error.hpp"
#include "nceplan/base/text.hpp"

namespace nceplan::cli {
namespace {

/// The flag alone, and what switches are set to in the environment.
bool leaves_language_open(std::string_view value) {
  return value.empty() || equals_ignoring_case(value, "true") || value == "1" || equals_ignoring_case(value, "yes");
}

}  // namespace

void add_excel_options(CLI::App& app, Options& options) {
  Topic topic(app, options, CliText::group_output);
  topic.optional_value("--excel", "[=de|en]", CliText::help_excel, [&](auto& flag, auto value) {
    static constexpr std::array<std::string_view, 2> languages = {"de", "en"};
    options.excel_language_open = leaves_language_open(value);
    if (options.excel_language_open) return;
    options.excel = language_from_code(to_lower_ascii(value));
    if (!options.excel) throw unknown_choice(CliText::value_unknown, flag, value, languages);
  });
}

}  // namespace nceplan::cli
