#include "nceplan/input/field.hpp"

#include <algorithm>

#include "nceplan/base/text.hpp"

namespace nceplan {
namespace {

constexpr std::array<std::string_view, field_count> names = {"customer_id",
                                                             "customer_name",
                                                             "customer_domain",
                                                             "reseller_id",
                                                             "subscription_id",
                                                             "subscription_name",
                                                             "offer_id",
                                                             "product_name",
                                                             "product_type",
                                                             "billing_type",
                                                             "status",
                                                             "auto_renew",
                                                             "is_trial",
                                                             "is_addon",
                                                             "base_subscription_id",
                                                             "term",
                                                             "billing_plan",
                                                             "seats",
                                                             "creation_date",
                                                             "start_date",
                                                             "term_end_date",
                                                             "renewal_date",
                                                             "charge_start_date",
                                                             "migration_eligible",
                                                             "ineligibility_reason",
                                                             "promotion",
                                                             "nce_product",
                                                             "target_term",
                                                             "custom_term_end_date",
                                                             "target_date",
                                                             "migrate_on_renewal",
                                                             "migrated_from",
                                                             "provider",
                                                             "unit_price",
                                                             "currency",
                                                             "saved_phase",
                                                             "saved_reason",
                                                             "saved_blocker",
                                                             "saved_migrated_by",
                                                             "saved_migration_date",
                                                             "saved_notes",
                                                             "saved_act_by",
                                                             "saved_days_left",
                                                             "saved_migration_state",
                                                             "saved_migration_error",
                                                             "saved_completed_at",
                                                             "saved_takeover"};
static_assert(!names.back().empty());

}  // namespace

std::string_view to_code(Field field) { return names[index_of(field)]; }

std::optional<Field> field_from_code(std::string_view code) {
  const auto found = std::find_if(names.begin(), names.end(),
                                  [code](std::string_view name) { return equals_ignoring_case(name, code); });
  if (found == names.end()) return std::nullopt;
  return static_cast<Field>(found - names.begin());
}

}  // namespace nceplan
