#include "sort_fields.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>

#include "nceplan/base/text.hpp"
#include "nceplan/base/text_map.hpp"
#include "rank_table.hpp"
#include "text_columns.hpp"
#include "vocabulary.hpp"

namespace nceplan {
namespace {

using Value = std::optional<std::uint64_t>;

constexpr unsigned whole_word = 64;

/// A field whose values are below 2^bits - 1, since the greatest one stands for empty.
SortField field(unsigned bits, bool descending, std::function<Value(RowCells&)> value_of) {
  const std::uint64_t empty = (std::uint64_t{1} << bits) - 1;
  return {bits, [empty, descending, value_of = std::move(value_of)](RowCells& row) {
            const Value value = value_of(row);
            if (!value) return empty;
            return descending ? empty - 1 - *value : *value;
          }};
}

SortField date_field(Column column, bool descending) {
  constexpr unsigned bits = 24;
  constexpr std::int32_t before_any_date = -1'000'000;
  return field(bits, descending, [column](RowCells& row) -> Value {
    const Cell cell = row[column];
    if (cell.kind == Cell::Kind::empty) return {};
    return static_cast<std::uint64_t>(cell.date.days() - before_any_date);
  });
}

SortField integer_field(Column column, bool descending) {
  constexpr unsigned bits = 34;
  constexpr std::int64_t below_any_integer = -(std::int64_t{1} << 32);
  return field(bits, descending, [column](RowCells& row) -> Value {
    const Cell cell = row[column];
    if (cell.kind == Cell::Kind::empty) return {};
    return static_cast<std::uint64_t>(cell.number - below_any_integer);
  });
}

SortField boolean_field(Column column, bool descending) {
  constexpr unsigned bits = 2;
  return field(bits, descending, [column](RowCells& row) -> Value { return row[column].number != 0 ? 1 : 0; });
}

SortField code_field(Column column, bool descending) {
  constexpr unsigned bits = 6;
  std::vector<std::string_view> codes = codes_of(column);
  std::sort(codes.begin(), codes.end());
  return field(bits, descending, [column, codes = std::move(codes)](RowCells& row) -> Value {
    const std::string_view code = row[column].text;
    if (code.empty()) return {};
    return static_cast<std::uint64_t>(std::lower_bound(codes.begin(), codes.end(), code) - codes.begin());
  });
}

SortField term_field(Column column, bool descending) {
  constexpr unsigned bits = 17;
  return field(bits, descending, [column](RowCells& row) -> Value {
    const PlanEntry& entry = row.entry();
    const Term term = column == Column::term ? entry.offer.term : entry.migration.target_term;
    return term.known() ? Value{term.months} : Value{};
  });
}

SortField notes_field(bool descending) {
  constexpr unsigned bits = note_count + 1;
  return field(bits, descending, [](RowCells& row) -> Value {
    const NoteSet notes = row.entry().notes;
    std::uint64_t set = 0;
    notes.for_each([&set](Note note) { set |= std::uint64_t{1} << static_cast<unsigned>(note); });
    return set == 0 ? Value{} : Value{set};
  });
}

SortField text_field(const Plan& plan, Column column, bool descending) {
  constexpr unsigned bits = 32;
  TextColumn texts = text_column(plan, column);
  const auto ranks = std::make_shared<RankTable>(texts.handles, texts.text_of, plan.context().jobs);
  return field(bits, descending, [ranks, handle_of = std::move(texts.handle_of)](RowCells& row) -> Value {
    const std::uint32_t rank = (*ranks)[handle_of(row)];
    return rank == RankTable::empty_rank ? Value{} : Value{rank};
  });
}

/// An id in 128 bits that order ids of the same sort.
struct IdKey {
  enum class Sort : std::uint8_t { guid, text, assumed };
  Sort sort = Sort::guid;
  std::uint64_t high = 0;
  std::uint64_t low = 0;
};

std::optional<IdKey> id_key(RowCells& row, const IdColumn& ids, const RankTable& ranks) {
  const bool assumed = ids.column == Column::subscription_id && row.subscription().id.empty();
  if (assumed) return IdKey{IdKey::Sort::assumed, row.block().source, row.subscription().source_line};
  const Id id = ids.id_of(row);
  if (id.empty()) return std::nullopt;
  if (id.is_guid()) return IdKey{IdKey::Sort::guid, id.high(), id.low()};
  return IdKey{IdKey::Sort::text, ranks[id.text_id()], 0};
}

std::vector<SortField> id_fields(const Plan& plan, Column column, bool descending) {
  constexpr unsigned sort_bits = 2;
  const auto ids = std::make_shared<IdColumn>(id_column(plan, column));
  const auto ranks = std::make_shared<RankTable>(ids->texts.handles, ids->texts.text_of, plan.context().jobs);
  const auto half = [=](std::uint64_t IdKey::*member) {
    return SortField{whole_word, [=](RowCells& row) {
                       const std::uint64_t value = id_key(row, *ids, *ranks).value_or(IdKey{}).*member;
                       return descending ? ~value : value;
                     }};
  };
  const auto sort_of = [=](RowCells& row) -> Value {
    const std::optional<IdKey> key = id_key(row, *ids, *ranks);
    return key ? Value{static_cast<std::uint64_t>(key->sort)} : Value{};
  };
  return {field(sort_bits, descending, sort_of), half(&IdKey::high), half(&IdKey::low)};
}

/// Evidence has few errors; they are not in the portfolio's pools.
SortField error_field(const Plan& plan, bool descending) {
  constexpr unsigned bits = 33;
  std::vector<std::string> errors = plan.migration_errors();
  std::sort(errors.begin(), errors.end(), [](const std::string& a, const std::string& b) {
    const std::string x = to_lower_ascii(a);
    const std::string y = to_lower_ascii(b);
    return x != y ? x < y : a < b;
  });
  errors.erase(std::unique(errors.begin(), errors.end()), errors.end());
  const auto ranks = std::make_shared<TextMap<std::uint64_t>>();
  for (const std::string& error : errors) ranks->emplace(error, ranks->size());
  return field(bits, descending, [ranks](RowCells& row) -> Value {
    const auto found = ranks->find(std::string(row[Column::migration_error].text));
    return found == ranks->end() ? Value{} : Value{found->second};
  });
}

SortField instant_field(Column column, bool descending) {
  constexpr unsigned bits = 48;
  constexpr std::int64_t before_any_instant = -(std::int64_t{1} << 40);
  return field(bits, descending, [column](RowCells& row) -> Value {
    const PlanEntry& entry = row.entry();
    const auto instant = column == Column::completed_at ? entry.completed_at : entry.window_closes_at;
    return instant ? Value{static_cast<std::uint64_t>(instant->seconds - before_any_instant)} : Value{};
  });
}

std::vector<SortField> text_fields(const Plan& plan, SortKey key) {
  switch (key.column) {
    case Column::customer_id:
    case Column::subscription_id:
    case Column::base_subscription_id:
      return id_fields(plan, key.column, key.descending);
    case Column::action:
      return {code_field(Column::action_code, key.descending), date_field(Column::act_by, key.descending)};
    case Column::edition:
      return {};
    case Column::migration_error:
      return {error_field(plan, key.descending)};
    case Column::completed_at:
    case Column::window_closes_at:
      return {instant_field(key.column, key.descending)};
    default:
      return {text_field(plan, key.column, key.descending)};
  }
}

}  // namespace

std::vector<SortField> sort_fields(const Plan& plan, SortKey key) {
  const bool descending = key.descending;
  switch (type_of(key.column)) {
    case ColumnType::text:
      return text_fields(plan, key);
    case ColumnType::code:
      if (codes_of(key.column).empty()) return {term_field(key.column, descending)};
      return {code_field(key.column, descending)};
    case ColumnType::date:
      return {date_field(key.column, descending)};
    case ColumnType::integer:
      return {integer_field(key.column, descending)};
    case ColumnType::boolean:
      return {boolean_field(key.column, descending)};
    case ColumnType::code_list:
      return {notes_field(descending)};
    case ColumnType::action_list:
      return {code_field(Column::action_code, descending), date_field(Column::act_by, descending)};
  }
  return {};
}

}  // namespace nceplan
