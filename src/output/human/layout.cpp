#include "layout.hpp"

#include <algorithm>

#include "nceplan/base/text.hpp"

namespace nceplan {
namespace {

/// Room that is always given to a text, however far it is indented.
constexpr std::size_t least_columns = 20;

std::size_t missing(std::string_view text, std::size_t columns) {
  const std::size_t width = display_width(text);
  return columns > width ? columns - width : 0;
}

/// Where the first word of `text` ends: at a space, but not inside short parentheses such as `(Plan 1)`.
std::size_t end_of_word(std::string_view text) {
  constexpr std::size_t short_parentheses = 12;
  std::size_t space = text.find(' ', 1);
  const std::size_t open = text.find('(');
  if (open < space) {
    const std::size_t close = text.find(')', open);
    if (close != std::string_view::npos && close - open < short_parentheses) space = text.find(' ', close);
  }
  return std::min(space, text.size());
}

}  // namespace

std::string pad_right(std::string_view text, std::size_t columns) {
  return std::string(text) + std::string(missing(text, columns), ' ');
}

std::string pad_left(std::string_view text, std::size_t columns) {
  return std::string(missing(text, columns), ' ') + std::string(text);
}

std::vector<std::string> wrap(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines(1);
  std::size_t width = 0;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, end_of_word(text));
    const std::size_t word_width = display_width(word);
    if (columns != 0 && width != 0 && width + word_width > columns) {
      lines.emplace_back(word.substr(word.front() == ' ' ? 1 : 0));
      width = display_width(lines.back());
    } else {
      lines.back() += word;
      width += word_width;
    }
    text.remove_prefix(word.size());
  }
  return lines;
}

std::string indented(std::string_view first, std::string_view text, std::size_t width) {
  const std::size_t indent = display_width(first);
  const std::size_t columns = width == 0 ? 0 : std::max(least_columns, width - std::min(width, indent));
  std::string result(first);
  bool later = false;
  for (const std::string& line : wrap(text, columns)) {
    if (later) result.append(indent, ' ');
    result.append(line).append("\n");
    later = true;
  }
  return result;
}

}  // namespace nceplan
