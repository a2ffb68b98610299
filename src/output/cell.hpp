// The values of one planned row, column by column, before any writer gives them a form. All tabular writers use this.
#pragma once

#include <array>
#include <cassert>
#include <cstdint>
#include <new>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>

#include "base/cache_line.hpp"
#include "nceplan/base/date.hpp"
#include "nceplan/i18n/language.hpp"
#include "nceplan/output/column.hpp"
#include "nceplan/plan/plan.hpp"

namespace nceplan {

/// One value. The text lives until the next call of RowCells::load.
struct Cell {
  enum class Kind : std::uint8_t { empty, text, date, integer, boolean };

  Kind kind = Kind::empty;
  bool plain = false;       ///< of Kind::text: a code, GUID or term, which no format has to quote or escape
  Date date;                ///< of Kind::date
  std::int64_t number = 0;  ///< of Kind::integer; 0 or 1 of Kind::boolean
  std::string_view text;    ///< of Kind::text, never empty
};

/// Reads the cells of planned rows. Each thread has its own; loading a row allocates nothing once it is warm.
class alignas(thread_alignment) RowCells {
 public:
  /// Any column can be asked for.
  RowCells(const Plan& plan, Language action_language);
  /// Only `columns` will be asked for, and entry() is only as deep as they need.
  RowCells(const Plan& plan, Language action_language, std::span<const Column> columns);

  /// Goes to row number `row` of the portfolio, which is in `block`. Precondition: plan.is_planned(row).
  void load(const RowBlock& block, RowIndex row);

  /// The value of a column. List columns (`actions`, `notes`) come as the text that CSV has: codes joined by `;`.
  Cell operator[](Column column);

  /// What the rules say of the row; computed when first asked for.
  const PlanEntry& entry() const {
    // Built in place: an assignment would copy the few hundred bytes of an entry once more for every row.
    static_assert(std::is_trivially_destructible_v<PlanEntry>);
    if (!has_entry_) new (&entry_) PlanEntry(plan_->entry(*block_, row_, depth_));
    has_entry_ = true;
    return entry_;
  }

  /// The same. Precondition: it was asked for, or `need_entry` called, since the row was loaded.
  const PlanEntry& known_entry() const {
    assert(has_entry_);
    return entry_;
  }
  /// Computes the entry if one of the columns needs it.
  void need_entry() const {
    if (needs_entry_) entry();
  }

  const Plan& plan() const { return *plan_; }
  Language language() const { return language_; }
  const RowBlock& block() const { return *block_; }
  RowIndex row() const { return row_; }
  const Subscription& subscription() const { return *subscription_; }
  const RowDates& dates() const { return Portfolio::dates(*block_, *subscription_); }
  const SubscriptionDetails& details() const { return Portfolio::details(*block_, *subscription_); }
  const Customer& customer() const { return plan_->portfolio().customer(subscription_->customer); }
  const Product& product() const { return plan_->portfolio().product(subscription_->product); }
  /// `nce_product_of` the row's product, remembered.
  std::string_view nce_product();
  /// Room for a text that is made, not found.
  std::string& scratch(Column column) { return scratch_[static_cast<std::size_t>(column)]; }

 private:
  Cell other_cell(Column column);

  const Plan* plan_;
  Language language_;
  EntryDepth depth_ = EntryDepth::actions;
  bool needs_entry_ = true;
  const RowBlock* block_ = nullptr;
  const Subscription* subscription_ = nullptr;
  RowIndex row_ = 0;
  mutable bool has_entry_ = false;
  mutable PlanEntry entry_;
  std::unordered_map<std::uint32_t, std::string_view> nce_products_;  ///< by the bits of the product's handle
  std::array<std::string, column_count> scratch_;
};

/// The NCE counterpart: what the export says, else the offer matrix, else the catalog by offer id; may be empty.
std::string_view nce_product_of(const Plan& plan, const Product& product);

/// The day the subscription came to be, as far as known: its creation, else its start (R7).
OptionalDate creation_date_of(const RowDates& row);

}  // namespace nceplan
