#include "date_orders.hpp"

namespace nceplan {
namespace {

using Sign = DateColumnEvidence::Sign;

/// Reading without a decision takes slashed cells month first, dotted cells day first, and the other way round only
/// where that is impossible.
bool reads_otherwise(const DateColumnEvidence& evidence, CellOrder order) {
  const bool slashed_agrees =
      !evidence.has(Sign::slashed) || (order == CellOrder::month_first && !evidence.has(Sign::slashed_day_first)) ||
      (order == CellOrder::day_first && !evidence.has(Sign::slashed_month_first) && !evidence.has(Sign::two_readings));
  const bool dotted_agrees =
      !evidence.has(Sign::dotted) || (order == CellOrder::day_first && !evidence.has(Sign::dotted_month_first));
  return !slashed_agrees || !dotted_agrees;
}

}  // namespace

DateOrders decide_date_orders(const DateEvidence& evidence, bool batch_tool_booleans,
                              std::optional<DateOrder> requested) {
  DateOrders orders{};
  for (std::size_t i = 0; i < orders.size(); ++i) {
    orders[i] = decide_order(evidence[i], batch_tool_booleans, requested);
  }
  return orders;
}

bool needs_second_pass(const DateOrders& decided, const DateEvidence& evidence) {
  for (std::size_t i = 0; i < decided.size(); ++i) {
    if (reads_otherwise(evidence[i], decided[i])) return true;
  }
  return false;
}

void append(DateEvidence& evidence, const DateEvidence& later) {
  for (std::size_t i = 0; i < evidence.size(); ++i) evidence[i].append(later[i]);
}

DateOrder reported_order(const DateColumnEvidence& evidence, CellOrder order) {
  if (evidence.has(Sign::slashed) || evidence.has(Sign::dotted)) {
    if (order == CellOrder::day_first) return DateOrder::dmy;
    return order == CellOrder::month_first ? DateOrder::mdy : DateOrder::unknown;
  }
  if (evidence.has(Sign::iso)) return DateOrder::iso;
  return evidence.has(Sign::serial) ? DateOrder::serial : DateOrder::unknown;
}

void report_date_orders(const HeaderMapping& mapping, const DateEvidence& evidence, const DateOrders& orders,
                        Source& source) {
  for (std::size_t i = 0; i < date_fields.size(); ++i) {
    const std::uint32_t column = mapping.column_of[index_of(date_fields[i])];
    if (column != 0 && column <= source.columns.size()) {
      source.columns[column - 1].date_order = reported_order(evidence[i], orders[i]);
    }
  }
}

}  // namespace nceplan
