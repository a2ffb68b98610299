// The default output: what to do next, by customer, in the columns of a terminal.
#include <algorithm>
#include <cstdlib>

#include "grouping.hpp"
#include "human_cell.hpp"
#include "human_writers.hpp"
#include "i18n/format_text.hpp"
#include "layout.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/i18n/texts.hpp"
#include "report_frame.hpp"
#include "style.hpp"

namespace nceplan {
namespace {

constexpr std::size_t date_columns = 10;
constexpr std::size_t mark_columns = 2;        ///< before each name
constexpr std::string_view addon_lead = "+ ";  ///< of an add-on below its base
constexpr std::size_t hanging = 2;             ///< of the further lines of a name
constexpr std::string_view gap = "  ";
constexpr std::string_view wide_gap = "    ";  ///< after a date, so that the longer heading fits

struct Columns {
  std::size_t name = 0;  ///< lead included
  std::size_t seats = 0;
  std::size_t step = 0;  ///< 0 never wraps

  std::size_t before_step() const {
    return mark_columns + name + gap.size() + seats + 2 * (gap.size() + date_columns) + wide_gap.size();
  }
};

/// Widths of what is shown, capped so that one odd name does not push all lines apart.
Columns natural_columns(const SelectedRows& rows, const ReportOptions& options) {
  constexpr std::size_t least_name = 20;
  constexpr std::size_t widest_name = 60;
  const Plan& plan = rows.plan();
  Columns columns{least_name, 3, 0};
  std::unordered_map<std::uint32_t, std::size_t> widths;
  rows.for_each([&](RowIndex row) {
    const Subscription& subscription = plan.portfolio().row(row);
    const auto [found, added] = widths.try_emplace(subscription.product.bits, 0);
    if (added) found->second = display_width(product_label(plan, subscription, options.language));
    const std::size_t lead = plan.root(row) == row ? 0 : addon_lead.size();
    columns.name = std::max(columns.name, std::min(widest_name, found->second + lead));
    columns.seats = std::max(columns.seats, std::to_string(subscription.seats).size());
  });
  return columns;
}

/// Shares the terminal out between name and next step, which wrap where they must.
Columns fitted_columns(const SelectedRows& rows, const ReportOptions& options) {
  constexpr std::size_t ample_step = 40;
  constexpr std::size_t least_step = 20;
  Columns columns = natural_columns(rows, options);
  if (options.width == 0) return columns;
  const std::size_t fixed = columns.before_step() - columns.name;
  const std::size_t shared = std::max<std::size_t>(options.width, fixed + 2 * least_step) - fixed;
  const std::size_t step = shared >= columns.name + ample_step ? shared - columns.name : shared / 2;
  columns.name = std::min(columns.name, shared - step);
  columns.step = shared - columns.name;
  return columns;
}

class TableWriter {
 public:
  TableWriter(const SelectedRows& rows, const ReportOptions& options, const Sink& sink)
      : rows_(rows),
        options_(options),
        sink_(sink),
        columns_(fitted_columns(rows, options)),
        cells_(rows.plan(), options.language) {}

  void write() {
    for (const std::string& line : head_lines(rows_, options_)) write_wrapped(line);
    const Tally tally = tally_of(rows_);
    if (rows_.size() != 0) write_rows();
    sink_("\n");
    if (const std::string marks = legend_of(tally); !marks.empty()) write_wrapped(marks);
    for (const std::string& line : foot_lines(rows_, tally, options_)) write_wrapped(line);
  }

 private:
  void write_rows();
  void write_headings();
  std::string legend_of(const Tally& tally) const {
    std::string marks = legend(tally, options_.language);
    if (has_addons_) marks += (marks.empty() ? "" : "   ") + std::string(said(Text::legend_addon));
    return marks;
  }
  void write_customer(const CustomerGroup& customer);
  void write_row(RowIndex row);
  void write_lines(const std::string& values, std::string_view lead, std::string_view name, std::string_view step,
                   char mark);
  void write_wrapped(const std::string& line) { sink_(indented("", line, options_.width)); }
  void flush() {
    sink_(line_);
    line_.clear();
  }

  std::vector<std::string> wrapped_name(std::string_view name, std::size_t columns) const;
  std::string date(OptionalDate day) const { return day ? format_date(*day, options_.language) : std::string(); }
  std::string_view said(Text id) const { return text(id, options_.language); }
  std::string step_of(bool below_base, bool& follows);
  Style style_of(char mark) const {
    if (mark == '!') return Style::urgent;
    return mark == '-' || mark == '~' ? Style::dim : Style::plain;
  }

