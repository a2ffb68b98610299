// One reader per column whose values have one of a few types: from a row and its entry to the value. In a header, so
// that a writer of a million rows can have a step per column into which its reader is compiled.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "cell.hpp"

namespace nceplan {

/// How deep an entry must be for a column; nothing for one that needs no entry.
constexpr std::optional<EntryDepth> entry_depth_of(Column column) {
  switch (column) {
    case Column::customer_name:
    case Column::customer_id:
    case Column::customer_domain:
    case Column::reseller_id:
    case Column::subscription_id:
    case Column::subscription_name:
    case Column::product_name:
    case Column::offer_id:
    case Column::nce_product:
    case Column::status:
    case Column::billing_plan:
    case Column::seats:
    case Column::auto_renew:
    case Column::is_addon:
    case Column::base_subscription_id:
    case Column::creation_date:
    case Column::ineligibility_reason:
    case Column::edition:
    case Column::source_file:
    case Column::source_line:
    case Column::provider:
      return std::nullopt;
    case Column::phase:
    case Column::reason:
      return EntryDepth::phase;
    case Column::notes:
      return EntryDepth::dates;
    default:
      if (column <= Column::renewal_date) return EntryDepth::offer;
      return column <= Column::window_end ? EntryDepth::dates : EntryDepth::actions;
  }
}

/// How the values of a column are found: by a function of the column's own type; the other ones are null, and all of
/// them where the value is of any other kind: `RowCells::operator[]` has it. Precondition of all: the row's entry is
/// known if the column needs one.
struct ColumnReader {
  Column column{};
  TextId (*text)(const RowCells&) = nullptr;            ///< a text of the portfolio
  Id (*id)(const RowCells&) = nullptr;                  ///< an id; `subscription_id` has a text when it is empty
  std::string_view (*code)(const RowCells&) = nullptr;  ///< a word that no format has to quote or escape; may be empty
  OptionalDate (*date)(const RowCells&) = nullptr;
  std::int64_t (*number)(const RowCells&) = nullptr;  ///< below 0 for none
  bool needs_entry = false;
};

/// By column.
inline constexpr std::array<ColumnReader, column_count> column_readers = [] {
  using Row = const RowCells&;
  std::array<ColumnReader, column_count> readers{{
      {.column = Column::customer_name, .text = [](Row row) { return row.customer().name; }},
      {.column = Column::customer_id, .id = [](Row row) { return row.customer().id; }},
      {.column = Column::customer_domain, .text = [](Row row) { return row.customer().domain; }},
      {.column = Column::reseller_id, .text = [](Row row) { return row.customer().reseller_id; }},
      {.column = Column::subscription_id, .id = [](Row row) { return row.subscription().id; }},
      {.column = Column::subscription_name, .text = [](Row row) { return row.subscription().name; }},
      {.column = Column::product_name, .text = [](Row row) { return row.product().name; }},
      {.column = Column::offer_id, .text = [](Row row) { return row.product().offer_id; }},
      {.column = Column::nce_product},
      {.column = Column::segment, .code = [](Row row) { return to_code(row.known_entry().offer.segment); }},
      {.column = Column::segment_basis, .code = [](Row row) { return to_code(row.known_entry().offer.segment_basis); }},
      {.column = Column::category, .code = [](Row row) { return to_code(row.known_entry().offer.category); }},
      {.column = Column::status, .code = [](Row row) { return to_code(row.subscription().status()); }},
      {.column = Column::term},
      {.column = Column::billing_plan, .code = [](Row row) { return to_code(row.subscription().billing_plan()); }},
      {.column = Column::seats, .number = [](Row row) -> std::int64_t { return row.subscription().seats; }},
      {.column = Column::auto_renew},
      {.column = Column::is_addon},
      {.column = Column::base_subscription_id, .id = [](Row row) { return row.details().related_id; }},
      {.column = Column::creation_date, .date = [](Row row) { return creation_date_of(row.dates()); }},
      {.column = Column::term_end_date, .date = [](Row row) { return row.known_entry().renewal.term_end; }},
      {.column = Column::renewal_date, .date = [](Row row) { return row.known_entry().renewal.renewal; }},
      {.column = Column::self_migrate_from, .date = [](Row row) { return row.known_entry().self_migration.from; }},
      {.column = Column::self_migrate_until, .date = [](Row row) { return row.known_entry().self_migration.until; }},
      {.column = Column::self_migrate_blocker,
       .code = [](Row row) { return to_code(row.known_entry().self_migration.blocker); }},
      {.column = Column::ineligibility_code,
       .number = [](Row row) -> std::int64_t { return row.known_entry().self_migration.ineligibility_code; }},
      {.column = Column::ineligibility_reason, .text = [](Row row) { return row.details().ineligibility_reason; }},
      {.column = Column::preorder_from, .date = [](Row row) { return row.known_entry().self_migration.preorder_from; }},
      {.column = Column::migration_date, .date = [](Row row) { return row.known_entry().migration.date; }},
      {.column = Column::migrated_by, .code = [](Row row) { return to_code(row.known_entry().migration.by); }},
      {.column = Column::target_term},
      {.column = Column::committed_until,
       .date = [](Row row) { return row.known_entry().migration.committed_until(); }},
      {.column = Column::window_start, .date = [](Row row) { return row.known_entry().window.start; }},
      {.column = Column::window_last_full_day, .date = [](Row row) { return row.known_entry().window.last_full_day; }},
      {.column = Column::window_end, .date = [](Row row) { return row.known_entry().window.end; }},
      {.column = Column::phase, .code = [](Row row) { return to_code(row.known_entry().phase); }},
      {.column = Column::reason, .code = [](Row row) { return to_code(row.known_entry().reason); }},
      {.column = Column::action_code, .code = [](Row row) { return to_code(row.known_entry().primary().code); }},
      {.column = Column::act_by, .date = [](Row row) { return row.known_entry().primary().due; }},
      {.column = Column::days_left},
      {.column = Column::action},
      {.column = Column::actions},
      {.column = Column::notes},
      {.column = Column::edition},
      {.column = Column::waived_until, .date = [](Row row) { return row.known_entry().waived_until; }},
      {.column = Column::source_file},
      {.column = Column::source_line, .number = [](Row row) -> std::int64_t { return row.subscription().source_line; }},
      {.column = Column::migration_state,
       .code =
           [](Row row) {
             const std::optional<MigrationState> state = row.known_entry().migration_state;
             return state ? to_code(*state) : std::string_view{};
           }},
      {.column = Column::migration_error},
      {.column = Column::completed_at},
      {.column = Column::window_closes_at},
      {.column = Column::takeover},
      {.column = Column::provider, .text = [](Row row) { return row.details().provider; }},
  }};
  for (ColumnReader& reader : readers) reader.needs_entry = entry_depth_of(reader.column).has_value();
  return readers;
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
