#include "nceplan/input/raw_row.hpp"

#include <algorithm>

namespace nceplan {

RecordLayout::RecordLayout(const HeaderMapping& mapping) : column_of(mapping.column_of) {
  for (std::size_t i = 0; i < field_count; ++i) fields.add_if(static_cast<Field>(i), column_of[i] != 0);
  std::uint32_t count = 0;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  for (const Field field : customer_fields) {
    const std::uint32_t column = column_of[index_of(field)];
    if (column == 0) continue;
    first = count == 0 ? column : std::min(first, column);
    last = std::max(last, column);
    ++count;
  }
  if (count == 0 || last - first + 1 != count) return;
  first_customer_column = first;
  last_customer_column = last;
}

}  // namespace nceplan