  const SelectedRows& rows_;
  const ReportOptions& options_;
  const Sink& sink_;
  const Columns columns_;
  RowCells cells_;
  RowIndex base_ = 0;  ///< the last base written
  std::string base_step_;
  bool has_base_ = false;
  bool has_addons_ = false;
  std::string line_;
};

void TableWriter::write_rows() {
  write_headings();
  for (const ReportGroup& group : grouped(rows_, options_)) {
    if (!group.title.empty()) {
      std::size_t size = 0;
      for (const CustomerGroup& customer : group.customers) size += customer.rows.size();
      const std::string count = counted(Text::single_subscription, Text::subscriptions, size, options_.language);
      sink_('\n' + styled(group.title, Style::bold, options_.color) + " (" + count + ")\n");
    }
    for (const CustomerGroup& customer : group.customers) write_customer(customer);
  }
}

/// The heading of the seats stands over its right-aligned numbers and may reach to the left of them.
void TableWriter::write_headings() {
  const std::string_view seats = said(Text::heading_seats);
  const std::size_t name = columns_.name + gap.size() + columns_.seats;
  const std::size_t seats_columns = display_width(seats);
  std::string line = std::string(mark_columns, ' ') + pad_right(said(Text::heading_product), name - seats_columns);
  line.append(seats).append(gap);
  line.append(pad_right(said(Text::heading_migrates), date_columns)).append(gap);
  line.append(pad_right(said(Text::heading_adjust_until), date_columns + wide_gap.size()));
  line.append(said(Text::heading_do_next));
  sink_('\n' + styled(line, Style::bold, options_.color) + '\n');
}

void TableWriter::write_customer(const CustomerGroup& customer) {
  const std::string name = options_.width == 0 ? customer.name : elide(customer.name, options_.width);
  sink_(styled(name, Style::bold, options_.color) + '\n');
  has_base_ = false;
  for (const RowIndex row : customer.rows) write_row(row);
}

/// An add-on below its base does not repeat what the base says.
std::string TableWriter::step_of(bool below_base, bool& follows) {
  std::string step = next_step(cells_);
  follows = below_base && cells_.entry().notes.has(Note::follows_base) && step == base_step_;
  return follows ? std::string(said(Text::follows_base_shown)) : step;
}

void TableWriter::write_row(RowIndex row) {
  const Plan& plan = rows_.plan();
  cells_.load(plan.portfolio().block_of(row), row);
  const PlanEntry& entry = cells_.entry();
  const RowIndex root = plan.root(row);
  const bool below_base = root != row && has_base_ && root == base_;
  bool follows = false;
  const std::string step = step_of(below_base, follows);
  if (root == row) {
    base_ = row;
    base_step_ = step;
    has_base_ = true;
  }
  const std::int32_t seats = cells_.subscription().seats;
  std::string values = pad_left(seats < 0 ? std::string() : std::to_string(seats), columns_.seats);
  values.append(gap).append(pad_right(date(entry.migration.date), date_columns));
  values.append(gap).append(pad_right(date(entry.window.last_full_day), date_columns)).append(wide_gap);
  const char mark = follows ? ' ' : mark_of(entry, plan.context().as_of);
  has_addons_ = has_addons_ || below_base;
  std::string name = product_label(plan, cells_.subscription(), options_.language);
  if (const std::string holder = held_elsewhere(cells_); !holder.empty()) name += " (" + holder + ')';
  write_lines(values, below_base ? addon_lead : "", name, step, mark);
}

/// One line where that is enough; else lines that leave room to hang below the first. Only a word too long is cut.
std::vector<std::string> TableWriter::wrapped_name(std::string_view name, std::size_t columns) const {
  if (options_.width == 0 || display_width(name) <= columns) return {std::string(name)};
  std::vector<std::string> lines = wrap(name, columns - hanging);
  for (std::string& line : lines) line = elide(line, columns - hanging);
  return lines;
}

void TableWriter::write_lines(const std::string& values, std::string_view lead, std::string_view name,
                              std::string_view step, char mark) {
  const std::vector<std::string> names = wrapped_name(name, columns_.name - lead.size());
  const std::vector<std::string> steps = wrap(step, columns_.step);
  for (std::size_t i = 0; i < std::max(names.size(), steps.size()); ++i) {
    std::string left =
        i == 0 ? std::string{mark, ' '}.append(lead) : std::string(mark_columns + lead.size() + hanging, ' ');
    if (i < names.size()) left += names[i];
    const std::string numbers = i == 0 ? values : std::string(display_width(values), ' ');
    std::string body = pad_right(left, mark_columns + columns_.name) + std::string(gap) + numbers;
    if (i < steps.size()) body += steps[i];
    body.erase(body.find_last_not_of(' ') + 1);
    line_ += styled(body, style_of(mark), options_.color) + '\n';
  }
  flush();
}

}  // namespace

void write_table(const SelectedRows& rows, const ReportOptions& options, const Diagnostics& diagnostics,
                 const Sink& sink) {
  if (!options.columns.empty()) return write_wide(rows, options, diagnostics, sink);
  TableWriter(rows, options, sink).write();
}

}  // namespace nceplan
