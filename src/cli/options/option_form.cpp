#include "option_form.hpp"

#include <CLI/CLI.hpp>
#include <optional>
#include <string_view>

#include "cli/usage_error.hpp"
#include "nceplan/input/edition_reader.hpp"

namespace nceplan::cli {
namespace {

/// No file, name or number is like this.
constexpr std::string_view nonsense = "\x01";

struct Refusal {
  std::vector<std::string> choices;
  std::string refused;  ///< the part of the value that was not accepted
};

/// What the option says of the value; nothing when it takes it.
std::optional<Refusal> refusal_of(CLI::Option& option, const std::string& value) {
  option.clear();
  std::optional<Refusal> refusal;
  try {
    option.add_result(value);
    option.run_callback();
  } catch (const UsageError& error) {
    refusal = Refusal{error.choices(), error.arguments().empty() ? "" : error.arguments().back()};
  } catch (const CLI::Error&) {
    refusal = Refusal{};
  }
  option.clear();
  return refusal;
}

std::vector<std::string> edition_names() {
  std::vector<std::string> names;
  for (const Edition& edition : bundled_editions()) names.push_back(edition.id);
  names.insert(names.end(), {"latest", "as-of"});
  return names;
}

bool begins_with(std::string_view text, std::string_view beginning) {
  return text.substr(0, beginning.size()) == beginning;
}

}  // namespace

OptionForm form_of(const CLI::Option& option) {
  OptionForm form;
  const std::string placeholder = option.get_type_name();
  form.repeatable = option.get_positional() ? option.get_items_expected_max() > 1
                                            : option.get_multi_option_policy() != CLI::MultiOptionPolicy::TakeLast;
  if (option.get_items_expected_max() == 0) {
    form.kind = begins_with(placeholder, "[=") ? ValueKind::optional : ValueKind::none;
    form.repeatable = false;
  } else if (begins_with(placeholder, "FILE") || (option.get_positional() && option.get_name() == "FILE")) {
    form.kind = ValueKind::file;
  } else if (begins_with(placeholder, "DIR")) {
    form.kind = ValueKind::folder;
  } else if (placeholder == "EDITION") {
    form.kind = ValueKind::edition;
  }
  return form;
}

OptionForm form_of_unused(CLI::Option& option) {
  OptionForm form = form_of(option);
  if (form.kind == ValueKind::edition) form.choices = edition_names();
  if (form.kind != ValueKind::text && form.kind != ValueKind::optional) return form;
  const std::string word(nonsense);
  auto refusal = refusal_of(option, word);
  if (!refusal) return form;
  if (refusal->choices.empty()) {
    const auto of_pair = refusal_of(option, word + "=x");
    if (!of_pair || of_pair->choices.empty()) return form;
    form.is_pair = true;
    refusal = of_pair;
  } else if (const auto of_list = refusal_of(option, word + ',' + word)) {
    form.is_list = of_list->refused == word;
  }
  form.kind = ValueKind::choice;
  form.choices = refusal->choices;
  return form;
}

}  // namespace nceplan::cli
