// The seats that a customer can hold of one Business offer (R10).
#pragma once

#include <cstdint>

namespace nceplan {

/// A customer's covered subscriptions of one capped offer may hold this many seats together.
inline constexpr std::uint32_t pooled_seats = 300;

}  // namespace nceplan
