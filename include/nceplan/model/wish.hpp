// What a file of the user's own says of single subscriptions: seats, or a day.
#pragma once

#include <string>

#include "nceplan/base/diagnostic.hpp"
#include "nceplan/base/text_map.hpp"

namespace nceplan {

template <typename Value>
struct Wish {
  Value value{};
  Location place;  ///< of the cell
};

/// By subscription id in lower case.
template <typename Value>
using Wishes = TextMap<Wish<Value>>;

}  // namespace nceplan
