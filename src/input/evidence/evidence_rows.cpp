#include "evidence_rows.hpp"

#include "input/date_problem.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/input/header_mapping.hpp"
#include "nceplan/input/values.hpp"

namespace nceplan {
namespace {

struct FieldNames {
  std::string_view code;
  std::array<std::string_view, 3> names;
  std::size_t count;
};

constexpr std::array<FieldNames, evidence_field_count> fields = {{
    {"legacy_subscription_id", {"LegacySubscriptionId", "CurrentSubscriptionId"}, 2},
    {"migrated_from", {"MigratedFromSubscriptionId"}, 1},
    {"migration_status", {"MigrationStatus", "MigrationScheduleStatus", "Status"}, 3},
    {"target_date", {"TargetDate"}, 1},
    {"migrate_on_renewal", {"MigrateOnRenewal"}, 1},
    {"target_term", {"NCETermDuration", "TermDuration", "Term"}, 3},
    {"error_code", {"ErrorCode"}, 1},
    {"error_reason", {"ErrorReason", "ErrorDescription"}, 2},
    {"nce_subscription_id", {"NCESubscriptionId", "NewCommerceSubscriptionId", "SubscriptionId"}, 3},
    {"completed_at", {"CompletedTime"}, 1},
    {"microsoft_led", {"MicrosoftLed"}, 1},
}};

struct StatusWord {
  std::string_view word;
  MigrationState state;
};

/// Partner Center's and the batch tool's, without case and blanks, and what Germans make of them.
constexpr StatusWord status_words[] = {
    {"completed", MigrationState::completed},
    {"complete", MigrationState::completed},
    {"succeeded", MigrationState::completed},
    {"success", MigrationState::completed},
    {"abgeschlossen", MigrationState::completed},
    {"processing", MigrationState::processing},
    {"inprogress", MigrationState::processing},
    {"started", MigrationState::processing},
    {"running", MigrationState::processing},
    {"pending", MigrationState::processing},
    {"queued", MigrationState::processing},
    {"notstarted", MigrationState::processing},
    {"inbearbeitung", MigrationState::processing},
    {"failed", MigrationState::failed},
    {"error", MigrationState::failed},
    {"fehlgeschlagen", MigrationState::failed},
    {"fehler", MigrationState::failed},
    {"scheduled", MigrationState::scheduled},
    {"geplant", MigrationState::scheduled},
    {"eingeplant", MigrationState::scheduled},
    {"cancelled", MigrationState::cancelled},
    {"canceled", MigrationState::cancelled},
    {"abgebrochen", MigrationState::cancelled},
    {"storniert", MigrationState::cancelled},
};

std::optional<MigrationState> state_of_word(std::string_view text) {
  const std::string word = normalized_header(text);
  for (const StatusWord& known : status_words) {
    if (known.word == word) return known.state;
  }
  return std::nullopt;
}

bool says_yes(std::string_view text) { return !text.empty() && parse_boolean(text).value_or(false); }

}  // namespace

std::string_view to_code(EvidenceField field) { return fields[static_cast<std::size_t>(field)].code; }

std::span<const std::string_view> names_of(EvidenceField field) {
  const FieldNames& entry = fields[static_cast<std::size_t>(field)];
  return std::span(entry.names).first(entry.count);
}

void StatementBuilder::add(const EvidenceRow& row) {
  ++source().source.rows;
  if (source().source.format == ExportFormat::bam_nce) return add_nce_subscription(row);
  if (says_yes(row[EvidenceField::microsoft_led])) {
    ++source().silent;
    return;
  }
  MigrationEvidence statement;
  statement.subscription_id = row[EvidenceField::legacy_id];
  if (statement.subscription_id.empty()) {
    return reject(row, EvidenceField::legacy_id, {.code = DiagnosticCode::evidence_id_missing});
  }
  const std::optional<MigrationState> state = state_of(row);
  if (!state) {
    return reject(row, EvidenceField::status,
                  {.code = DiagnosticCode::evidence_status_unknown, .seen = row[EvidenceField::status]});
  }
  statement.state = *state;
  if (!read_target_date(row, statement) || !read_term(row, statement)) return;
  statement.error_code = row[EvidenceField::error_code];
  statement.error_reason = row[EvidenceField::error_reason];
  if (*state == MigrationState::completed) {
    statement.nce_subscription_id = row[EvidenceField::nce_id];
    statement.completed_at = parse_iso_instant(row[EvidenceField::completed_at]);
  }
  keep(row, std::move(statement));
}

void StatementBuilder::add_nce_subscription(const EvidenceRow& row) {
  MigrationEvidence statement;
  statement.subscription_id = row[EvidenceField::migrated_from];
  if (statement.subscription_id.empty()) {
    ++source().silent;
    return;
  }
  statement.state = MigrationState::completed;
  if (!read_term(row, statement)) return;
  statement.nce_subscription_id = row[EvidenceField::nce_id];
  keep(row, std::move(statement));
}

/// A migration that could not even start has no status, only an error.
std::optional<MigrationState> StatementBuilder::state_of(const EvidenceRow& row) {
  const std::string& status = row[EvidenceField::status];
  const bool error = !row[EvidenceField::error_code].empty() || !row[EvidenceField::error_reason].empty();
  if (status.empty() && error) return MigrationState::failed;
  return state_of_word(status);
}

/// Only a schedule that does not wait for the renewal has a day.
bool StatementBuilder::read_target_date(const EvidenceRow& row, MigrationEvidence& statement) {
  const std::string& text = row[EvidenceField::target_date];
  if (statement.state != MigrationState::scheduled || text.empty()) return true;
  if (says_yes(row[EvidenceField::on_renewal])) return true;
  const DateCell cell = parse_date_cell(text);
  statement.target_date = date_of(cell, order_);
  if (statement.target_date) return true;
  reject(row, EvidenceField::target_date, date_problem(cell, text, order_, dates_));
  return false;
}

bool StatementBuilder::read_term(const EvidenceRow& row, MigrationEvidence& statement) {
  const std::string& text = row[EvidenceField::term];
  if (text.empty()) return true;
  const std::optional<TermCell> cell = parse_term(text);
  if (cell) {
    statement.target_term = cell->term;
    return true;
  }
  reject(row, EvidenceField::term, {.code = DiagnosticCode::term_invalid, .seen = text});
  return false;
}

void StatementBuilder::reject(const EvidenceRow& row, EvidenceField field, Diagnostic diagnostic) {
  diagnostic.where = locate_(row, field);
  ++source().source.rejected;
  diagnostics_.add(std::move(diagnostic));
}

void StatementBuilder::reject(Diagnostic diagnostic) {
  ++source().source.rows;
  ++source().source.rejected;
  diagnostics_.add(std::move(diagnostic));
}

void StatementBuilder::keep(const EvidenceRow& row, MigrationEvidence statement) {
  statement.source = static_cast<std::uint32_t>(evidence_.sources.size() - 1);
  statement.line = row.line;
  ++source().statements;
  evidence_.statements.push_back(std::move(statement));
}

}  // namespace nceplan
