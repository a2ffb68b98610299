// A small table of texts, as aligned columns or as Markdown.
#pragma once

#include <string>
#include <vector>

#include "nceplan/output/report.hpp"

namespace nceplan {

struct TextGrid {
  std::vector<std::string> headings;
  std::vector<bool> right;  ///< per column: aligned to the right
  std::vector<std::vector<std::string>> rows;
};

void write_aligned(const TextGrid& grid, bool color, const Sink& sink);
void write_markdown(const TextGrid& grid, const Sink& sink);

}  // namespace nceplan
