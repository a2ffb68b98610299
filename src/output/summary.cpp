#include "summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/cache_line.hpp"
#include "base/parallel.hpp"
#include "row_chunks.hpp"

namespace nceplan {
namespace {

constexpr int months_per_year = 12;

int month_of(Date date) {
  const YearMonthDay day = year_month_day(date);
  return day.year * months_per_year + static_cast<int>(day.month) - 1;
}

std::string month_text(int month) {
  return fmt::format("{:04}-{:02}", month / months_per_year, month % months_per_year + 1);
}

void add_counts(DueCounts& due, const PlanEntry& entry, Date as_of) {
  if (is_urgent(entry, as_of)) ++due.urgent;
  const Action primary = entry.primary();
  if (!primary.due) {
    ++due.without_due_date;
    return;
  }
  const int days = days_left(primary, as_of);
  if (days < 0) ++due.overdue;
  if (days <= urgent_days) ++due.due_7_days;
  ++(days <= due_soon_days ? due.due_30_days : due.later);
}

template <typename Counts>
void add_each(Counts& counts, const Counts& others) {
  std::transform(counts.begin(), counts.end(), others.begin(), counts.begin(), std::plus<>());
}

template <typename Counts>
void append_lines(std::vector<SummaryLine>& lines, const std::string& month, const Counts& counts) {
  const auto first = static_cast<std::ptrdiff_t>(lines.size());
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == 0) continue;
    lines.push_back({month, static_cast<Category>(i / phase_count), static_cast<Phase>(i % phase_count), counts[i]});
  }
  std::sort(lines.begin() + first, lines.end(), [](const SummaryLine& a, const SummaryLine& b) {
    return std::make_tuple(to_code(a.category), to_code(a.phase)) <
           std::make_tuple(to_code(b.category), to_code(b.phase));
  });
}

}  // namespace

MonthCounts::Counts& MonthCounts::counts_of(int month) {
  const auto at = static_cast<std::size_t>(month - first_month_);  // a large number for earlier months
  return at < months_.size() ? months_[at] : counts_of_new(month);
}

void MonthCounts::add(const PlanEntry& entry) {
  Counts& counts = entry.migration.date ? counts_of(month_of(*entry.migration.date)) : undated_;
  ++counts[static_cast<std::size_t>(entry.offer.category) * phase_count + static_cast<std::size_t>(entry.phase)];
}

void MonthCounts::add(const MonthCounts& other) {
  add_each(undated_, other.undated_);
  for (std::size_t i = 0; i < other.months_.size(); ++i) {
    add_each(counts_of(other.first_month_ + static_cast<int>(i)), other.months_[i]);
  }
}

std::vector<SummaryLine> MonthCounts::lines() const {
  std::vector<SummaryLine> lines;
  for (std::size_t i = 0; i < months_.size(); ++i) {
    append_lines(lines, month_text(first_month_ + static_cast<int>(i)), months_[i]);
  }
  append_lines(lines, {}, undated_);
  return lines;
}

MonthCounts::Counts& MonthCounts::counts_of_new(int month) {
  if (months_.empty()) first_month_ = month;
  if (month < first_month_) {
    months_.insert(months_.begin(), static_cast<std::size_t>(first_month_ - month), Counts{});
    first_month_ = month;
  }
  const auto at = static_cast<std::size_t>(month - first_month_);
  if (at >= months_.size()) months_.resize(at + 1);
  return months_[at];
}

void Summary::add(const PlanEntry& entry, Date as_of) {
  ++shown;
  if (entry.waived_until) ++waived;
  ++phases[static_cast<std::size_t>(entry.phase)];
  add_counts(due, entry, as_of);
  months.add(entry);
}

void Summary::add(const Summary& other) {
  shown += other.shown;
  waived += other.waived;
  add_each(phases, other.phases);
  due.urgent += other.due.urgent;
  due.overdue += other.due.overdue;
  due.due_7_days += other.due.due_7_days;
  due.due_30_days += other.due.due_30_days;
  due.later += other.due.later;
  due.without_due_date += other.due.without_due_date;
  months.add(other.months);
}

namespace {

/// Adds up what `Counts::add` makes of the selected rows, on several threads.
template <typename Counts, typename Add>
Counts count_rows(const SelectedRows& rows, EntryDepth depth, const Add& add) {
  struct alignas(thread_alignment) Worker {
    Counts counts;
  };
  const Plan& plan = rows.plan();
  std::vector<Worker> workers(plan.context().jobs);
  for_each_number(plan.context().jobs, chunk_count(rows), [&](unsigned number, std::size_t chunk) {
    visit_chunk(rows, chunk, [&](const RowBlock& block, RowIndex row) {
      add(workers[number].counts, plan.entry(block, row, depth));
    });
  });
  Counts total;
  for (const Worker& worker : workers) total.add(worker.counts);
  return total;
}

}  // namespace

Summary summarize(const SelectedRows& rows) {
  const Date as_of = rows.plan().context().as_of;
  return count_rows<Summary>(rows, EntryDepth::actions,
                             [as_of](Summary& counts, const PlanEntry& entry) { counts.add(entry, as_of); });
}

MonthCounts count_by_month(const SelectedRows& rows) {
  return count_rows<MonthCounts>(rows, EntryDepth::phase,
                                 [](MonthCounts& counts, const PlanEntry& entry) { counts.add(entry); });
}

std::string delimited_months(const SelectedRows& rows, DelimitedLine line) {
  for (const std::string_view name : {"month", "category", "phase", "count"}) line.add(name);
  std::string lines = line.take();
  for (const SummaryLine& counted : count_by_month(rows).lines()) {
    line.add(counted.month);
    line.add(to_code(counted.category));
    line.add(to_code(counted.phase));
    line.add(std::to_string(counted.count));
    lines += line.take();
  }
  return lines;
}

}  // namespace nceplan
