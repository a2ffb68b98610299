// The customer of exports that do not name one.
#pragma once

#include <string>

#include "nceplan/input/read_portfolio.hpp"

namespace nceplan {

/// `--customer`; else, when the source has no customer column at all, the file's name without folder and extension.
/// Empty when there is nothing to go by (standard input).
std::string default_customer(const std::string& file, const ReadOptions& options, bool source_has_customers);

}  // namespace nceplan
