#include "clock.hpp"

#include <ctime>

namespace nceplan::cli {

Date today_utc() { return Instant{static_cast<std::int64_t>(std::time(nullptr))}.date(); }

}  // namespace nceplan::cli
