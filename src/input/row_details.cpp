// The steps of the row builder that few rows need: rare flags, details, saved plans, and what is wrong with a row.
#include "date_problem.hpp"
#include "input/json/json_pointer.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/input/row_builder.hpp"
#include "nceplan/input/values.hpp"
#include "row_parts.hpp"
#include "saved_plan.hpp"
#include "trimmed_cell.hpp"

namespace nceplan {

void RowBuilder::read_rare_flags(const RawRow& raw, Subscription& row) {
  if (read_boolean(Field::is_trial, raw).value_or(false)) row.set(RowFlag::trial);
  // A promotion column may say yes or no, or name the promotion.
  const std::string_view promotion = trimmed(raw[Field::promotion]);
  if (!promotion.empty() && parse_boolean(promotion).value_or(true)) row.set(RowFlag::promotion);

  const std::string_view status = trimmed(raw[Field::status]);
  if (status.empty()) return;
  const std::optional<Status> known = words_->statuses.value_of(status, parse_status);
  row.facts.set(known.value_or(Status::active));
  if (known) return;
  row.set(RowFlag::status_unknown);
  report(DiagnosticCode::status_unknown, Severity::warning, Field::status, raw, status);
}

/// `intern` for a text of which the source has few.
TextId RowBuilder::intern_common(Field field, const RawRow& raw) {
  const std::string_view text = raw[field];
  if (text.empty()) return {};
  if (const TextId* const known = words_->common_texts.find(text)) return *known;
  const TextId id = intern(field, raw);
  if (is_ascii(text)) words_->common_texts.keep(text, id);  // another one may be reported, by each row
  return id;
}

void RowBuilder::read_details(const RawRow& raw, const Dates& dates, Subscription& row) {
  SubscriptionDetails details;
  details.related_id = read_id(Field::base_subscription_id, raw);
  details.ineligibility_reason = intern_common(Field::ineligibility_reason, raw);
  details.provider = intern_common(Field::provider, raw);
  details.custom_term_end = dates[place_of(Field::custom_term_end_date)];
  details.target_date = dates[place_of(Field::target_date)];
  details.charge_start = dates[place_of(Field::charge_start_date)];
  details.migrate_on_renewal = read_boolean(Field::migrate_on_renewal, raw).value_or(false);
  if (const std::string_view text = trimmed(raw[Field::target_term]); !text.empty()) {
    if (const std::optional<TermCell> cell = words_->terms.value_of(text, parse_term)) details.target_term = cell->term;
  }
  if (rejected_) return;
  if (context_->mapping->format == ExportFormat::nceplan) add_saved_plan(raw, dates, row, details);
  if (rejected_ || details == SubscriptionDetails{}) return;
  block_->details.push_back(details);
  row.details = static_cast<std::uint32_t>(block_->details.size());
}

void RowBuilder::add_saved_plan(const RawRow& raw, const Dates& dates, Subscription& row,
                                SubscriptionDetails& details) {
  SavedRow saved = read_saved_plan(
      raw,
      {.migration_date = dates[place_of(Field::saved_migration_date)], .act_by = dates[place_of(Field::saved_act_by)]},
      row, details);
  saved.migration_error = intern(Field::saved_migration_error, raw);
  block_->saved.push_back(saved);
  details.saved = static_cast<std::uint32_t>(block_->saved.size());
}

void RowBuilder::report_date(Field field, const RawRow& raw, std::string_view text) {
  const std::size_t place = place_of(field);
  const Diagnostic problem =
      date_problem(parse_date_cell(text), text, context_->date_orders[place], context_->date_evidence[place]);
  reject(problem.code, field, raw, problem.details);
}

void RowBuilder::report(DiagnosticCode code, Severity severity, Field field, const RawRow& raw, std::string_view seen,
                        std::vector<std::string> details) {
  reported_ = true;
  if (!diagnostics_->wants(code)) {
    diagnostics_->count_only(code, severity);
    return;
  }
  constexpr std::size_t longest_seen = 200;
  std::string header = context_->mapping->header_of(field);
  if (!raw.pointer.empty()) header = child_pointer(raw.pointer, header);
  const std::uint32_t column = context_->mapping->column_of[index_of(field)];
  Location where{context_->file, context_->places == PlaceKind::json_pointer ? 0 : raw.line,
                 context_->places == PlaceKind::cell ? column : 0, std::move(header)};
  diagnostics_->add({code, severity, std::move(where), elide(seen, longest_seen), std::move(details)});
}

void RowBuilder::reject(DiagnosticCode code, Field field, const RawRow& raw, std::vector<std::string> details) {
  rejected_ = true;
  report(code, Severity::error, field, raw, trimmed(raw[field]), std::move(details));
}

}  // namespace nceplan
