#include "evidence_text.hpp"

#include "i18n/format_text.hpp"
#include "nceplan/base/text.hpp"

namespace nceplan {
namespace {

std::string evidence_line(const Plan& plan, std::size_t index, Language language) {
  static constexpr std::array<Text, migration_state_count> state_parts = {
      Text::part_completed, Text::part_running, Text::part_failed, Text::part_scheduled, Text::part_cancelled};
  const EvidenceSource& each = plan.all_evidence().sources[index];
  std::string parts;
  const auto add = [&](Text part, std::uint64_t count) {
    if (count == 0) return;
    parts += (parts.empty() ? " = " : " + ") + format_text(part, language, count);
  };
  const auto by_state = statements_by_state(plan.all_evidence(), index);
  for (std::size_t state = 0; state < by_state.size(); ++state) add(state_parts[state], by_state[state]);
  add(Text::part_silent, each.silent);
  add(Text::part_rejected, each.source.rejected);
  std::string line = counted(Text::single_row, Text::rows, each.source.rows, language) + parts;
  if (const std::uint64_t unmatched = plan.unmatched_statements(index); unmatched != 0) {
    line += format_text(Text::part_unmatched, language, unmatched);
  }
  return format_text(Text::evidence_line, language, escape_controls(each.source.path), line);
}

}  // namespace

std::array<std::uint64_t, migration_state_count> statements_by_state(const Evidence& evidence, std::size_t source) {
  std::array<std::uint64_t, migration_state_count> counts{};
  for (const MigrationEvidence& statement : evidence.statements) {
    if (statement.source == source) ++counts[static_cast<std::size_t>(statement.state)];
  }
  return counts;
}

std::vector<std::string> evidence_lines(const Plan& plan, Language language) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < plan.all_evidence().sources.size(); ++i) {
    lines.push_back(evidence_line(plan, i, language));
  }
  return lines;
}

}  // namespace nceplan
