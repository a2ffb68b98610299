#include "help.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>

#include "nceplan/base/text.hpp"
#include "wrap.hpp"

namespace nceplan::cli {
namespace {

constexpr std::size_t page_width = 80;
constexpr std::size_t term_width = 24;

/// `  term   description`, with the description beside or, behind a long term, below it.
std::string entry(std::string_view term, std::string_view description) {
  std::string line = fmt::format("  {}", term);
  const std::size_t indent = 2 + term_width + 2;
  const std::size_t width = display_width(line);
  if (width + 2 > indent) {
    line.append(1, '\n').append(indent, ' ');
  } else {
    line.append(indent - width, ' ');
  }
  return line + wrapped(description, page_width, indent, indent) + '\n';
}

std::string heading(CliText title, Language language) { return fmt::format("\n{}\n", text(title, language)); }

std::string example_lines(std::span<const std::string_view> examples) {
  std::string lines;
  for (const std::string_view example : examples) lines += fmt::format("  {}\n", example);
  return lines;
}

std::string command_lines(std::span<const Command> commands, Language language) {
  std::string lines;
  for (const Command& command : commands) lines += entry(command.name, text(command.summary, language));
  return lines;
}

std::string option_names(const CLI::Option& option) {
  std::string names;
  for (const std::string& name : option.get_snames()) names += "-" + name + ", ";
  for (const std::string& name : option.get_lnames()) names += "--" + name;
  const bool takes_value = option.get_items_expected_max() > 0;
  return names + (takes_value ? " " : "") + option.get_type_name();
}

std::string exit_codes(Language language) {
  static constexpr std::array codes = {CliText::exit_0, CliText::exit_1, CliText::exit_2, CliText::exit_3};
  std::string lines = heading(CliText::heading_exit_codes, language);
  for (std::size_t code = 0; code < codes.size(); ++code) {
    lines += entry(std::to_string(code), text(codes[code], language));
  }
  return lines;
}

constexpr std::array<std::string_view, 4> first_examples = {
    "nceplan plan kunden.csv",
    "nceplan plan kunden.csv --due 30 -o plan.csv",
    "nceplan explain \"Fabrikam AG\" kunden.csv",
    "nceplan check kunden.csv",
};

std::string opening(Language language) {
  return wrapped(text(CliText::program_summary, language), page_width, 0, 0) + '\n' +
         heading(CliText::heading_examples, language) + example_lines(first_examples);
}

}  // namespace

std::string short_help(std::span<const Command> commands, Language language) {
  return opening(language) + heading(CliText::heading_commands, language) + command_lines(commands, language) + '\n' +
         wrapped(text(CliText::more_help, language), page_width, 0, 0) + '\n';
}

std::string program_help(std::span<const Command> commands, Language language) {
  return short_help(commands, language) + exit_codes(language) + heading(CliText::heading_settings, language) + "  " +
         wrapped(text(CliText::settings, language), page_width, 2, 2) + '\n';
}

std::string family_help(std::string_view family, std::span<const Command> commands, Language language) {
  std::vector<Command> members;
  std::copy_if(commands.begin(), commands.end(), std::back_inserter(members), [&](const Command& command) {
    return command.name.size() > family.size() && command.name.substr(0, family.size()) == family;
  });
  std::string help(text(CliText::heading_examples, language));
  help += '\n';
  for (const Command& member : members) help += example_lines(member.examples.first(1));
  return help + heading(CliText::heading_commands, language) + command_lines(members, language) + '\n' +
         wrapped(text(CliText::more_help, language), page_width, 0, 0) + '\n';
}

std::string command_help(const Command& command, const CLI::App& app, Language language) {
  std::string help = wrapped(text(command.summary, language), page_width, 0, 0) + '\n';
  help += heading(CliText::heading_examples, language) + example_lines(command.examples);
  help += heading(CliText::heading_usage, language);
  help += "  " + wrapped(fmt::format("nceplan {} {}", command.name, command.usage), page_width, 4, 2) + '\n';
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional()) help += entry(option->get_single_name(), option->get_description());
  }
  for (const std::string& group : app.get_groups()) {
    std::string lines;
    for (const CLI::Option* option : app.get_options()) {
      if (option->get_positional() || option->get_group() != group) continue;
      lines += entry(option_names(*option), option->get_description());
    }
    if (!lines.empty()) help += fmt::format("\n{}\n{}", group, lines);
  }
  return help;
}

}  // namespace nceplan::cli
