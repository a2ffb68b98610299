// Help: examples first, then arguments and flags in groups, within 80 columns.
#pragma once

#include <span>
#include <string>

#include "cli/commands/command.hpp"
#include "cli11.hpp"
#include "nceplan/i18n/language.hpp"

namespace nceplan::cli {

std::string program_help(std::span<const Command> commands, Language language);
/// For a call without arguments: what there is, in a few lines.
std::string short_help(std::span<const Command> commands, Language language);
/// Help of a family of commands, such as `rules`.
std::string family_help(std::string_view family, std::span<const Command> commands, Language language);
std::string command_help(const Command& command, const CLI::App& app, Language language);

}  // namespace nceplan::cli
