// `--summary` for people: how many subscriptions stand where, and how many are due when.
#include "human_writers.hpp"
#include "i18n/format_text.hpp"
#include "layout.hpp"
#include "markdown.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/i18n/texts.hpp"
#include "output/summary.hpp"
#include "report_frame.hpp"
#include "text_grid.hpp"

namespace nceplan {
namespace {

class SummaryWriter {
 public:
  SummaryWriter(const SelectedRows& rows, const ReportOptions& options, const Sink& sink)
      : rows_(rows), options_(options), sink_(sink), summary_(summarize(rows)) {}

  void write() {
    write_lines(head_lines(rows_, options_));
    if (rows_.size() != 0) {
      write_grid(phases());
      write_grid(due());
      write_grid(months());
    }
    if (!is_markdown()) sink_("\n");
    write_lines(foot_lines(rows_, tally_of(rows_), options_));
  }

 private:
  bool is_markdown() const { return options_.format == ReportFormat::md; }
  std::string said(Text id) const { return std::string(text(id, options_.language)); }

  void write_lines(const std::vector<std::string>& lines) {
    for (const std::string& line : lines) {
      sink_(is_markdown() ? markdown_text(trim(line)) + "\n\n" : indented("", line, options_.width));
    }
  }
  void write_grid(const TextGrid& grid) {
    if (is_markdown()) {
      write_markdown(grid, sink_);
      sink_("\n");
    } else {
      sink_("\n");
      write_aligned(grid, options_.color, sink_);
    }
  }

  TextGrid phases() const;
  TextGrid due() const;
  TextGrid months() const;

  const SelectedRows& rows_;
  const ReportOptions& options_;
  const Sink& sink_;
  const Summary summary_;
};

TextGrid SummaryWriter::phases() const {
  TextGrid grid{{said(Text::heading_phase), said(Text::heading_count)}, {false, true}, {}};
  for (std::size_t i = 0; i < phase_count; ++i) {
    if (summary_.phases[i] == 0) continue;
    grid.rows.push_back(
        {std::string(word(static_cast<Phase>(i), options_.language)), std::to_string(summary_.phases[i])});
  }
  grid.rows.push_back({said(Text::total), std::to_string(summary_.shown)});
  return grid;
}

/// Parts that do not overlap and add up to the total.
TextGrid SummaryWriter::due() const {
  const DueCounts& due = summary_.due;
  TextGrid grid{{said(Text::heading_due), said(Text::heading_count)}, {false, true}, {}};
  const auto add = [&](Text label, std::uint64_t count) { grid.rows.push_back({said(label), std::to_string(count)}); };
  add(Text::due_overdue, due.overdue);
  add(Text::due_in_7, due.due_7_days - due.overdue);
  add(Text::due_in_30, due.due_30_days - due.due_7_days);
  add(Text::due_later, due.later);
  add(Text::due_never, due.without_due_date);
  add(Text::total, summary_.shown);
  return grid;
}

TextGrid SummaryWriter::months() const {
  const Language language = options_.language;
  TextGrid grid{
      {said(Text::heading_month), said(Text::heading_category), said(Text::heading_phase), said(Text::heading_count)},
      {false, false, false, true},
      {}};
  for (const SummaryLine& line : summary_.months.lines()) {
    const auto first_day = parse_iso_date(line.month + "-01");
    const std::string month = first_day ? format_month(*first_day, language) : said(Text::no_migration_date);
    grid.rows.push_back({month, std::string(word(line.category, language)), std::string(word(line.phase, language)),
                         std::to_string(line.count)});
  }
  return grid;
}

}  // namespace

void write_summary_text(const SelectedRows& rows, const ReportOptions& options, const Diagnostics&, const Sink& sink) {
  SummaryWriter(rows, options, sink).write();
}

}  // namespace nceplan
