// What one subscription becomes in a batch file, or why it cannot be written.
#pragma once

#include <unordered_map>

#include "nceplan/base/result.hpp"
#include "nceplan/plan/batch.hpp"

namespace nceplan {

/// Decides row by row. Reports what was asked for and is impossible.
class BatchRows {
 public:
  BatchRows(const Plan& plan, const BatchRequest& request, Diagnostics& diagnostics);

  /// The day on which a unit is migrated, or why it has none.
  Result<Date, BatchReason> day_of(const MigrationUnit& unit);

  /// The row as it is to be written, without base.
  Result<BatchRow, BatchReason> row_of(const MigrationUnit& unit, RowIndex row, Date day);

  /// The id under which wishes are looked up.
  std::string wish_key(RowIndex row) const;

 private:
  BatchReason missing_field(RowIndex row, const BatchRow& wanted) const;
  bool decide_term(const PlanEntry& entry, RowIndex row, BatchRow& wanted);
  std::int32_t seats_of(RowIndex row) const;
  bool decide_end(const PlanEntry& entry, RowIndex row, Date day, BatchRow& wanted);
  OptionalDate aligned_end(RowIndex row, const FirstTerm& first_term, Term term);
  bool may_align_with(RowIndex row, Date end, Term term);
  const std::vector<ExistingEnd>& existing_ends(std::uint32_t customer);
  void report(DiagnosticCode code, RowIndex row, std::string seen, std::vector<std::string> details);

  const Plan& plan_;
  const BatchRequest& request_;
  Diagnostics& diagnostics_;
  std::optional<std::unordered_map<std::uint32_t, std::vector<ExistingEnd>>>
      existing_;  ///< by customer, once asked for
};

}  // namespace nceplan
