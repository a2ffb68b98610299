// A command line, or a setting, that nceplan cannot follow.
#pragma once

#include <exception>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "nceplan/i18n/cli_texts.hpp"

namespace nceplan::cli {

/// Thrown while arguments are read. `text` says what is wrong, `arguments` fill its placeholders.
class UsageError : public std::exception {
 public:
  UsageError(CliText text, std::vector<std::string> arguments) : text_(text), arguments_(std::move(arguments)) {}

  /// What would be accepted: shown as a list.
  UsageError&& expecting(std::string expected) && {
    expected_ = std::move(expected);
    return std::move(*this);
  }
  /// What the user probably meant; an empty one is not shown.
  UsageError&& suggesting(std::string suggestion) && {
    suggestion_ = std::move(suggestion);
    return std::move(*this);
  }
  /// All words that would be accepted, for completion; `expecting` shows them, or where they can be found.
  UsageError&& choosing_from(std::span<const std::string_view> choices) && {
    choices_.assign(choices.begin(), choices.end());
    return std::move(*this);
  }
  /// Where the value stands, if not on the command line: `NCEPLAN_DUE`, `nceplan.toml:3:1`.
  void set_place(std::string place) { place_ = std::move(place); }

  CliText text() const { return text_; }
  const std::vector<std::string>& arguments() const { return arguments_; }
  const std::string& expected() const { return expected_; }
  const std::string& suggestion() const { return suggestion_; }
  const std::vector<std::string>& choices() const { return choices_; }
  const std::string& place() const { return place_; }
  const char* what() const noexcept override { return "nceplan: usage error"; }

 private:
  CliText text_;
  std::vector<std::string> arguments_;
  std::string expected_;
  std::string suggestion_;
  std::vector<std::string> choices_;
  std::string place_;
};

/// The error for a value that is none of `known`: lists them and names the nearest, behind `flag` when there is one.
UsageError unknown_choice(CliText text, std::string_view flag, std::string_view value,
                          std::span<const std::string_view> known);

}  // namespace nceplan::cli
