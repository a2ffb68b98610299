#include "completion.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <set>
#include <utility>

#include "cli/options/option_form.hpp"

namespace nceplan::cli {
namespace {

bool begins_with(std::string_view text, std::string_view beginning) {
  return text.substr(0, beginning.size()) == beginning;
}

/// Where the words before the cursor lead.
struct Position {
  CLI::App* app = nullptr;
  CLI::Option* awaited = nullptr;  ///< the option whose value comes next
  std::size_t arguments = 0;       ///< positional arguments so far
  bool only_arguments = false;     ///< behind `--`
  std::set<const CLI::Option*> given;
};

CLI::Option* option_named(CLI::App& app, const std::string& name) { return app.get_option_no_throw(name); }

CLI::App* command_named(CLI::App& app, const std::string& name) {
  for (CLI::App* command : app.get_subcommands([&](const CLI::App* one) { return one->get_name() == name; })) {
    return command;
  }
  return nullptr;
}

bool has_commands(CLI::App& app) {
  return !app.get_subcommands([](const CLI::App*) { return true; }).empty();
}

void pass_option(Position& position, const std::string& word) {
  const std::size_t equals = word.find('=');
  CLI::Option* option = option_named(*position.app, word.substr(0, equals));
  if (option == nullptr) return;
  position.given.insert(option);
  const ValueKind kind = form_of(*option).kind;
  const bool value_follows = kind != ValueKind::none && kind != ValueKind::optional;
  if (equals == std::string::npos && value_follows) position.awaited = option;
}

void pass(Position& position, const std::string& word) {
  if (position.awaited != nullptr) {
    position.awaited = nullptr;
  } else if (word == "--") {
    position.only_arguments = true;
  } else if (!position.only_arguments && word.size() > 1 && word.front() == '-') {
    pass_option(position, word);
  } else if (CLI::App* command = command_named(*position.app, word)) {
    position.app = command;
    position.given.clear();
  } else if (!has_commands(*position.app)) {
    ++position.arguments;
  }
}

/// The argument that comes next; the last one takes all that follow.
CLI::Option* next_argument(CLI::App& app, std::size_t number) {
  CLI::Option* last = nullptr;
  for (CLI::Option* option : app.get_options([](const CLI::Option* one) { return one->get_positional(); })) {
    last = option;
    if (number == 0) break;
    --number;
  }
  return last != nullptr && (number == 0 || form_of(*last).repeatable) ? last : nullptr;
}

class Completer {
 public:
  explicit Completer(std::string word) : word_(std::move(word)) {}

  void add_commands(CLI::App& app) {
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
      add(command->get_name(), command->get_description());
    }
    if (app.get_parent() == nullptr) add("help", "");
  }

  void add_options(const Position& position) {
    for (CLI::Option* option : position.app->get_options()) {
      if (option->get_lnames().empty()) continue;
      if (position.given.count(option) != 0 && !form_of(*option).repeatable) continue;
      add("--" + option->get_lnames().front(), option->get_description());
    }
  }

  /// `prefix` is the part of the word before the value: `--lang=`, or nothing.
  void add_values(CLI::Option& option, const std::string& prefix) {
    const OptionForm form = form_of_unused(option);
    found_.files = form.kind == ValueKind::file || form.kind == ValueKind::edition;
    found_.folders = form.kind == ValueKind::folder;
    if (form.choices.empty()) return;
    const std::string value = word_.substr(prefix.size());
    const std::size_t comma = form.is_list ? value.rfind(',') : std::string::npos;
    const std::string head = comma == std::string::npos ? "" : value.substr(0, comma + 1);
    for (const std::string& choice : form.choices) {
      if (!is_in_list(head, choice)) add(prefix + head + choice + (form.is_pair ? "=" : ""), "");
    }
    found_.goes_on = form.is_list || form.is_pair;
  }

  Completion take() { return std::move(found_); }

 private:
  void add(std::string word, std::string description) {
    if (begins_with(word, word_)) found_.candidates.push_back({std::move(word), std::move(description)});
  }

  static bool is_in_list(const std::string& list, const std::string& choice) {
    return (',' + list).find(',' + choice + ',') != std::string::npos;
  }

  std::string word_;
  Completion found_;
};

}  // namespace

Completion complete(CLI::App& root, std::span<const std::string> before, const std::string& word) {
  Position position{.app = &root, .awaited = nullptr, .arguments = 0, .only_arguments = false, .given = {}};
  for (const std::string& one : before) pass(position, one);
  Completer completer(word);
  const std::size_t equals = word.find('=');
  if (position.awaited != nullptr) {
    completer.add_values(*position.awaited, "");
  } else if (!position.only_arguments && begins_with(word, "--") && equals != std::string::npos) {
    CLI::Option* option = option_named(*position.app, word.substr(0, equals));
    if (option != nullptr) completer.add_values(*option, word.substr(0, equals + 1));
  } else if (!position.only_arguments && begins_with(word, "-")) {
    completer.add_options(position);
  } else if (has_commands(*position.app)) {
    completer.add_commands(*position.app);
  } else if (CLI::Option* argument = next_argument(*position.app, position.arguments)) {
    completer.add_values(*argument, "");
  }
  return completer.take();
}

std::string completion_lines(CLI::App& root, std::span<const std::string> arguments) {
  constexpr std::string_view word_flag = "--word=";
  std::string word;
  arguments = arguments.subspan(1);
  if (!arguments.empty() && begins_with(arguments.front(), word_flag)) {
    word = arguments.front().substr(word_flag.size());
    arguments = arguments.subspan(1);
  }
  const Completion completion = complete(root, arguments, word);
  std::string lines;
  for (const Candidate& candidate : completion.candidates) {
    lines += candidate.word;
    if (!candidate.description.empty()) lines += '\t' + candidate.description;
    lines += '\n';
  }
  lines += ':';
  if (completion.files) lines += " files";
  if (completion.folders) lines += " folders";
  if (completion.goes_on) lines += " nospace";
  return lines + '\n';
}

}  // namespace nceplan::cli
