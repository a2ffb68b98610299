// One reader per column whose values have one of a few types: from a row and its entry to the value. In a header, so
// that a writer of a million rows can have a step per column into which its reader is compiled.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "cell.hpp"

namespace nceplan {

/// How the values of a column are found: by a function of the column's own type; the other ones are null, and all of
/// them where the value is of any other kind: `RowCells::operator[]` has it. Precondition of all: the row's entry is
/// known if the column needs one.
struct ColumnReader {
  Column column{};
  std::optional<EntryDepth> depth{};                    ///< how deep an entry the column needs; nothing if none
  TextId (*text)(const RowCells&) = nullptr;            ///< a text of the portfolio
  Id (*id)(const RowCells&) = nullptr;                  ///< an id; `subscription_id` has a text when it is empty
  std::string_view (*code)(const RowCells&) = nullptr;  ///< a word that no format has to quote or escape; may be empty
  OptionalDate (*date)(const RowCells&) = nullptr;
  std::int64_t (*number)(const RowCells&) = nullptr;  ///< below 0 for none
};

/// By column.
inline constexpr std::array<ColumnReader, column_count> column_readers = [] {
  using Row = const RowCells&;
  using enum EntryDepth;
  return std::array<ColumnReader, column_count>{{
      {.column = Column::customer_name, .text = [](Row row) { return row.customer().name; }},
      {.column = Column::customer_id, .id = [](Row row) { return row.customer().id; }},
      {.column = Column::customer_domain, .text = [](Row row) { return row.customer().domain; }},
      {.column = Column::reseller_id, .text = [](Row row) { return row.customer().reseller_id; }},
      {.column = Column::subscription_id, .id = [](Row row) { return row.subscription().id; }},
      {.column = Column::subscription_name, .text = [](Row row) { return row.subscription().name; }},
      {.column = Column::product_name, .text = [](Row row) { return row.product().name; }},
      {.column = Column::offer_id, .text = [](Row row) { return row.product().offer_id; }},
      {.column = Column::nce_product},
      {.column = Column::segment,
       .depth = offer,
       .code = [](Row row) { return to_code(row.known_entry().offer.segment); }},
      {.column = Column::segment_basis,
       .depth = offer,
       .code = [](Row row) { return to_code(row.known_entry().offer.segment_basis); }},
      {.column = Column::category,
       .depth = offer,
       .code = [](Row row) { return to_code(row.known_entry().offer.category); }},
      {.column = Column::status, .code = [](Row row) { return to_code(row.subscription().status()); }},
      {.column = Column::term, .depth = offer},
      {.column = Column::billing_plan, .code = [](Row row) { return to_code(row.subscription().billing_plan()); }},
      {.column = Column::seats, .number = [](Row row) -> std::int64_t { return row.subscription().seats; }},
      {.column = Column::auto_renew},
      {.column = Column::is_addon},
      {.column = Column::base_subscription_id, .id = [](Row row) { return row.details().related_id; }},
      {.column = Column::creation_date, .date = [](Row row) { return creation_date_of(row.dates()); }},
      {.column = Column::term_end_date,
       .depth = offer,
       .date = [](Row row) { return row.known_entry().renewal.term_end; }},
      {.column = Column::renewal_date,
       .depth = offer,
       .date = [](Row row) { return row.known_entry().renewal.renewal; }},
      {.column = Column::self_migrate_from,
       .depth = dates,
       .date = [](Row row) { return row.known_entry().self_migration.from; }},
      {.column = Column::self_migrate_until,
       .depth = dates,
       .date = [](Row row) { return row.known_entry().self_migration.until; }},
      {.column = Column::self_migrate_blocker,
       .depth = dates,
       .code = [](Row row) { return to_code(row.known_entry().self_migration.blocker); }},
      {.column = Column::ineligibility_code,
       .depth = dates,
       .number = [](Row row) -> std::int64_t { return row.known_entry().self_migration.ineligibility_code; }},
      {.column = Column::ineligibility_reason, .text = [](Row row) { return row.details().ineligibility_reason; }},
      {.column = Column::preorder_from,
       .depth = dates,
       .date = [](Row row) { return row.known_entry().self_migration.preorder_from; }},
      {.column = Column::migration_date,
       .depth = dates,
       .date = [](Row row) { return row.known_entry().migration.date; }},
      {.column = Column::migrated_by,
       .depth = dates,
       .code = [](Row row) { return to_code(row.known_entry().migration.by); }},
      {.column = Column::target_term, .depth = dates},
      {.column = Column::committed_until,
       .depth = dates,
       .date = [](Row row) { return row.known_entry().migration.committed_until(); }},
      {.column = Column::window_start, .depth = dates, .date = [](Row row) { return row.known_entry().window.start; }},
      {.column = Column::window_last_full_day,
       .depth = dates,
       .date = [](Row row) { return row.known_entry().window.last_full_day; }},
      {.column = Column::window_end, .depth = dates, .date = [](Row row) { return row.known_entry().window.end; }},
      {.column = Column::phase, .depth = phase, .code = [](Row row) { return to_code(row.known_entry().phase); }},
      {.column = Column::reason, .depth = phase, .code = [](Row row) { return to_code(row.known_entry().reason); }},
      {.column = Column::action_code,
       .depth = actions,
       .code = [](Row row) { return to_code(row.known_entry().primary().code); }},
      {.column = Column::act_by, .depth = actions, .date = [](Row row) { return row.known_entry().primary().due; }},
      {.column = Column::days_left, .depth = actions},
      {.column = Column::action, .depth = actions},
      {.column = Column::actions, .depth = actions},
      {.column = Column::notes, .depth = dates},
      {.column = Column::edition},
      {.column = Column::waived_until,
       .depth = actions,
       .date = [](Row row) { return row.known_entry().waived_until; }},
      {.column = Column::source_file},
      {.column = Column::source_line, .number = [](Row row) -> std::int64_t { return row.subscription().source_line; }},
      {.column = Column::migration_state,
       .depth = actions,
       .code =
           [](Row row) {
             const std::optional<MigrationState> state = row.known_entry().migration_state;
             return state ? to_code(*state) : std::string_view{};
           }},
      {.column = Column::migration_error, .depth = actions},
      {.column = Column::completed_at, .depth = actions},
      {.column = Column::window_closes_at, .depth = actions},
      {.column = Column::takeover, .depth = actions},
      {.column = Column::provider, .text = [](Row row) { return row.details().provider; }},
  }};
}();

constexpr bool in_column_order() {
  for (std::size_t i = 0; i < column_count; ++i) {
    if (column_readers[i].column != static_cast<Column>(i)) return false;
  }
  return true;
}
static_assert(in_column_order());

inline const ColumnReader& reader_of(Column column) { return column_readers[static_cast<std::size_t>(column)]; }

}  // namespace nceplan
