// A report for issues, wikis and job summaries: GitHub's Markdown, one table per customer, month or reseller.
#include "grouping.hpp"
#include "headings.hpp"
#include "human_cell.hpp"
#include "human_writers.hpp"
#include "i18n/format_text.hpp"
#include "markdown.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/i18n/texts.hpp"
#include "report_frame.hpp"

namespace nceplan {
namespace {

std::vector<Column> columns_of(const ReportOptions& options) {
  if (!options.columns.empty()) return options.columns;
  std::vector<Column> columns = {Column::product_name,         Column::seats, Column::migration_date,
                                 Column::window_last_full_day, Column::phase, Column::action};
  const bool by_customer = options.group_by == GroupBy::none || options.group_by == GroupBy::customer;
  if (!by_customer) columns.insert(columns.begin(), Column::customer_name);
  return columns;
}

class MarkdownWriter {
 public:
  MarkdownWriter(const SelectedRows& rows, const ReportOptions& options, const Sink& sink)
      : rows_(rows),
        options_(options),
        sink_(sink),
        columns_(columns_of(options)),
        cells_(rows.plan(), options.language) {}

  void write() {
    write_lines(head_lines(rows_, options_));
    for (const ReportGroup& group : grouped(rows_, options_)) write_group(group);
    const Tally tally = tally_of(rows_);
    if (const std::string marks = legend(tally, options_.language); !marks.empty())
      sink_(markdown_text(marks) + "\n\n");
    write_lines(foot_lines(rows_, tally, options_));
  }

 private:
  /// Each line a paragraph of its own.
  void write_lines(const std::vector<std::string>& lines) {
    for (const std::string& line : lines) sink_(markdown_text(trim(line)) + "\n\n");
  }

  void write_group(const ReportGroup& group);
  void write_headings(const std::string& title);
  void write_row(RowIndex row);

  const SelectedRows& rows_;
  const ReportOptions& options_;
  const Sink& sink_;
  const std::vector<Column> columns_;
  RowCells cells_;
};

/// By customer each customer has a table; by month or reseller the customers share one.
void MarkdownWriter::write_group(const ReportGroup& group) {
  if (!group.title.empty()) write_headings(group.title);
  for (const CustomerGroup& customer : group.customers) {
    if (group.title.empty()) write_headings(customer.name);
    for (const RowIndex row : customer.rows) write_row(row);
    if (group.title.empty()) sink_("\n");
  }
  if (!group.title.empty()) sink_("\n");
}

void MarkdownWriter::write_headings(const std::string& title) {
  std::vector<std::string> headings = {""};
  std::vector<bool> right = {false};
  for (const Column column : columns_) {
    headings.push_back(markdown_text(heading(column, options_.language)));
    right.push_back(type_of(column) == ColumnType::integer);
  }
  sink_("## " + markdown_text(title) + "\n\n" + markdown_row(headings) + markdown_rule(right));
}

void MarkdownWriter::write_row(RowIndex row) {
  cells_.load(rows_.plan().portfolio().block_of(row), row);
  const char mark = mark_of(cells_.entry(), rows_.plan().context().as_of);
  std::vector<std::string> values = {mark == ' ' ? std::string() : std::string{mark}};
  for (const Column column : columns_) values.push_back(markdown_text(human_text(cells_, column)));
  sink_(markdown_row(values));
}

}  // namespace

void write_markdown(const SelectedRows& rows, const ReportOptions& options, const Diagnostics&, const Sink& sink) {
  MarkdownWriter(rows, options, sink).write();
}

}  // namespace nceplan
