// Counts over the shown rows: by phase, by how soon something is due, and by month, category and phase.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "nceplan/model/codes.hpp"
#include "nceplan/model/plan_entry.hpp"
#include "nceplan/output/report.hpp"
#include "output/machine/delimited_line.hpp"

namespace nceplan {

inline constexpr std::size_t phase_count = 8;
inline constexpr std::size_t category_count = 3;

/// By the due day of the primary action. `due_30_days`, `later` and `without_due_date` add up to all rows; the other
/// counts are parts of these, and `due_7_days` and `due_30_days` include what is overdue.
struct DueCounts {
  std::uint64_t urgent = 0;            ///< is_urgent (R12)
  std::uint64_t overdue = 0;           ///< days_left < 0
  std::uint64_t due_7_days = 0;        ///< days_left <= 7
  std::uint64_t due_30_days = 0;       ///< days_left <= 30
  std::uint64_t later = 0;             ///< days_left > 30
  std::uint64_t without_due_date = 0;  ///< nothing to do by a certain day
};

struct SummaryLine {
  std::string month;  ///< `YYYY-MM` of the migration date, empty without one
  Category category{};
  Phase phase{};
  std::uint64_t count = 0;
};

/// Counts by month of the migration date, category and phase, in an array that spans the months that occur.
class MonthCounts {
 public:
  void add(const PlanEntry& entry);
  void add(const MonthCounts& other);
  /// What occurs, ordered by month (none last), category code and phase code.
  std::vector<SummaryLine> lines() const;

 private:
  using Counts = std::array<std::uint64_t, category_count * phase_count>;

  inline Counts& counts_of(int month);
  Counts& counts_of_new(int month);

  Counts undated_{};
  int first_month_ = 0;  ///< year * 12 + month - 1 of the first of `months_`
  std::vector<Counts> months_;
};

struct Summary {
  std::uint64_t shown = 0;
  std::uint64_t waived = 0;                         ///< by a waiver in force; these are in all other counts too
  std::array<std::uint64_t, phase_count> phases{};  ///< by Phase
  DueCounts due;
  MonthCounts months;

  void add(const PlanEntry& entry, Date as_of);
  void add(const Summary& other);
};

Summary summarize(const SelectedRows& rows);
/// Its part `months` alone, in less time.
MonthCounts count_by_month(const SelectedRows& rows);
/// The lines `month,category,phase,count` of `count_by_month`, headed, as `line` writes them.
std::string delimited_months(const SelectedRows& rows, DelimitedLine line);

}  // namespace nceplan
