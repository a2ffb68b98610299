// What evidence adds to an entry (R6, R8): the state of the partner's migration, its error, and after a completion of
// known instant the exact window.
#include "nceplan/base/text.hpp"
#include "nceplan/plan/plan.hpp"
#include "nceplan/rules/ineligibility.hpp"
#include "nceplan/rules/window.hpp"

namespace nceplan {
namespace {

/// The tool's code where it is one of R7, else the one that the reason matches.
std::int8_t error_code_of(std::string_view error) {
  const std::size_t colon = error.find(':');
  const std::string_view code = trim(error.substr(0, colon));
  const bool one_digit = code.size() == 1 && code[0] >= '0' && code[0] <= '9';
  if (one_digit) return static_cast<std::int8_t>(code[0] - '0');
  if (code == "10" || code == "11" || code == "12") return static_cast<std::int8_t>(10 + (code[1] - '0'));
  return ineligibility_code_of(colon == std::string_view::npos ? error : trim(error.substr(colon + 1)));
}

void add_exact_window(PlanEntry& entry, Instant completed_at, const PlanContext& context) {
  constexpr std::int64_t day = 86'400;
  entry.completed_at = completed_at;
  entry.window_closes_at = Instant{completed_at.seconds + day * context.edition->window_days};
  entry.window = window_of(completed_at.date(), *context.edition);
  if (entry.window.end == OptionalDate(context.as_of)) entry.notes.add(Note::window_closing);
}

}  // namespace

void Plan::add_migration_state(PlanEntry& entry, const RowBlock& block, RowIndex row) const {
  const MigrationEvidence* const proof = evidence(row);
  const SavedRow* const saved = Portfolio::saved(block, block.rows[row - block.first_row]);
  std::optional<MigrationState> state;
  if (proof != nullptr) {
    state = proof->state;
  } else if (saved != nullptr) {
    state = saved->migration_state;
  }
  if (entry.phase != Phase::already_nce) {
    entry.migration_state = state;
    if (state == MigrationState::failed) entry.migration_error_code = error_code_of(migration_error(row));
    return;
  }
  if (state != MigrationState::completed) return;  // an NCE row outranks what was said before
  entry.migration_state = state;
  const std::optional<Instant> completed_at = proof != nullptr ? proof->completed_at : saved->completed_at;
  if (completed_at) add_exact_window(entry, *completed_at, context_);
}

std::string Plan::place_of(const MigrationEvidence& statement) const {
  return evidence_.sources[statement.source].source.path + ':' + std::to_string(statement.line);
}

std::string Plan::migration_error(RowIndex row) const {
  if (const MigrationEvidence* const proof = evidence(row)) return error_text(*proof);
  const RowBlock& block = portfolio_->block_of(row);
  const SavedRow* const saved = Portfolio::saved(block, block.rows[row - block.first_row]);
  return saved == nullptr ? std::string() : std::string(portfolio_->text(saved->migration_error));
}

std::vector<std::string> Plan::migration_errors() const {
  std::vector<std::string> errors;
  for (const auto& [row, statement] : evidence_of_) {
    if (evidence_.statements[statement].state == MigrationState::failed) errors.push_back(migration_error(row));
  }
  for (const RowBlock& block : portfolio_->blocks) {
    for (const SavedRow& saved : block.saved) {
      if (!saved.migration_error.empty()) errors.emplace_back(portfolio_->text(saved.migration_error));
    }
  }
  return errors;
}

}  // namespace nceplan
