#include "cli/clock.hpp"

#include <chrono>

namespace nceplan::cli {

Date today_utc() {
  const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
  return Instant{std::chrono::duration_cast<std::chrono::seconds>(since_epoch).count()}.date();
}

}  // namespace nceplan::cli
