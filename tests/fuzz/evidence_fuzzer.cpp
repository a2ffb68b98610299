// Any bytes as evidence, by themselves and below the headers of the batch tool's files: refused, or every row is a
// statement, silent or rejected.
#include "fuzz/fuzz_support.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/input/evidence_reader.hpp"

using namespace nceplan;

namespace {

constexpr std::string_view status_header =
    "LegacySubscriptionId,MigrationStatus,NCETermDuration,ErrorCode,ErrorReason,NCESubscriptionId\n";
constexpr std::string_view schedule_header =
    "LegacySubscriptionId,NCETermDuration,TargetDate,MigrateOnRenewal,MigrationScheduleStatus,ErrorCode,ErrorReason\n";

void check_statement(const MigrationEvidence& statement, const Evidence& evidence) {
  fuzz::require(!statement.subscription_id.empty(), "a statement is about a subscription");
  fuzz::require(statement.source < evidence.sources.size(), "a statement has a source");
  if (statement.target_date) fuzz::require_day(*statement.target_date);
  for (const std::string& text : {statement.subscription_id, statement.nce_subscription_id, error_text(statement)}) {
    fuzz::require(is_valid_utf8(text), "texts are UTF-8");
  }
}

void check_file(const std::string& name, const std::string& content) {
  const InputFile file = memory_file(name, content);
  Diagnostics diagnostics;
  try {
    const Evidence evidence = read_evidence({&file, 1}, {}, diagnostics);
    fuzz::require(evidence.sources.size() == 1, "a file is a source");
    const EvidenceSource& source = evidence.sources.front();
    fuzz::require(source.source.rows == source.statements + source.silent + source.source.rejected,
                  "rows = statements + silent + rejected");
    fuzz::require(source.statements == evidence.statements.size(), "statements are counted");
    fuzz::require(evidence.rows_rejected() == 0 || diagnostics.errors() > 0, "a rejected row is reported");
    for (const MigrationEvidence& statement : evidence.statements) check_statement(statement, evidence);
  } catch (const Failure&) {
    return;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string content(reinterpret_cast<const char*>(data), size);
  check_file("fuzz", content);
  check_file("fuzz.csv", std::string(schedule_header) + content);
  check_file("fuzz.csv", std::string(status_header) + content);
  return 0;
}
