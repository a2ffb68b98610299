// What stands above and below the changes of a diff in every format for people, and the order of its customers.
#pragma once

#include <string>
#include <vector>

#include "diff_lines.hpp"

namespace nceplan {

/// The changes of one customer, by product, those of a subscription together.
struct DiffCustomer {
  std::string name;
  std::vector<DiffLine> lines;
};

/// Customers with something that became urgent first, then by name.
std::vector<DiffCustomer> by_customer(const DiffLines& lines, const std::vector<DiffLine>& shown, Language language);

/// Tool, edition and as-of date; old and new with their accounting; whose phases are compared.
std::vector<std::string> diff_head(const DiffReport& report, const DiffOptions& options);

/// How many changes of each kind; how many subscriptions are as before; what could not be told apart.
std::vector<std::string> diff_foot(const DiffReport& report, const std::vector<DiffLine>& shown,
                                   const DiffOptions& options);

std::string_view heading(DiffColumn column, Language language);

}  // namespace nceplan
