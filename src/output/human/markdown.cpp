#include "markdown.hpp"

#include "nceplan/base/text.hpp"

namespace nceplan {
namespace {

/// Characters with a meaning inside a line of GFM.
constexpr std::string_view special = "\\`*_[]|~";

void append_escaped(std::string& result, char c) {
  if (c == '<') {
    result += "&lt;";
  } else if (c == '>') {
    result += "&gt;";
  } else if (c == '&') {
    result += "&amp;";
  } else {
    if (special.find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
}

}  // namespace

std::string markdown_text(std::string_view text) {
  std::string result;
  // escape_controls writes backslashes for what it makes visible; they are escaped like any other.
  for (const char c : escape_controls(text)) append_escaped(result, c);
  return result;
}

std::string markdown_row(const std::vector<std::string>& cells) {
  std::string row = "|";
  for (const std::string& cell : cells) {
    row += cell.empty() ? " " : ' ' + cell + ' ';
    row += '|';
  }
  return row + '\n';
}

std::string markdown_rule(const std::vector<bool>& right) {
  std::string row = "|";
  for (const bool aligned : right) row += aligned ? " ---: |" : " --- |";
  return row + '\n';
}

}  // namespace nceplan
