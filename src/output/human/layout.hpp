// Text in columns of a terminal: padding and wrapping by display width.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nceplan {

/// `text` and spaces up to `columns`; a wider text stays whole.
std::string pad_right(std::string_view text, std::size_t columns);
std::string pad_left(std::string_view text, std::size_t columns);

/// Lines of at most `columns`, broken at spaces; a longer word has a line of its own and stays whole. With 0 columns
/// one line. An empty text has one empty line.
std::vector<std::string> wrap(std::string_view text, std::size_t columns);

/// `text` wrapped at `width` columns in all (0 never wraps), its first line after `first`, the others after as many
/// spaces; ends with a line break.
std::string indented(std::string_view first, std::string_view text, std::size_t width);

}  // namespace nceplan
