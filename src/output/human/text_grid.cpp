#include "text_grid.hpp"

#include "layout.hpp"
#include "markdown.hpp"
#include "nceplan/base/text.hpp"
#include "style.hpp"

namespace nceplan {
namespace {

std::string aligned(const std::vector<std::string>& cells, const std::vector<bool>& right,
                    const std::vector<std::size_t>& widths) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    line += "  ";
    line += right[i] ? pad_left(cells[i], widths[i]) : pad_right(cells[i], widths[i]);
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

std::vector<std::string> escaped(std::vector<std::string> cells) {
  for (std::string& cell : cells) cell = markdown_text(cell);
  return cells;
}

}  // namespace

void write_aligned(const TextGrid& grid, bool color, const Sink& sink) {
  std::vector<std::size_t> widths;
  for (const std::string& heading : grid.headings) widths.push_back(display_width(heading));
  for (const auto& row : grid.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
  }
  sink(styled(aligned(grid.headings, grid.right, widths), Style::bold, color) + '\n');
  for (const auto& row : grid.rows) sink(aligned(row, grid.right, widths) + '\n');
}

void write_markdown(const TextGrid& grid, const Sink& sink) {
  sink(markdown_row(escaped(grid.headings)) + markdown_rule(grid.right));
  for (const auto& row : grid.rows) sink(markdown_row(escaped(row)));
}

}  // namespace nceplan
