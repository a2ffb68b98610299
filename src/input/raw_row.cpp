#include "nceplan/input/raw_row.hpp"

#include <algorithm>

namespace nceplan {

RecordLayout::RecordLayout(const HeaderMapping& mapping) : column_of(mapping.column_of) {
  fields_of_columns_.resize(*std::max_element(column_of.begin(), column_of.end()) + std::size_t{1});
  for (std::size_t i = 0; i < field_count; ++i) {
    if (column_of[i] == 0) continue;
    fields.add(static_cast<Field>(i));
    fields_of_columns_[column_of[i]] = static_cast<Field>(i);
  }
  customer = range_of(customer_fields);
  flags = range_of(flag_words);
  terms = range_of(term_words);
  rare = range_of(rare_fields);
}

/// The columns of those fields that the source has.
ColumnRange RecordLayout::range_of(std::span<const Field> some) const {
  std::uint32_t count = 0;
  ColumnRange range;
  for (const Field field : some) {
    const std::uint32_t column = column_of[index_of(field)];
    if (column == 0) continue;
    range.first = count == 0 ? column : std::min(range.first, column);
    range.last = std::max(range.last, column);
    ++count;
  }
  const bool side_by_side = count != 0 && range.last - range.first + 1 == count;
  return side_by_side ? range : ColumnRange{};
}

}  // namespace nceplan
