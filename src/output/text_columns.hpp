// Where the texts of a column are kept: rows share them, so sorting looks at each distinct one once.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "cell.hpp"
#include "nceplan/base/string_pool.hpp"
#include "nceplan/output/column.hpp"

namespace nceplan {

/// The texts of a column, by handles of texts, customers, products or sources.
struct TextColumn {
  std::vector<Handle> handles;  ///< all that rows have, each once
  std::function<std::string_view(Handle)> text_of;
  std::function<Handle(const RowCells&)> handle_of;
};

/// Precondition: a text column other than the ids, `action`, `edition`, `migration_error` and the instants.
TextColumn text_column(const Plan& plan, Column column);

/// The ids of a column; `texts` has those that are no GUIDs, and no `handle_of`.
struct IdColumn {
  Column column{};
  std::function<Id(const RowCells&)> id_of;
  TextColumn texts;
};

/// Precondition: `customer_id`, `subscription_id` or `base_subscription_id`.
IdColumn id_column(const Plan& plan, Column column);

}  // namespace nceplan
