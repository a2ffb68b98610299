// Microsoft's codes for subscriptions that cannot be migrated (R7), from the reason that an export gives in words.
#pragma once

#include <cstdint>
#include <string_view>

namespace nceplan {

inline constexpr std::int8_t no_ineligibility_code = -1;

/// 0 not active, 1 being processed, 2 too close to term end, 3 promotion, 4 add-ons present, 5 no NCE product,
/// 6 term and billing combination, 7 active less than a month, 8 trade status, 9 invalid partner id, 10 last 24 hours
/// need a full term, 11 invalid custom end, 12 custom end must align. `reason` may be Microsoft's sentence, the name
/// of its error code or the number; of several joined by `;` the first that is known decides. -1 for any other text.
std::int8_t ineligibility_code_of(std::string_view reason);

}  // namespace nceplan
