#include "nceplan/output/column.hpp"

#include <set>

#include "nceplan/input/header_mapping.hpp"
#include "output/human/headings.hpp"
#include "support/catch.hpp"

using namespace nceplan;

TEST_CASE("columns come in the documented order") {
  std::string names;
  for (const Column column : all_columns()) names.append(to_code(column)).append(" ");
  CHECK(names ==
        "customer_name customer_id customer_domain reseller_id subscription_id subscription_name product_name offer_id "
        "nce_product segment segment_basis category status term billing_plan seats auto_renew is_addon "
        "base_subscription_id creation_date term_end_date renewal_date self_migrate_from self_migrate_until "
        "self_migrate_blocker ineligibility_code ineligibility_reason preorder_from migration_date migrated_by "
        "target_term committed_until window_start window_last_full_day window_end phase reason action_code act_by "
        "days_left action actions notes edition waived_until source_file source_line migration_state "
        "migration_error completed_at window_closes_at takeover provider ");
}

TEST_CASE("a column is found by its code in any case, and by nothing else") {
  for (const Column column : all_columns()) CHECK(column_from_code(to_code(column)) == column);
  CHECK(column_from_code("Migration_Date") == Column::migration_date);
  for (const char* const unknown : {"", "migration", "migration_date ", "migration-date"}) {
    CAPTURE(unknown);
    CHECK_FALSE(column_from_code(unknown));
  }
}

TEST_CASE("every column says what it holds in one sentence of its own") {
  std::set<std::string_view> seen;
  for (const Column column : all_columns()) {
    const std::string_view description = description_of(column);
    CAPTURE(to_code(column));
    CHECK(description.size() > 10);
    CHECK(description.find('.') == description.size() - 1);
    CHECK(seen.insert(description).second);
  }
}

TEST_CASE("the reader knows a workbook of ours by its headings, in each language") {
  for (const Language language : {Language::en, Language::de}) {
    for (const Column column : {Column::action, Column::self_migrate_blocker}) {
      const std::vector<std::string> headers = {"Customer", "Product", "Renews",
                                                std::string(heading(column, language))};
      CAPTURE(headers.back());
      Diagnostics diagnostics;
      map_headers(headers, {}, "plan.xlsx", diagnostics);
      REQUIRE(diagnostics.count(DiagnosticCode::plan_in_words) == 1);
      CHECK(diagnostics.kept().front().seen == headers.back());
      Diagnostics mapped;
      map_headers(headers, {{"start_date", headers.back()}}, "plan.xlsx", mapped);
      CHECK(mapped.count(DiagnosticCode::plan_in_words) == 0);
    }
  }
}

TEST_CASE("columns have the type of their values") {
  CHECK(type_of(Column::customer_name) == ColumnType::text);
  CHECK(type_of(Column::phase) == ColumnType::code);
  CHECK(type_of(Column::migration_date) == ColumnType::date);
  CHECK(type_of(Column::seats) == ColumnType::integer);
  CHECK(type_of(Column::auto_renew) == ColumnType::boolean);
  CHECK(type_of(Column::notes) == ColumnType::code_list);
  CHECK(type_of(Column::actions) == ColumnType::action_list);
}
