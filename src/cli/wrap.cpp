#include "wrap.hpp"

#include "nceplan/base/text.hpp"

namespace nceplan::cli {

std::string wrapped(std::string_view prose, std::size_t width, std::size_t indent, std::size_t start) {
  std::string lines;
  std::size_t column = start;
  for (const std::string_view word : split(prose, ' ')) {
    const std::size_t needed = display_width(word);
    if (!lines.empty() && column + 1 + needed > width) {
      lines.append(1, '\n').append(indent, ' ');
      column = indent;
    } else if (!lines.empty()) {
      lines += ' ';
      ++column;
    }
    lines += word;
    column += needed;
  }
  return lines;
}

}  // namespace nceplan::cli
