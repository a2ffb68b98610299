// Prose in lines.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace nceplan::cli {

/// The words of `prose` in lines of at most `width` columns; all but the first are indented by `indent` spaces, and the
/// first starts at column `start`. Words that are too long stay whole.
std::string wrapped(std::string_view prose, std::size_t width, std::size_t indent, std::size_t start);

}  // namespace nceplan::cli
