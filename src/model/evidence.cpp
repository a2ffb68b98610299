#include "nceplan/model/evidence.hpp"

#include <numeric>

namespace nceplan {

std::uint64_t Evidence::rows_rejected() const {
  return std::accumulate(sources.begin(), sources.end(), std::uint64_t{0},
                         [](std::uint64_t sum, const EvidenceSource& each) { return sum + each.source.rejected; });
}

std::string error_text(const MigrationEvidence& statement) {
  if (statement.error_code.empty()) return statement.error_reason;
  if (statement.error_reason.empty()) return statement.error_code;
  return statement.error_code + ": " + statement.error_reason;
}

}  // namespace nceplan
