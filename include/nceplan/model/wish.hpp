// What a file of the user's own says of single subscriptions: seats, or a day.
#pragma once

#include <string>
#include <unordered_map>

#include "nceplan/base/diagnostic.hpp"

namespace nceplan {

template <typename Value>
struct Wish {
  Value value{};
  Location place;  ///< of the cell
};

/// By subscription id in lower case.
template <typename Value>
using Wishes = std::unordered_map<std::string, Wish<Value>>;

}  // namespace nceplan
