// The values of one planned row, column by column, before any writer gives them a form. All tabular writers use this.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "nceplan/base/date.hpp"
#include "nceplan/i18n/language.hpp"
#include "nceplan/output/column.hpp"
#include "nceplan/plan/plan.hpp"

namespace nceplan {

/// One value. The text lives until the next call of RowCells::load.
struct Cell {
  enum class Kind : std::uint8_t { empty, text, date, integer, boolean };

  Kind kind = Kind::empty;
  std::string_view text;    ///< of Kind::text
  std::int64_t number = 0;  ///< of Kind::integer; 0 or 1 of Kind::boolean
  Date date;                ///< of Kind::date
};

/// Reads the cells of planned rows. Each thread has its own; loading a row allocates nothing once it is warm.
class RowCells {
 public:
  RowCells(const Plan& plan, Language action_language);

  /// Computes the entry of `row`, which is row number `row` of `block`. Precondition: plan.is_planned(row).
  void load(const RowBlock& block, RowIndex row);

  const PlanEntry& entry() const { return entry_; }
  const Subscription& subscription() const { return *subscription_; }

  /// The value of a column. List columns (`actions`, `notes`) come as the text that CSV has: codes joined by `;`.
  Cell operator[](Column column);

 private:
  const Plan* plan_;
  Language action_language_;
  const RowBlock* block_ = nullptr;
  const Subscription* subscription_ = nullptr;
  RowIndex row_ = 0;
  PlanEntry entry_;
  std::array<std::string, column_count> scratch_;  ///< texts that are made, not found
};

}  // namespace nceplan
