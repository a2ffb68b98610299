// The order in which people read a plan: groups, customers by urgency, a base before its add-ons.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "nceplan/output/report.hpp"

namespace nceplan {

struct CustomerGroup {
  std::string name;  ///< safe to print on a terminal
  std::vector<RowIndex> rows;
};

/// A month, a reseller, or everything.
struct ReportGroup {
  std::string title;  ///< empty when rows are grouped by customer only
  std::vector<CustomerGroup> customers;
};

/// The selected rows in groups. Most urgent first: urgent rows that are not waived by days left, then by the day to
/// act, the migration date and the name; a customer and a bundle stand where their most urgent row stands. Months are
/// in calendar order. Does not depend on the order of the input, unless `options.keep_order`: then groups, customers
/// and rows are in the order of `rows`.
std::vector<ReportGroup> grouped(const SelectedRows& rows, const ReportOptions& options);

}  // namespace nceplan
