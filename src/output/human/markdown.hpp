// GitHub-flavoured Markdown: escaping, and the rows of its tables.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nceplan {

/// `text` so that Markdown and HTML show it as it is, on one line, in a table cell too. Line breaks and other control
/// characters become visible escapes.
std::string markdown_text(std::string_view text);

/// A row of cells that are Markdown already.
std::string markdown_row(const std::vector<std::string>& cells);

/// The line below the headings; `right` says which columns are aligned to the right.
std::string markdown_rule(const std::vector<bool>& right);

}  // namespace nceplan
