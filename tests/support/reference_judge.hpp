// How reference_plan goes about it: first which rows are one subscription and which belong together
// (reference_fates.cpp), then the dates of each (reference_plan.cpp).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "support/reference_plan.hpp"
#include "support/reference_row.hpp"

namespace nceplan::test::reference {

/// What the partner scheduled (R8); without a date nothing.
struct Schedule {
  OptionalDate date;
  Term target_term;
};

/// Equal for rows of one customer: the id, else the name.
std::string customer_key(const Row& row);

class Judge {
 public:
  Judge(const std::vector<Row>& rows, const PlanOptions& options)
      : rows_(rows),
        options_(options),
        facts_(rows.size()),
        schedules_(rows.size()),
        on_nce_(rows.size()),
        orphan_(rows.size()),
        seat_sums_(rows.size()) {
    verdicts_.rows.resize(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) facts_[i] = facts_of(rows[i], options);
  }

  Verdicts judge() {
    tell_fates();
    merge_duplicates();
    mark_migrated();
    note_schedules();
    find_roots();
    for (std::size_t i = 0; i < rows_.size(); ++i) decide_dates(i);
    pool_seats();
    for (std::size_t i = 0; i < rows_.size(); ++i) finish(i);
    count();
    return std::move(verdicts_);
  }

 private:
  bool planned(std::size_t row) const { return verdicts_.rows[row].fate == RowFate::planned; }
  std::size_t& root(std::size_t row) { return verdicts_.rows[row].root; }
  bool follows_another(std::size_t row) { return root(row) != row; }

  void tell_fates();
  void merge_duplicates();
  void mark_migrated();
  void note_schedules();
  void find_roots();
  void decide_dates(std::size_t row);
  Coverage coverage_of(std::size_t row);
  Coverage standing(std::size_t row) const;
  MigrationDecision migration_of(std::size_t row);
  MigrationDecision microsoft_migration(std::size_t row) const;
  void decide_self_migration(std::size_t row);
  OptionalDate first_month_of(std::size_t row);
  void pool_seats();
  void finish(std::size_t row);
  void count();
  std::optional<std::size_t> planned_row_of(const std::string& id) const;
  const MigrationEvidence* evidence_of(std::size_t row) const;
  bool same_facts(const Row& a, const Row& b) const;

  const std::vector<Row>& rows_;
  const PlanOptions& options_;
  std::vector<RowFacts> facts_;
  std::vector<Schedule> schedules_;
  std::vector<bool> on_nce_;
  std::vector<bool> orphan_;
  std::vector<int> seat_sums_;
  Verdicts verdicts_;
};

}  // namespace nceplan::test::reference
