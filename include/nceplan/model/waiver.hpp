// Subscriptions that somebody has decided to leave alone for a while: which, why, who says so, and until when
// (docs/waivers.md). A waiver changes no date and no action; it keeps a row out of the gate.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "nceplan/base/date.hpp"

namespace nceplan {

struct Waiver {
  std::string subscription;  ///< id, compared without case; empty: all subscriptions of the customer
  std::string customer;      ///< id, or name compared folded; with a subscription too both must hold
  std::string reason;
  std::string owner;
  Date until;  ///< inclusive
  std::string file;
  std::uint64_t line = 0;  ///< 1-based

  bool in_force(Date as_of) const { return as_of <= until; }
  /// What is waived, as the file names it.
  const std::string& target() const { return subscription.empty() ? customer : subscription; }

  friend bool operator==(const Waiver&, const Waiver&) = default;
};

using Waivers = std::vector<Waiver>;

}  // namespace nceplan
