// One number per customer, whatever file or worker a customer came through.
#pragma once

#include <cstdint>
#include <vector>

#include "nceplan/base/large_memory.hpp"
#include "nceplan/model/portfolio.hpp"

namespace nceplan {

/// Per shard and customer the number of its group, from 0. Customers are one when their ids are equal; those without
/// an id when their folded names are. Numbers follow the order of ids and names, not that of rows.
std::vector<LargeVector<std::uint32_t>> group_customers(const Portfolio& portfolio);

}  // namespace nceplan
