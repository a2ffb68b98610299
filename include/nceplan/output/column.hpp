// The one list of columns that feeds every tabular format, in order. Names are stable; the list only grows.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace nceplan {

enum class Column : std::uint8_t {
  customer_name,
  customer_id,
  customer_domain,
  reseller_id,
  subscription_id,
  subscription_name,
  product_name,
  offer_id,
  nce_product,
  segment,
  segment_basis,
  category,
  status,
  term,
  billing_plan,
  seats,
  auto_renew,
  is_addon,
  base_subscription_id,
  creation_date,
  term_end_date,
  renewal_date,
  self_migrate_from,
  self_migrate_until,
  self_migrate_blocker,
  ineligibility_code,
  ineligibility_reason,
  preorder_from,
  migration_date,
  migrated_by,
  target_term,
  committed_until,
  window_start,
  window_last_full_day,
  window_end,
  phase,
  reason,
  action_code,
  act_by,
  days_left,
  action,
  actions,
  notes,
  edition,
  waived_until,
  source_file,
  source_line,
  migration_state,
  migration_error,
  completed_at,
  window_closes_at,
  takeover,
  provider,
  count_
};

inline constexpr std::size_t column_count = static_cast<std::size_t>(Column::count_);

/// What a column holds.
enum class ColumnType : std::uint8_t { text, code, date, integer, boolean, code_list, action_list };

std::span<const Column> all_columns();
std::string_view to_code(Column column);
std::optional<Column> column_from_code(std::string_view code);
ColumnType type_of(Column column);
/// One English sentence for `nceplan columns` and the JSON schema.
std::string_view description_of(Column column);

}  // namespace nceplan
