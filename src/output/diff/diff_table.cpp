// A diff for people: as columns of a terminal, and as Markdown.
#include <algorithm>
#include <array>

#include "diff_frame.hpp"
#include "diff_writers.hpp"
#include "i18n/format_text.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/i18n/texts.hpp"
#include "output/human/layout.hpp"
#include "output/human/markdown.hpp"
#include "output/human/style.hpp"
#include "output/human/text_grid.hpp"

namespace nceplan {
namespace {

constexpr std::size_t cell_count = 4;  // product, change, before, after
constexpr std::size_t gap = 2;
constexpr std::size_t mark_columns = 2;

using Cells = std::array<std::string, cell_count>;
using Widths = std::array<std::size_t, cell_count>;

char mark_of(const DiffLine& line) { return line.kind == ChangeKind::became_urgent ? '!' : ' '; }

/// The cells of a line; the product only on the first line of a subscription.
Cells cells_of(const DiffLines& lines, const DiffLine& line, bool first, Language language) {
  Cells cells;
  if (first) {
    cells[0] = human_text(lines.value(line, DiffColumn::product_name), language);
    if (cells[0].empty()) cells[0] = text(Text::product_unnamed, language);
  }
  cells[1] = word(line.kind, language);
  cells[2] = human_text(lines.value(line, DiffColumn::before), language);
  cells[3] = human_text(lines.value(line, DiffColumn::after), language);
  return cells;
}

Cells headings_in(Language language) {
  return {std::string(text(Text::heading_product, language)), std::string(text(Text::heading_change, language)),
          std::string(text(Text::heading_before, language)), std::string(text(Text::heading_after, language))};
}

/// As wide as the widest cell; where that is too much, the widest columns give way and wrap.
Widths fitted(Widths widths, unsigned width) {
  constexpr std::size_t least = 10;
  const auto total = [&widths] {
    return mark_columns + widths[0] + widths[1] + widths[2] + widths[3] + gap * (cell_count - 1);
  };
  while (width != 0 && total() > width) {
    std::size_t& widest = *std::max_element(widths.begin(), widths.end());
    if (widest <= least) break;
    --widest;
  }
  return widths;
}

class DiffTable {
 public:
  DiffTable(const DiffReport& report, const DiffOptions& options, const Sink& sink)
      : report_(report), options_(options), sink_(sink), lines_(report, options.language) {}

  void write() {
    for (const std::string& line : diff_head(report_, options_)) sink_(indented("", line, options_.width));
    const std::vector<DiffLine> shown = lines_.matching(options_.where);
    if (!shown.empty()) write_customers(by_customer(lines_, shown, options_.language));
    sink_("\n");
    for (const std::string& line : diff_foot(report_, shown, options_)) sink_(indented("", line, options_.width));
  }

 private:
  void write_customers(const std::vector<DiffCustomer>& customers) {
    const Widths widths = widths_of(customers);
    sink_("\n");
    write_cells(headings_in(options_.language), widths, ' ', Style::bold);
    for (const DiffCustomer& customer : customers) {
      const std::string name = options_.width == 0 ? customer.name : elide(customer.name, options_.width);
      sink_(styled(name, Style::bold, options_.color) + '\n');
      const SubscriptionChange* last = nullptr;
      for (const DiffLine& line : customer.lines) {
        const Cells cells = cells_of(lines_, line, line.change != last, options_.language);
        const char mark = mark_of(line);
        write_cells(cells, widths, mark, mark == '!' ? Style::urgent : Style::plain);
        last = line.change;
      }
    }
  }

  Widths widths_of(const std::vector<DiffCustomer>& customers) const {
    Widths widths{};
    const auto measure = [&widths](const Cells& cells) {
      constexpr std::size_t widest = 60;
      for (std::size_t i = 0; i < cell_count; ++i) {
        widths[i] = std::max(widths[i], std::min(widest, display_width(cells[i])));
      }
    };
    measure(headings_in(options_.language));
    for (const DiffCustomer& customer : customers) {
      for (const DiffLine& line : customer.lines) measure(cells_of(lines_, line, true, options_.language));
    }
    return fitted(widths, options_.width);
  }

