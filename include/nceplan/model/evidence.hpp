// What the batch tool's own files prove about a subscription (R8): completed, running, failed and scheduled migrations.
#pragma once

#include <string>
#include <vector>

#include "nceplan/base/date.hpp"
#include "nceplan/base/term.hpp"

namespace nceplan {

enum class MigrationState : std::uint8_t { completed, processing, failed, scheduled };

/// One statement of an evidence file about one legacy subscription.
struct MigrationEvidence {
  std::string subscription_id;  ///< of the legacy subscription; compared without case
  MigrationState state = MigrationState::scheduled;
  OptionalDate target_date;  ///< scheduled: the day; empty means at renewal
  Term target_term;          ///< scheduled or completed; may be unknown
  std::optional<Instant> completed_at;
  std::string error_code;  ///< failed: the tool's
  std::string error_reason;
  std::string nce_subscription_id;
  std::string source;  ///< file:line

  friend bool operator==(const MigrationEvidence&, const MigrationEvidence&) = default;
};

using Evidence = std::vector<MigrationEvidence>;

}  // namespace nceplan
