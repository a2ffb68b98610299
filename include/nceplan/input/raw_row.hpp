// The texts of one row, before anything is made of them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "nceplan/input/field.hpp"
#include "nceplan/input/header_mapping.hpp"

namespace nceplan {

/// Columns of a record that stand side by side, counted from 1; both ends belong to it. None when both are 0.
struct ColumnRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  bool empty() const { return first == 0; }
};

/// Where the fields of a tabular source stand in each of its records. Columns count from 1.
struct RecordLayout {
  explicit RecordLayout(const HeaderMapping& mapping);

  /// The field that stands in a column, if any does.
  std::optional<Field> field_of(std::uint32_t column) const {
    return column < fields_of_columns_.size() ? fields_of_columns_[column] : std::nullopt;
  }

  std::array<std::uint32_t, field_count> column_of{};  ///< 0 for a field that the source lacks
  FieldSet fields;                                     ///< those that it has
  // Columns that can be looked at as one text; none when others stand between them.
  ColumnRange customer;
  ColumnRange flags;  ///< `flag_words`
  ColumnRange terms;  ///< `term_words`
  ColumnRange rare;   ///< `rare_fields`

 private:
  ColumnRange range_of(std::span<const Field> some) const;

  std::vector<std::optional<Field>> fields_of_columns_;  ///< by column; columns behind the last field are left out
};

/// Fields that hold one of few words, and stand side by side in exports of the batch tool.
inline constexpr std::array flag_words = {Field::auto_renew, Field::migration_eligible};
inline constexpr std::array term_words = {Field::term, Field::billing_plan};
/// Fields that few rows have, and the word that exports of the batch tool have among them.
inline constexpr std::array rare_fields = {
    Field::is_addon,           Field::base_subscription_id, Field::migrated_from, Field::ineligibility_reason,
    Field::provider,           Field::custom_term_end_date, Field::target_date,   Field::charge_start_date,
    Field::migrate_on_renewal, Field::saved_phase,          Field::saved_reason,  Field::saved_blocker,
    Field::saved_migrated_by,  Field::saved_migration_date, Field::saved_notes,   Field::saved_migration_state,
    Field::saved_takeover};

/// Texts of one row, as they stand (quotes removed, not trimmed); fields that the row lacks are empty. A row may be a
/// record of a tabular text: its fields are found when asked for, unless they are set. What it refers to needs to live
/// only during RowBuilder::add.
class RawRow {
 public:
  std::uint32_t line = 0;      ///< 1-based line of a text file, or number of the element in a JSON document
  std::string_view pointer{};  ///< JSON pointer of the element (`/items/17`); empty for tabular files

  void set(Field field, std::string_view text) {
    found_.remove(field);
    set_.add(field);
    values_[index_of(field)] = text;
  }
  std::string_view operator[](Field field) const {
    if (found_.has(field)) {
      const std::uint32_t column = layout_->column_of[index_of(field)];
      return columns({column, column});
    }
    return set_.has(field) ? values_[index_of(field)] : std::string_view{};
  }

  /// Makes the row a record, with no field set. `ends[i]` is the offset of the separator behind column i + 1, and
  /// `ends[-1]` the one of the byte before the first column, both modulo 2^32.
  void set_record(const RecordLayout& layout, const char* text, const std::uint32_t* ends) {
    layout_ = &layout;
    found_ = layout.fields;
    set_ = {};
    text_ = text;
    ends_ = ends;
  }
  /// All texts become empty, and the row is no record.
  void clear() {
    layout_ = nullptr;
    found_ = {};
    set_ = {};
  }

  /// The fields that may hold something; all others are empty.
  FieldSet fields() const { return found_ | set_; }
  /// Null when the row is no record.
  const RecordLayout* layout() const { return layout_; }
  /// The columns with the separators between them and with any quotes. Preconditions: a record; a range that is not
  /// empty.
  std::string_view columns(ColumnRange range) const {
    const auto end_of = [this](std::ptrdiff_t column) { return ends_[column - 1]; };
    const std::uint32_t begin = end_of(std::ptrdiff_t{range.first} - 1) + 1;
    return {text_ + begin, end_of(range.last) - begin};
  }

 private:
  // Those that the row has, each in one of two sets: a single test finds most texts of a record.
  FieldSet found_;  ///< by their columns in the record
  FieldSet set_;    ///< those that `values_` holds
  const RecordLayout* layout_ = nullptr;
  const char* text_ = nullptr;
  const std::uint32_t* ends_ = nullptr;
  std::array<std::string_view, field_count> values_{};  ///< of the fields in `set_`
};

}  // namespace nceplan