  void write_cells(const Cells& cells, const Widths& widths, char mark, Style style) {
    std::array<std::vector<std::string>, cell_count> wrapped;
    std::size_t height = 1;
    for (std::size_t i = 0; i < cell_count; ++i) {
      wrapped[i] = options_.width == 0 ? std::vector{cells[i]} : wrap(cells[i], widths[i]);
      height = std::max(height, wrapped[i].size());
    }
    for (std::size_t row = 0; row < height; ++row) {
      std::string line = row == 0 ? std::string{mark, ' '} : std::string(mark_columns, ' ');
      for (std::size_t i = 0; i < cell_count; ++i) {
        const std::string part = row < wrapped[i].size() ? wrapped[i][row] : std::string();
        line += pad_right(options_.width == 0 ? part : elide(part, widths[i]), widths[i]) + std::string(gap, ' ');
      }
      line.erase(line.find_last_not_of(' ') + 1);
      sink_(styled(line, style, options_.color) + '\n');
    }
  }

  const DiffReport& report_;
  const DiffOptions& options_;
  const Sink& sink_;
  DiffLines lines_;
};

/// With --columns: those, one line a change.
TextGrid grid_of(const DiffLines& lines, const std::vector<DiffLine>& shown, const DiffOptions& options) {
  TextGrid grid;
  for (const DiffColumn column : options.columns) {
    grid.headings.emplace_back(heading(column, options.language));
    grid.right.push_back(type_of(column) == "integer");
  }
  for (const DiffLine& line : shown) {
    std::vector<std::string>& row = grid.rows.emplace_back();
    for (const DiffColumn column : options.columns) {
      row.push_back(human_text(lines.value(line, column), options.language));
    }
  }
  return grid;
}

void write_customer_table(const DiffLines& lines, const DiffCustomer& customer, Language language, const Sink& sink) {
  std::vector<std::string> headings = {""};
  for (const DiffColumn column :
       {DiffColumn::product_name, DiffColumn::change, DiffColumn::before, DiffColumn::after}) {
    headings.push_back(markdown_text(heading(column, language)));
  }
  sink("## " + markdown_text(customer.name) + "\n\n" + markdown_row(headings) +
       markdown_rule(std::vector<bool>(headings.size())));
  const SubscriptionChange* last = nullptr;
  for (const DiffLine& line : customer.lines) {
    const char mark = mark_of(line);
    std::vector<std::string> row = {mark == ' ' ? std::string() : std::string{mark}};
    for (const std::string& cell : cells_of(lines, line, line.change != last, language)) {
      row.push_back(markdown_text(cell));
    }
    sink(markdown_row(row));
    last = line.change;
  }
  sink("\n");
}

}  // namespace

void write_diff_table(const DiffReport& report, const DiffOptions& options, const Sink& sink) {
  if (options.columns.empty()) return DiffTable(report, options, sink).write();
  const DiffLines lines(report, options.language);
  const std::vector<DiffLine> shown = lines.matching(options.where);
  for (const std::string& line : diff_head(report, options)) sink(line + '\n');
  sink("\n");
  if (!shown.empty()) write_aligned(grid_of(lines, shown, options), options.color, sink);
  sink("\n");
  for (const std::string& line : diff_foot(report, shown, options)) sink(line + '\n');
}

void write_diff_markdown(const DiffReport& report, const DiffOptions& options, const Sink& sink) {
  const DiffLines lines(report, options.language);
  const std::vector<DiffLine> shown = lines.matching(options.where);
  const auto write_lines = [&sink](const std::vector<std::string>& paragraphs) {
    for (const std::string& line : paragraphs) sink(markdown_text(line) + "\n\n");
  };
  write_lines(diff_head(report, options));
  if (!options.columns.empty() && !shown.empty()) {
    write_markdown(grid_of(lines, shown, options), sink);
    sink("\n");
  } else {
    for (const DiffCustomer& customer : by_customer(lines, shown, options.language)) {
      write_customer_table(lines, customer, options.language, sink);
    }
  }
  write_lines(diff_foot(report, shown, options));
}

}  // namespace nceplan
