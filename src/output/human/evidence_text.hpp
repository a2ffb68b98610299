// What a report says of the evidence files it rests on.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "nceplan/i18n/language.hpp"
#include "nceplan/plan/plan.hpp"

namespace nceplan {

inline constexpr std::size_t migration_state_count = static_cast<std::size_t>(MigrationState::cancelled) + 1;

/// Statements of one evidence file by their state.
std::array<std::uint64_t, migration_state_count> statements_by_state(const Evidence& evidence, std::size_t source);

/// A line for each file: `Evidence bam-status.csv: 4 rows = 2 completed + 1 running + 1 failed; 3 not in the exports`.
std::vector<std::string> evidence_lines(const Plan& plan, Language language);

}  // namespace nceplan
