// Names for subscriptions that outlast a run: they do not depend on the order of rows, on dates, the edition, the
// language or what else is shown. Calendars know an entry again by them.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "nceplan/plan/plan.hpp"

namespace nceplan {

class SubscriptionKeys {
 public:
  /// Looks at all planned rows of `plan`, which must outlive this.
  explicit SubscriptionKeys(const Plan& plan);

  /// ASCII letters, digits and hyphens: the id where it is a GUID, else 32 hexadecimal digits that stand for the id or,
  /// for a row without one, for its customer and product. Rows that these do not tell apart are numbered by their term
  /// end and seats. Precondition: plan.is_planned(row).
  std::string key(RowIndex row) const;

 private:
  const Plan* plan_;
  std::unordered_map<RowIndex, std::uint32_t> numbers_;  ///< of twins without an id, from 1; the first has none
};

}  // namespace nceplan
