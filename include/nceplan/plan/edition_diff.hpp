// What another schedule edition would change (R13).
#pragma once

#include <cstdint>
#include <vector>

#include "nceplan/base/date.hpp"
#include "nceplan/model/edition.hpp"
#include "nceplan/plan/plan.hpp"

namespace nceplan {

/// A planned subscription whose migration date differs between two editions (R4).
struct EditionMove {
  RowIndex row = 0;
  DateMove date;
  friend bool operator==(const EditionMove&, const EditionMove&) = default;
};

/// Exactly the planned subscriptions whose date moves, in input order. What `other` says of the rest is the same, so
/// that `plan.counts().planned` less the moves stay.
std::vector<EditionMove> moves_between_editions(const Plan& plan, const Edition& other);

/// How many there are, without a list of them; with the plan's number of jobs.
std::uint64_t count_moves_between_editions(const Plan& plan, const Edition& other);

}  // namespace nceplan
