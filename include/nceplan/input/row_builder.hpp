// From the raw texts of one row to a subscription in a block: values are parsed, texts interned, problems reported.
// The one place where tabular and JSON exports meet; the hot path of reading.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "nceplan/base/diagnostic.hpp"
#include "nceplan/input/date_cell.hpp"
#include "nceplan/input/field.hpp"
#include "nceplan/input/header_mapping.hpp"
#include "nceplan/model/portfolio.hpp"

namespace nceplan {

/// Texts of one row, as they stand (quotes removed, not trimmed); fields that the row lacks are empty. The views need
/// to live only during RowBuilder::add.
struct RawRow {
  std::array<std::string_view, field_count> values{};
  std::uint32_t line = 0;      ///< 1-based line of a text file, or number of the element in a JSON document
  std::string_view pointer{};  ///< JSON pointer of the element (`/items/17`); empty for tabular files

  std::string_view& operator[](Field field) { return values[index_of(field)]; }
  std::string_view operator[](Field field) const { return values[index_of(field)]; }
};

/// Per date field, in the order of `date_fields`.
using DateOrders = std::array<CellOrder, date_fields.size()>;
using DateEvidence = std::array<DateColumnEvidence, date_fields.size()>;

/// What all rows of a source share.
struct RowContext {
  const HeaderMapping* mapping = nullptr;
  std::string file;           ///< for diagnostics
  std::string customer_name;  ///< for rows without a customer of their own: --customer, wrapper or file name
  std::string customer_id;    ///< the wrapper's
  bool takeover = false;
  DateOrders date_orders{};
};

/// Fills one block. Not thread-safe; each worker has its own shard, block and builder.
class RowBuilder {
 public:
  RowBuilder(const RowContext& context, Shard& shard, RowBlock& block, Diagnostics& diagnostics,
             DateEvidence& evidence);

  /// Appends the row to the block, or reports every problem of it and rejects it. Returns whether it was accepted.
  bool add(const RawRow& row);
};

}  // namespace nceplan
