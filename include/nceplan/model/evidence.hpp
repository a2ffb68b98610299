// What the batch tool's own files and Partner Center prove about subscriptions (R8): completed, running, failed,
// scheduled and cancelled migrations.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "nceplan/base/date.hpp"
#include "nceplan/base/term.hpp"
#include "nceplan/model/codes.hpp"
#include "nceplan/model/portfolio.hpp"

namespace nceplan {

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
  std::uint32_t source = 0;  ///< index into Evidence::sources
  std::uint64_t line = 0;    ///< 1-based line; of JSON documents the number of the object

  friend bool operator==(const MigrationEvidence&, const MigrationEvidence&) = default;
};

/// One evidence file after reading it. `source.rows` = statements + silent + `source.rejected`.
struct EvidenceSource {
  Source source;
  std::uint64_t statements = 0;
  std::uint64_t silent = 0;  ///< rows that say nothing of a legacy subscription: bought in NCE, scheduled by Microsoft
};

/// Statements in the order of files and rows.
struct Evidence {
  std::vector<EvidenceSource> sources;
  std::vector<MigrationEvidence> statements;

  std::uint64_t rows_rejected() const;
};

/// `3: Subscription has promotions applied.`, as far as there is a code and a reason.
std::string error_text(const MigrationEvidence& statement);

}  // namespace nceplan
