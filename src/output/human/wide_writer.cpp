// One line per subscription, all of it: for wide terminals, pagers and grep.
#include <algorithm>

#include "grouping.hpp"
#include "headings.hpp"
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

constexpr std::string_view gap = "  ";

const std::vector<Column>& default_columns() {
  static const std::vector<Column> columns = {
      Column::customer_name,
      Column::product_name,
      Column::subscription_id,
      Column::seats,
      Column::term,
      Column::billing_plan,
      Column::creation_date,
      Column::term_end_date,
      Column::renewal_date,
      Column::preorder_from,
      Column::self_migrate_from,
      Column::self_migrate_until,
      Column::migration_date,
      Column::window_start,
      Column::window_last_full_day,
      Column::window_end,
      Column::target_term,
      Column::committed_until,
      Column::phase,
      Column::act_by,
      Column::days_left,
      Column::action,
  };
  return columns;
}

class WideWriter {
 public:
  WideWriter(const SelectedRows& rows, const ReportOptions& options, const Sink& sink)
      : rows_(rows),
        options_(options),
        sink_(sink),
        columns_(options.columns.empty() ? default_columns() : options.columns),
        cells_(rows.plan(), options.language) {}

  void write() {
    for (const std::string& line : head_lines(rows_, options_)) sink_(line + '\n');
    if (rows_.size() != 0) {
      measure();
      write_headings();
      for (const ReportGroup& group : grouped(rows_, options_)) write_group(group);
    }
    const Tally tally = tally_of(rows_);
    const std::string marks = legend(tally, options_.language);
    sink_(marks.empty() ? "\n" : '\n' + marks + '\n');
    for (const std::string& line : foot_lines(rows_, tally, options_)) sink_(line + '\n');
  }

 private:
  void load(RowIndex row) { cells_.load(rows_.plan().portfolio().block_of(row), row); }
  void measure();
  void write_headings();
  void write_group(const ReportGroup& group);
  void write_row(RowIndex row);
  /// Adds a cell to a line; numbers stand right, the last column is not padded.
  void add_cell(std::size_t index, std::string_view value);

  const SelectedRows& rows_;
  const ReportOptions& options_;
  const Sink& sink_;
  const std::vector<Column>& columns_;
  RowCells cells_;
  std::vector<std::size_t> widths_;
  std::string line_;
};

void WideWriter::measure() {
  constexpr std::size_t widest = 60;
  for (const Column column : columns_) widths_.push_back(display_width(heading(column, options_.language)));
  rows_.for_each([&](RowIndex row) {
    load(row);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      widths_[i] = std::max(widths_[i], std::min(widest, display_width(human_text(cells_, columns_[i]))));
    }
  });
}

void WideWriter::add_cell(std::size_t index, std::string_view value) {
  if (index != 0) line_ += gap;
  if (type_of(columns_[index]) == ColumnType::integer) {
    line_ += pad_left(value, widths_[index]);
  } else {
    line_ += index + 1 == columns_.size() ? std::string(value) : pad_right(value, widths_[index]);
  }
}

void WideWriter::write_headings() {
  line_ = "  ";
  for (std::size_t i = 0; i < columns_.size(); ++i) add_cell(i, heading(columns_[i], options_.language));
  sink_('\n' + styled(line_, Style::bold, options_.color) + '\n');
}

void WideWriter::write_group(const ReportGroup& group) {
  if (!group.title.empty()) sink_('\n' + styled(group.title, Style::bold, options_.color) + '\n');
  for (const CustomerGroup& customer : group.customers) {
    for (const RowIndex row : customer.rows) write_row(row);
  }
}

void WideWriter::write_row(RowIndex row) {
  load(row);
  const char mark = mark_of(cells_.entry(), rows_.plan().context().as_of);
  line_ = std::string{mark, ' '};
  for (std::size_t i = 0; i < columns_.size(); ++i) add_cell(i, human_text(cells_, columns_[i]));
  line_.erase(line_.find_last_not_of(' ') + 1);
  const Style style = mark == '!' ? Style::urgent : mark == '-' ? Style::dim : Style::plain;
  sink_(styled(line_, style, options_.color) + '\n');
}

}  // namespace

void write_wide(const SelectedRows& rows, const ReportOptions& options, const Diagnostics&, const Sink& sink) {
  WideWriter(rows, options, sink).write();
}

}  // namespace nceplan
