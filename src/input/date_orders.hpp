// The date columns of one source together: which orders to read them by, and whether that changes what was read.
#pragma once

#include <optional>

#include "nceplan/input/date_cell.hpp"
#include "nceplan/input/row_builder.hpp"

namespace nceplan {

/// Orders to read a source's date columns by, from what its cells prove.
DateOrders decide_date_orders(const DateEvidence& evidence, bool batch_tool_booleans,
                              std::optional<DateOrder> requested);

/// True when reading again under `decided` gives other dates, or other errors, than reading under no decision gave.
bool needs_second_pass(const DateOrders& decided, const DateEvidence& evidence);

void append(DateEvidence& evidence, const DateEvidence& later);

/// What `check` says of a column read under `order`.
DateOrder reported_order(const DateColumnEvidence& evidence, CellOrder order);

/// Fills `date_order` of the source's date columns.
void report_date_orders(const HeaderMapping& mapping, const DateEvidence& evidence, const DateOrders& orders,
                        Source& source);

}  // namespace nceplan
