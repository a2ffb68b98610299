// From the texts of one row of evidence, tabular or JSON, to a statement.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "nceplan/base/diagnostic.hpp"
#include "nceplan/input/date_cell.hpp"
#include "nceplan/model/evidence.hpp"

namespace nceplan {

enum class EvidenceField : std::uint8_t {
  legacy_id,      ///< the subscription that was migrated
  migrated_from,  ///< the same, on rows of NCE subscriptions
  status,
  target_date,
  on_renewal,
  term,
  error_code,
  error_reason,
  nce_id,
  completed_at,
  microsoft_led,
  count_
};
inline constexpr std::size_t evidence_field_count = static_cast<std::size_t>(EvidenceField::count_);

/// snake_case name, for `check`.
std::string_view to_code(EvidenceField field);
/// The names that files have for a field, the first one preferred; compared as headers are.
std::span<const std::string_view> names_of(EvidenceField field);

/// Trimmed texts; empty where a row has none.
struct EvidenceRow {
  std::array<std::string, evidence_field_count> texts;
  std::uint64_t line = 0;

  std::string& operator[](EvidenceField field) { return texts[static_cast<std::size_t>(field)]; }
  const std::string& operator[](EvidenceField field) const { return texts[static_cast<std::size_t>(field)]; }
};

/// Turns the rows of one file into statements, and counts those that are none.
class StatementBuilder {
 public:
  using Locate = std::function<Location(const EvidenceRow&, EvidenceField)>;

  /// Everything referred to must outlive the builder; `evidence` has the source as its last one.
  StatementBuilder(Evidence& evidence, Diagnostics& diagnostics, Locate locate)
      : evidence_(evidence), diagnostics_(diagnostics), locate_(std::move(locate)) {}

  /// How target dates are read; `dates` is the whole column.
  void set_order(CellOrder order, const DateColumnEvidence& dates) {
    order_ = order;
    dates_ = dates;
  }

  void add(const EvidenceRow& row);
  /// Counts a row that is no row of evidence at all.
  void reject(Diagnostic diagnostic);

 private:
  EvidenceSource& source() { return evidence_.sources.back(); }
  void add_nce_subscription(const EvidenceRow& row);
  std::optional<MigrationState> state_of(const EvidenceRow& row);
  bool read_target_date(const EvidenceRow& row, MigrationEvidence& statement);
  bool read_term(const EvidenceRow& row, MigrationEvidence& statement);
  void reject(const EvidenceRow& row, EvidenceField field, Diagnostic diagnostic);
  void keep(const EvidenceRow& row, MigrationEvidence statement);

  Evidence& evidence_;
  Diagnostics& diagnostics_;
  Locate locate_;
  CellOrder order_ = CellOrder::unknown;
  DateColumnEvidence dates_;
};

}  // namespace nceplan
