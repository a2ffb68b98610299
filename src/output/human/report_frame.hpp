// What stands above and below the rows in every format for people: under what the plan was made, the accounting of all
// rows read (R14), totals of the rows shown, and what was assumed.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "nceplan/output/report.hpp"

namespace nceplan {

/// Counts over the rows shown. The first six add up to all of them.
struct Tally {
  std::uint64_t urgent = 0;
  std::uint64_t due_30_days = 0;    ///< not urgent, days_left <= 30
  std::uint64_t later = 0;          ///< days_left > 30
  std::uint64_t nothing_to_do = 0;  ///< by a certain day
  std::uint64_t on_nce = 0;
  std::uint64_t waived = 0;                       ///< by a waiver in force, however urgent
  std::array<std::uint64_t, note_count> notes{};  ///< rows with each note
  std::uint64_t takeovers = 0;
  bool has_waiting_mark = false;
  bool has_not_covered_mark = false;

  void add(const PlanEntry& entry, Date as_of);
  std::uint64_t with(Note note) const { return notes[static_cast<std::size_t>(note)]; }
};

Tally tally_of(const SelectedRows& rows);

/// Tool, edition and as-of date; one line for each source, and the accounting.
std::vector<std::string> head_lines(const SelectedRows& rows, const ReportOptions& options);

/// The accounting of R14: `44 rows = 41 legacy + 3 rejected`.
std::string accounting_text(const RowCounts& counts, Language language);

/// The legend of the marks that occur; empty when none does.
std::string legend(const Tally& tally, Language language);
/// `3 urgent, 31 due in 30 days, 459 later, 5 with nothing to do.`
std::string totals_line(const Tally& tally, Language language);
/// Totals, or why there are no rows; what was assumed; what a newer edition would move; the hint.
std::vector<std::string> foot_lines(const SelectedRows& rows, const Tally& tally, const ReportOptions& options);

}  // namespace nceplan
