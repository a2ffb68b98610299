// The canonical fields of an export, whatever its headers are called (docs/formats.md).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "nceplan/base/enum_set.hpp"

namespace nceplan {

enum class Field : std::uint8_t {
  customer_id,
  customer_name,
  customer_domain,
  reseller_id,
  subscription_id,
  subscription_name,
  offer_id,
  product_name,
  product_type,
  billing_type,
  status,
  auto_renew,
  is_trial,
  is_addon,
  base_subscription_id,
  term,
  billing_plan,
  seats,
  creation_date,
  start_date,
  term_end_date,
  renewal_date,
  charge_start_date,
  migration_eligible,
  ineligibility_reason,
  promotion,
  nce_product,
  target_term,
  custom_term_end_date,
  target_date,
  migrate_on_renewal,
  migrated_from,
  provider,
  unit_price,
  currency,
  saved_phase,  ///< columns of a plan that nceplan wrote
  saved_reason,
  saved_blocker,
  saved_migrated_by,
  saved_migration_date,
  saved_notes,
  saved_act_by,
  saved_days_left,
  saved_migration_state,
  saved_migration_error,
  saved_completed_at,
  saved_takeover,
  count_
};

inline constexpr std::size_t field_count = static_cast<std::size_t>(Field::count_);
constexpr std::size_t index_of(Field field) { return static_cast<std::size_t>(field); }

/// For asking about many fields at once.
using FieldSet = EnumSet<Field, std::uint64_t>;
static_assert(field_count <= FieldSet::capacity);

/// snake_case name, as `--map` takes it.
std::string_view to_code(Field field);
std::optional<Field> field_from_code(std::string_view code);

/// The fields that say whose a row is.
inline constexpr std::array<Field, 4> customer_fields = {Field::customer_id, Field::customer_name,
                                                         Field::customer_domain, Field::reseller_id};

/// The fields that hold dates, in order of Field.
inline constexpr std::array<Field, 9> date_fields = {
    Field::creation_date, Field::start_date,           Field::term_end_date,
    Field::renewal_date,  Field::charge_start_date,    Field::custom_term_end_date,
    Field::target_date,   Field::saved_migration_date, Field::saved_act_by};

}  // namespace nceplan
