// The step of the planner that applies evidence (R8): which statement counts for a row, and what is said of the others.
#include <algorithm>
#include <span>

#include "nceplan/base/text.hpp"
#include "planner.hpp"

namespace nceplan {
namespace {

/// Which kind of statement counts most; see Plan::evidence.
int weight_of(const MigrationEvidence& statement) {
  switch (statement.state) {
    case MigrationState::completed:
      return statement.completed_at ? 3 : 2;
    case MigrationState::scheduled:
    case MigrationState::cancelled:
      return 1;
    case MigrationState::processing:
    case MigrationState::failed:
      break;
  }
  return 0;
}

bool is_about_schedule(const MigrationEvidence& statement) {
  return statement.state == MigrationState::scheduled || statement.state == MigrationState::cancelled;
}

/// Whether the statement that does not count says something that the other one cannot explain: a migration that is
/// completed was scheduled, running or failed before; a failed one may be tried again.
bool contradicts(const MigrationEvidence& winner, const MigrationEvidence& loser, bool loser_is_later) {
  if (winner.state == MigrationState::completed) {
    const bool both_named = !winner.nce_subscription_id.empty() && !loser.nce_subscription_id.empty();
    return loser.state == MigrationState::completed && both_named &&
           !equals_ignoring_case(winner.nce_subscription_id, loser.nce_subscription_id);
  }
  if (!is_about_schedule(winner)) return false;
  if (!is_about_schedule(loser)) return loser_is_later;
  return winner.state != loser.state || winner.target_date != loser.target_date;
}

}  // namespace

Diagnostic Planner::about(const MigrationEvidence& statement, DiagnosticCode code, Severity severity) const {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.severity = severity;
  diagnostic.where.file = plan_.evidence_.sources[statement.source].source.path;
  diagnostic.where.line = statement.line;
  diagnostic.seen = statement.subscription_id;
  return diagnostic;
}

void Planner::mark_evidence() {
  const std::vector<MigrationEvidence>& statements = plan_.evidence_.statements;
  auto& of_row = plan_.evidence_of_;
  std::vector<std::uint32_t> unmatched;
  for (std::uint32_t i = 0; i < statements.size(); ++i) {
    const auto row = ids_->find(std::string_view(trim(statements[i].subscription_id)));
    if (row && plan_.is_planned(*row)) {
      of_row.emplace_back(*row, i);
    } else {
      unmatched.push_back(i);
    }
  }
  report_unmatched(unmatched);
  std::sort(of_row.begin(), of_row.end(), [&](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first < b.first;
    const int weight_a = weight_of(statements[a.second]);
    const int weight_b = weight_of(statements[b.second]);
    return weight_a != weight_b ? weight_a > weight_b : a.second > b.second;
  });
  for (std::size_t first = 0; first < of_row.size();) {
    std::size_t last = first + 1;
    while (last < of_row.size() && of_row[last].first == of_row[first].first) ++last;
    apply_evidence(std::span(of_row).subspan(first, last - first));
    first = last;
  }
  of_row.erase(
      std::unique(of_row.begin(), of_row.end(), [](const auto& a, const auto& b) { return a.first == b.first; }),
      of_row.end());
}

void Planner::apply_evidence(std::span<const std::pair<RowIndex, std::uint32_t>> about_row) {
  const auto [row, winner_index] = about_row.front();
  const MigrationEvidence& winner = plan_.evidence_.statements[winner_index];
  RowState& state = plan_.states_[row];
  state.add(RowMark::evidence);
  if (winner.state == MigrationState::completed) state.add(RowMark::on_nce);
  if (winner.state == MigrationState::scheduled) state.add(RowMark::scheduled);
  if (winner.state == MigrationState::cancelled) state.remove(RowMark::scheduled);
  if (winner.state == MigrationState::failed || winner.state == MigrationState::processing) report_state(row, winner);
  for (const auto& [same_row, index] : about_row.subspan(1)) {
    const MigrationEvidence& loser = plan_.evidence_.statements[index];
    if (!contradicts(winner, loser, index > winner_index)) continue;
    Diagnostic diagnostic = about(loser, DiagnosticCode::evidence_conflict, Severity::warning);
    diagnostic.details = {std::string(to_code(loser.state)), std::string(to_code(winner.state)),
                          plan_.place_of(winner)};
    plan_.diagnostics_.add(std::move(diagnostic));
  }
}

/// Names a migration that is running or failed, unless an NCE row shows that it was completed since.
void Planner::report_state(RowIndex row, const MigrationEvidence& statement) {
  if (plan_.states_[row].has(RowMark::on_nce)) return;
  const bool failed = statement.state == MigrationState::failed;
  const Subscription& subscription = portfolio_.row(row);
  Diagnostic diagnostic =
      about(statement, failed ? DiagnosticCode::migration_failed : DiagnosticCode::migration_running,
            failed ? Severity::warning : Severity::info);
  diagnostic.details = {std::string(portfolio_.text(portfolio_.product(subscription.product).name)),
                        std::string(portfolio_.text(portfolio_.customer(subscription.customer).name)),
                        error_text(statement)};
  plan_.diagnostics_.add(std::move(diagnostic));
}

/// One line for each file: what is on NCE has often left the legacy export, so many of these are no surprise.
void Planner::report_unmatched(std::span<const std::uint32_t> unmatched) {
  const Evidence& evidence = plan_.evidence_;
  plan_.unmatched_statements_.assign(evidence.sources.size(), 0);
  std::vector<const MigrationEvidence*> first(evidence.sources.size(), nullptr);
  std::vector<bool> all_completed(evidence.sources.size(), true);
  for (const std::uint32_t index : unmatched) {
    const MigrationEvidence& statement = evidence.statements[index];
    ++plan_.unmatched_statements_[statement.source];
    const bool surprising = statement.state != MigrationState::completed;
    const bool first_surprise = surprising && all_completed[statement.source];
    if (first[statement.source] == nullptr || first_surprise) first[statement.source] = &statement;
    if (surprising) all_completed[statement.source] = false;
  }
  for (std::size_t source = 0; source < evidence.sources.size(); ++source) {
    if (first[source] == nullptr) continue;
    Diagnostic diagnostic = about(*first[source], DiagnosticCode::evidence_unmatched,
                                  all_completed[source] ? Severity::info : Severity::warning);
    diagnostic.details = {std::to_string(plan_.unmatched_statements_[source]),
                          std::to_string(evidence.sources[source].statements)};
    plan_.diagnostics_.add(std::move(diagnostic));
  }
}

}  // namespace nceplan
