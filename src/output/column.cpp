// Names, types and meanings of the columns, in output order.
#include "nceplan/output/column.hpp"

#include <algorithm>

#include "nceplan/base/text.hpp"

namespace nceplan {
namespace {

struct ColumnInfo {
  std::string_view code;
  ColumnType type;
  std::string_view description;
};

constexpr auto text = ColumnType::text;
constexpr auto code = ColumnType::code;
constexpr auto date = ColumnType::date;
constexpr auto integer = ColumnType::integer;
constexpr auto boolean = ColumnType::boolean;

constexpr std::array<ColumnInfo, column_count> infos = {{
    {"customer_name", text, "Name of the customer."},
    {"customer_id", text, "Tenant id of the customer."},
    {"customer_domain", text, "Domain of the customer's tenant."},
    {"reseller_id", text, "MPN id of the indirect reseller."},
    {"subscription_id", text, "Id of the legacy subscription, or FILE:LINE where the export has none."},
    {"subscription_name", text, "Friendly name of the subscription."},
    {"product_name", text, "Display name of the legacy offer."},
    {"offer_id", text, "Id of the legacy offer."},
    {"nce_product", text, "NCE counterpart as product:sku, from the export, else the offer matrix, else the catalog."},
    {"segment", code, "Whom the offer is priced for (R2)."},
    {"segment_basis", code, "What decided the segment (R2)."},
    {"category", code, "Schedule group of the offer (R2)."},
    {"status", code, "Status of the subscription."},
    {"term", code, "Legacy term as an ISO 8601 duration; an assumed one carries the note term_assumed (R3)."},
    {"billing_plan", code, "How the subscription is billed."},
    {"seats", integer, "Number of seats; empty when unknown."},
    {"auto_renew", boolean, "Whether it renews by itself; on with the note auto_renew_assumed when unknown (R3)."},
    {"is_addon", boolean, "Whether it is an add-on of another subscription."},
    {"base_subscription_id", text, "Id of the subscription that this one is an add-on of, as exported."},
    {"creation_date", date, "Day it was created, else the day it started."},
    {"term_end_date", date, "Last day of the current term (R3)."},
    {"renewal_date", date, "Day after the term end; empty when it does not renew (R3)."},
    {"self_migrate_from", date, "First day on which the partner can migrate it (R7)."},
    {"self_migrate_until", date, "Last day on which the partner can migrate it freely (R7)."},
    {"self_migrate_blocker", code, "Why the partner cannot migrate it (R7)."},
    {"ineligibility_code", integer, "Microsoft's ineligibility code, 0 to 12, where the reason matches one (R7)."},
    {"ineligibility_reason", text, "Why it is ineligible, as exported."},
    {"preorder_from", date, "First day on which the migration can be ordered ahead (R7)."},
    {"migration_date", date, "Day it moves to New Commerce (R4)."},
    {"migrated_by", code, "Who moves it (R4, R8)."},
    {"target_term", code, "Term after the move as an ISO 8601 duration (R5)."},
    {"committed_until", date, "Last day of the first term in New Commerce (R5)."},
    {"window_start", date, "First day of the adjustment window (R6)."},
    {"window_last_full_day", date, "Last day that lies wholly inside the adjustment window (R6)."},
    {"window_end", date, "Day during which the adjustment window closes (R6)."},
    {"phase", code, "Where it stands on the as-of date (R11)."},
    {"reason", code, "Why it is not covered or waits (R8, R11)."},
    {"action_code", code, "What to do first (R12)."},
    {"act_by", date, "Day by which to do it (R12)."},
    {"days_left", integer, "Days from the as-of date to act_by; negative when overdue (R12)."},
    {"action", text, "What to do first, as a sentence in the chosen language."},
    {"actions", ColumnType::action_list, "All things to do, in order (R12)."},
    {"notes", ColumnType::code_list, "What a reader of the row must know."},
    {"edition", text, "Schedule edition that the dates follow (R13)."},
    {"waived_until", date, "Day until which the row is waived."},
    {"source_file", text, "Input that the row was read from."},
    {"source_line", integer, "Line of the row, or number of its element in a JSON document."},
    {"migration_state", code, "What evidence says of a migration that the partner ordered (R8)."},
    {"migration_error", text, "Why that migration failed: code and reason of the batch tool."},
    {"completed_at", text, "Instant at which the migration was completed, in UTC, where evidence has it."},
    {"window_closes_at", text,
     "Instant at which the adjustment window closes, in UTC, where completed_at is known (R6)."},
    {"takeover", boolean, "Whether it is held at another provider (R12)."},
    {"provider", text, "Who holds the subscription, as exported."},
}};

constexpr std::array<Column, column_count> in_order() {
  std::array<Column, column_count> columns{};
  for (std::size_t i = 0; i < column_count; ++i) columns[i] = static_cast<Column>(i);
  return columns;
}

constexpr auto columns_in_order = in_order();

const ColumnInfo& info_of(Column column) { return infos[static_cast<std::size_t>(column)]; }

}  // namespace

std::span<const Column> all_columns() { return columns_in_order; }
std::string_view to_code(Column column) { return info_of(column).code; }
ColumnType type_of(Column column) { return info_of(column).type; }
std::string_view description_of(Column column) { return info_of(column).description; }

std::optional<Column> column_from_code(std::string_view name) {
  const auto found = std::find_if(infos.begin(), infos.end(),
                                  [name](const ColumnInfo& info) { return equals_ignoring_case(info.code, name); });
  if (found == infos.end()) return std::nullopt;
  return static_cast<Column>(found - infos.begin());
}

}  // namespace nceplan
