#include "report_frame.hpp"

#include <numeric>

#include "evidence_text.hpp"
#include "human_cell.hpp"
#include "i18n/format_text.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/i18n/texts.hpp"

namespace nceplan {
namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  return parts.empty() ? std::string()
                       : std::accumulate(parts.begin() + 1, parts.end(), parts.front(),
                                         [&](std::string list, const std::string& part) {
                                           return std::move(list.append(separator).append(part));
                                         });
}

std::string source_line(const Source& source, Language language) {
  std::string line = escape_controls(source.path) + ": ";
  line += counted(Text::single_row, Text::rows, source.rows, language);
  if (source.takeover) line.append(", ").append(text(Text::part_takeover, language));
  if (source.rejected != 0) line += ", " + format_text(Text::part_rejected, language, source.rejected);
  return line;
}

std::string assumptions(const Tally& tally, Language language) {
  std::vector<std::string> parts;
  const auto add = [&](Note note, Text one, Text many) {
    const std::uint64_t count = tally.with(note);
    if (count != 0)
      parts.push_back(one == many ? format_text(many, language, count) : counted(one, many, count, language));
  };
  add(Note::term_assumed, Text::single_term_assumed, Text::terms_assumed);
  add(Note::auto_renew_assumed, Text::auto_renew_assumed, Text::auto_renew_assumed);
  add(Note::id_assumed, Text::id_assumed, Text::id_assumed);
  add(Note::status_assumed, Text::status_assumed, Text::status_assumed);
  add(Note::parent_missing, Text::single_parent_missing, Text::parents_missing);
  return parts.empty() ? std::string() : joined(parts, "; ") + '.';
}

/// The command stands on a line of its own where it would not fit: a broken one cannot be copied.
void add_newer_edition(std::vector<std::string>& lines, const Plan& plan, const ReportOptions& options) {
  std::string command = fmt::format("nceplan rules diff {} {}", plan.context().edition->id, options.newer_edition);
  for (const Source& source : plan.portfolio().sources) command += ' ' + shell_word(escape_controls(source.path));
  std::string moved =
      format_text(Text::newer_edition, options.language, options.newer_edition, options.moved_by_newer_edition);
  const bool fits = options.width == 0 || display_width(moved) + 1 + display_width(command) <= options.width;
  if (fits) {
    lines.push_back(moved + ' ' + command);
  } else {
    lines.push_back(std::move(moved));
    lines.push_back("  " + command);
  }
}

std::string totals_or_why_none(const SelectedRows& rows, const Tally& tally, Language language) {
  if (rows.plan().counts().planned == 0) return std::string(text(Text::nothing_planned, language));
  if (rows.size() == 0) return std::string(text(Text::nothing_shown, language));
  return totals_line(tally, language);
}

}  // namespace

std::string accounting_text(const RowCounts& counts, Language language) {
  std::vector<std::string> parts = {counted(Text::single_part_legacy, Text::part_legacy, counts.planned, language)};
  const auto add = [&](Text part, std::uint64_t count) {
    if (count != 0) parts.push_back(format_text(part, language, count));
  };
  add(Text::part_nce, counts.already_nce);
  add(Text::part_other, counts.other);
  add(Text::part_rejected, counts.rejected);
  add(Text::part_merged, counts.merged);
  return counted(Text::single_row, Text::rows, counts.read, language) + " = " + joined(parts, " + ");
}

void Tally::add(const PlanEntry& entry, Date as_of) {
  const Action primary = entry.primary();
  if (entry.waived_until) {
    ++waived;
  } else if (is_urgent(entry, as_of)) {
    ++urgent;
  } else if (primary.due && days_left(primary, as_of) <= due_soon_days) {
    ++due_30_days;
  } else if (primary.due) {
    ++later;
  } else {
    ++(entry.phase == Phase::already_nce ? on_nce : nothing_to_do);
  }
  entry.notes.for_each([this](Note note) { ++notes[static_cast<std::size_t>(note)]; });
  if (entry.takeover) ++takeovers;
  const char mark = mark_of(entry, as_of);
  has_waiting_mark = has_waiting_mark || mark == '?';
  has_not_covered_mark = has_not_covered_mark || mark == '-';
}

Tally tally_of(const SelectedRows& rows) {
  Tally tally;
  const Plan& plan = rows.plan();
  rows.for_each([&](RowIndex row) { tally.add(plan.entry(row), plan.context().as_of); });
  return tally;
}

std::vector<std::string> head_lines(const SelectedRows& rows, const ReportOptions& options) {
  const Plan& plan = rows.plan();
  const Language language = options.language;
  const Edition& edition = *plan.context().edition;
  std::vector<std::string> lines;
  lines.push_back(format_text(Text::tool_line, language, options.tool_version, edition.id,
                              format_date(edition.announced, language), format_date(plan.context().as_of, language)));
  const std::vector<Source>& sources = plan.portfolio().sources;
  if (sources.size() == 1 && !sources.front().takeover) {
    lines.push_back(escape_controls(sources.front().path) + ": " + accounting_text(plan.counts(), language));
  } else {
    for (const Source& source : sources) lines.push_back(source_line(source, language));
    const std::uint64_t files = sources.size();
    lines.push_back(counted(Text::single_file, Text::files, files, language) + ": " +
                    accounting_text(plan.counts(), language));
  }
  for (std::string& line : evidence_lines(plan, language)) lines.push_back(std::move(line));
  if (rows.size() != plan.counts().planned) {
    lines.push_back(format_text(Text::shown_of, language, rows.size(), plan.counts().planned));
  }
  return lines;
}

std::string legend(const Tally& tally, Language language) {
  std::vector<std::string> parts;
  const auto add = [&](bool used, Text part) {
    if (used) parts.emplace_back(text(part, language));
  };
  add(tally.urgent != 0, Text::legend_urgent);
  add(tally.has_waiting_mark, Text::legend_waits);
  add(tally.has_not_covered_mark, Text::legend_not_covered);
  add(tally.waived != 0, Text::legend_waived);
  return joined(parts, "   ");
}

std::string totals_line(const Tally& tally, Language language) {
  std::vector<std::string> parts;
  const auto add = [&](Text part, std::uint64_t count, bool always) {
    if (always || count != 0) parts.push_back(format_text(part, language, count));
  };
  add(Text::total_urgent, tally.urgent, true);
  add(Text::total_due, tally.due_30_days, true);
  add(Text::total_later, tally.later, true);
  add(Text::total_nothing_to_do, tally.nothing_to_do, false);
  add(Text::total_on_nce, tally.on_nce, false);
  add(Text::total_waived, tally.waived, false);
  return joined(parts, ", ") + '.';
}

std::vector<std::string> foot_lines(const SelectedRows& rows, const Tally& tally, const ReportOptions& options) {
  const Language language = options.language;
  std::vector<std::string> lines = {totals_or_why_none(rows, tally, language)};
  if (std::string assumed = assumptions(tally, language); !assumed.empty()) lines.push_back(std::move(assumed));
  if (const std::uint64_t old = tally.with(Note::still_legacy); old != 0) {
    lines.push_back(format_text(Text::still_legacy, language, old));
  }
  if (tally.takeovers != 0) {
    lines.push_back(counted(Text::single_takeover, Text::takeovers, tally.takeovers, language) + '.');
  }
  if (options.moved_by_newer_edition != 0) add_newer_edition(lines, rows.plan(), options);
  if (!options.hint.empty()) lines.push_back(options.hint);
  return lines;
}

}  // namespace nceplan
