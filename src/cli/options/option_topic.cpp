#include "option_topic.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>

#include "cli/usage_error.hpp"
#include "nceplan/base/text.hpp"
#include "option_values.hpp"

namespace nceplan::cli {
namespace {

/// `--format` of `-f,--format`.
std::string long_name(const std::string& names) { return names.substr(names.find("--")); }

/// A blank value, as of a variable that a script forgot to set, must not switch an option off in silence.
std::string_view required(const std::string& flag, std::string_view given) {
  const std::string_view value = trim(given);
  if (value.empty()) throw UsageError(CliText::value_missing, {flag});
  return value;
}

}  // namespace

Topic::Topic(CLI::App& app, const Options& options, CliText group)
    : app_(app), language_(options.language), group_(text(group, options.language)) {}

void Topic::value(const std::string& names, std::string_view placeholder, CliText help, const Accept& accept) {
  const std::function<void(const std::string&)> take = [flag = long_name(names), accept](const std::string& given) {
    accept(flag, required(flag, given));
  };
  finish(*app_.add_option_function<std::string>(names, take)->take_last(), placeholder, help);
}

void Topic::values(const std::string& names, std::string_view placeholder, CliText help, const Accept& accept) {
  const std::function<void(const std::vector<std::string>&)> take = [flag = long_name(names),
                                                                     accept](const std::vector<std::string>& given) {
    for (const std::string& one : given) accept(flag, required(flag, one));
  };
  finish(*app_.add_option_function(names, take)->allow_extra_args(false), placeholder, help);
}

void Topic::optional_value(const std::string& name, const std::string& form, CliText help, const Accept& accept) {
  const CLI::callback_t take = [name, accept](const CLI::results_t& given) {
    accept(name, trim(given.back()));
    return true;
  };
  CLI::Option* const option = app_.add_option(name, take)->expected(0)->run_callback_for_default(false);
  option->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  option->type_name(form);
  finish(*option, "", help);
}

void Topic::flag(const std::string& names, CliText help, const std::function<void()>& accept) {
  const CLI::callback_t take = [flag = long_name(names), accept](const CLI::results_t& given) {
    if (given.back().empty() || parse_switch(flag, given.back())) accept();
    return true;
  };
  CLI::Option* const option = app_.add_option(names, take)->expected(0)->run_callback_for_default(false);
  option->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  finish(*option, "", help);
}

void Topic::format(CliText help, std::span<const std::string_view> formats, const Accept& accept) {
  value("-f,--format", "FORMAT", help, accept);
  CLI::Option* const option = app_.get_option("--format");
  option->description(fmt::format("{} ({})", fmt::join(formats, ", "), option->get_description()));
}

void Topic::finish(CLI::Option& option, std::string_view placeholder, CliText help) {
  option.description(std::string(text(help, language_)))->group(group_);
  if (!placeholder.empty()) option.type_name(std::string(placeholder));
}

void add_argument(CLI::App& app, std::string_view name, std::string_view description,
                  const std::function<void(const std::string&)>& take, std::string_view type) {
  CLI::Option* const option = app.add_option_function<std::string>(std::string(name), take, std::string(description));
  if (!type.empty()) option->type_name(std::string(type));
}

void add_arguments(CLI::App& app, std::string_view name, std::string_view description, std::vector<std::string>& all) {
  app.add_option(std::string(name), all, std::string(description));
}

}  // namespace nceplan::cli
