#include "options_excel.hpp"

#include <array>

#include "cli/usage_error.hpp"
#include "nceplan/base/text.hpp"
#include "option_topic.hpp"
#include "option_values.hpp"

namespace nceplan::cli {
void add_excel_options(CLI::App& app, Options& options) {
  Topic topic(app, options, CliText::group_output);
  topic.optional_value("--excel", "[=de|en]", CliText::help_excel, [&](auto& flag, auto value) {
    static constexpr std::array<std::string_view, 4> shown = {"de", "en", "true", "false"};
    options.excel = language_from_code(to_lower_ascii(value));
    const auto state = value.empty() ? std::optional(true) : switch_of(value);
    if (!options.excel && !state) throw unknown_choice(CliText::value_unknown, flag, value, shown);
    options.excel_language_open = !options.excel && *state;
  });
}

}  // namespace nceplan::cli
