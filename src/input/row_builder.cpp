#include "nceplan/input/row_builder.hpp"

#include <algorithm>

#include "base/short_text.hpp"
#include "date_problem.hpp"
#include "input/json/json_pointer.hpp"
#include "nceplan/base/formula_guard.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/input/values.hpp"
#include "saved_plan.hpp"
#include "trimmed_cell.hpp"
#include "word_memo.hpp"

namespace nceplan {
namespace {

constexpr std::size_t product_slots = 4096;  // a power of two; exports have some hundred products

constexpr std::int32_t no_seats = -1;
constexpr std::int32_t invalid_seats = -2;

/// The number in a cell that is not empty; no seats where there are only spaces.
std::int32_t read_seats(std::string_view cell) {
  const std::size_t size = cell.size();
  if (size <= 3) {
    // First, middle and last digit, the same one where there are fewer: no branch depends on how many there are.
    static constexpr std::array<std::array<std::uint8_t, 2>, 4> weights = {{{}, {0, 0}, {10, 0}, {100, 10}}};
    const auto digit_at = [cell](std::size_t i) { return static_cast<unsigned char>(cell[i]) - unsigned{'0'}; };
    const unsigned first = digit_at(0);
    const unsigned middle = digit_at(size / 2);
    const unsigned last = digit_at(size - 1);
    const bool plain = (first <= 9) & (middle <= 9) & (last <= 9);
    if (plain) return static_cast<std::int32_t>(first * weights[size][0] + middle * weights[size][1] + last);
  }
  constexpr std::size_t safe_digits = 6;
  std::int32_t seats = 0;
  bool plain = size <= safe_digits;
  for (std::size_t i = 0; plain && i < size; ++i) {
    plain = cell[i] >= '0' && cell[i] <= '9';
    seats = seats * 10 + (cell[i] - '0');
  }
  if (plain) return seats;
  const std::string_view text = trim(cell);
  return text.empty() ? no_seats : parse_seats(text).value_or(invalid_seats);
}

/// A parser of words for cells as they stand.
template <auto parse>
auto parse_cell(std::string_view cell) {
  return parse(trim(cell));
}

constexpr FieldSet detail_fields = FieldSet(rare_fields).without(FieldSet(std::array{Field::is_addon}));
constexpr FieldSet flag_fields(std::array{Field::is_trial, Field::promotion, Field::status});

constexpr FieldSet date_field_set(date_fields);
constexpr FieldSet dates_beside_details = date_field_set.without(detail_fields);

constexpr std::array<std::uint8_t, field_count> places_of_dates() {
  std::array<std::uint8_t, field_count> places{};
  for (std::size_t place = 0; place < date_fields.size(); ++place) {
    places[index_of(date_fields[place])] = static_cast<std::uint8_t>(place);
  }
  return places;
}
constexpr auto date_places = places_of_dates();

/// Place of a date field among `date_fields`.
constexpr std::size_t place_of(Field field) { return date_places[index_of(field)]; }

}  // namespace

void remove_formula_guards(RawRow& raw) {
  raw.fields().for_each([&raw](Field field) { raw.set(field, without_formula_guard(raw[field])); });
}

/// What words meant that were seen before.
struct RowBuilder::Words {
  WordMemo<std::optional<bool>> booleans;
  WordMemo<std::optional<TermCell>> terms;
  WordMemo<std::optional<BillingPlan>> billing_plans;
  WordMemo<std::optional<Status>> statuses;
  // Of columns that stand side by side.
  WordMemo<PackedFacts, 9> flags;
  WordMemo<PackedFacts, 9> plans;
  WordMemo<PackedFacts> rare;  ///< of records without details
};

RowBuilder::RowBuilder(const RowContext& context, Shard& shard, RowBlock& block, Diagnostics& diagnostics,
                       DateEvidence& evidence)
    : context_(&context),
      shard_(&shard),
      block_(&block),
      diagnostics_(&diagnostics),
      evidence_(&evidence),
      product_slots_(product_slots),
      words_(std::make_unique<Words>()) {}

RowBuilder::~RowBuilder() = default;

void RowBuilder::start_block(RowBlock& block, Diagnostics& diagnostics, DateEvidence& evidence) {
  block_ = &block;
  diagnostics_ = &diagnostics;
  evidence_ = &evidence;
}

void RowBuilder::append(const Subscription& row, const RowDates& dates) {
  if (!block_->dates.empty() || dates != RowDates{}) append_dates(dates);
  block_->rows.push_back(row);
}

void RowBuilder::append_dates(const RowDates& dates) {
  if (block_->dates.empty()) block_->dates.reserve(block_->rows.capacity());
  block_->dates.resize(block_->rows.size());  // those before had none
  block_->dates.push_back(dates);
}

bool RowBuilder::add(const RawRow& raw) {
  rejected_ = false;
  Subscription row;
  row.source_line = raw.line;
  const ProductMemo& product = product_of(raw);
  row.product = product.id;
  if (product.kind != RowKind::legacy) return add_out_of_scope(raw, row);
  if (!product.named) reject(DiagnosticCode::product_missing, Field::product_name, raw);

  const CustomerMemo& customer = customer_of(raw);
  row.customer = customer.id;
  if (!customer.known) reject(DiagnosticCode::customer_missing, Field::customer_name, raw);

  row.id = parse_id(trimmed(raw[Field::subscription_id]), shard_->texts);
  if (row.id.empty()) row.set(RowFlag::id_assumed);
  row.name = name_of(raw, product);
  const bool has_details = read_flags(raw, row);
  read_terms(raw, row);
  const Dates dates = read_dates(has_details ? date_field_set : dates_beside_details, raw);
  row.term_end = dates[place_of(Field::term_end_date)];
  if (has_details) read_details(raw, dates, row);
  if (rejected_) return false;
  append(row, {.renewal = dates[place_of(Field::renewal_date)],
               .created = dates[place_of(Field::creation_date)],
               .started = dates[place_of(Field::start_date)]});
  return true;
}

/// Rows that are not planned are only counted; their values are nobody's problem.
bool RowBuilder::add_out_of_scope(const RawRow& raw, Subscription row) {
  row.customer = shard_->intern_customer({}, {}, {}, {});
  row.id = parse_id(trimmed(raw[Field::subscription_id]), shard_->texts);
  const std::string_view migrated_from = trimmed(raw[Field::migrated_from]);
  if (!migrated_from.empty()) {
    SubscriptionDetails details;
    details.related_id = parse_id(migrated_from, shard_->texts);
    block_->details.push_back(details);
    row.details = static_cast<std::uint32_t>(block_->details.size());
  }
  append(row, {});
  return true;
}

TextId RowBuilder::name_of(const RawRow& raw, const ProductMemo& product) {
  const std::string_view name = raw[Field::subscription_name];
  return same_text(name, raw[Field::product_name]) ? product.name : intern(Field::subscription_name, raw);
}

std::optional<bool> RowBuilder::read_boolean(Field field, const RawRow& raw) {
  const std::string_view cell = raw[field];
  if (same_text(cell, "True")) return true;  // as the batch tool writes them
  if (same_text(cell, "False")) return false;
  return cell.empty() ? std::nullopt : read_other_boolean(field, raw);
}

std::optional<bool> RowBuilder::read_other_boolean(Field field, const RawRow& raw) {
  const std::string_view text = trimmed(raw[field]);
  if (text.empty()) return std::nullopt;
  if (same_text(text, "true")) return true;  // as JSON writes them
  if (same_text(text, "false")) return false;
  const std::optional<bool> value = words_->booleans.value_of(text, parse_boolean);
  if (!value) reject(DiagnosticCode::boolean_invalid, field, raw);
  return value;
}

/// Adds to `facts` what `read` finds in columns that stand side by side, or what it found in equal ones before: a text
/// of several words is looked up faster than each of them is read.
template <typename Memo, typename Read>
void RowBuilder::read_words(ColumnRange RecordLayout::*columns, Memo& memo, const RawRow& raw, PackedFacts& facts,
                            const Read& read) {
  if (raw.layout() == nullptr || (raw.layout()->*columns).empty()) return read(facts);
  const std::string_view words = raw.columns(raw.layout()->*columns);
  if (const PackedFacts* const known = memo.find(words)) return facts.add(*known);
  reported_ = false;
  PackedFacts found;
  read(found);
  if (!reported_) memo.keep(words, found);
  facts.add(found);
}

/// Whether the row has details, too: the add-on flag stands among them.
bool RowBuilder::read_flags(const RawRow& raw, Subscription& row) {
  read_words(&RecordLayout::flags, words_->flags, raw, row.facts, [&](PackedFacts& facts) {
    const std::optional<bool> auto_renew = read_boolean(Field::auto_renew, raw);
    if (auto_renew) facts.set(RowFlag::auto_renew_known);
    if (auto_renew.value_or(true)) facts.set(RowFlag::auto_renew);
    const std::optional<bool> eligible = read_boolean(Field::migration_eligible, raw);
    if (eligible) facts.set(*eligible ? RowFlag::eligible : RowFlag::ineligible);
  });
  const bool has_details = read_addon_flag(raw, row);
  if (context_->takeover) row.set(RowFlag::takeover);
  if (raw.fields().has_any(flag_fields)) read_rare_flags(raw, row);
  return has_details;
}

/// Whether the row has details. Where they stand beside the flag, as `,False,,`, equal ones say that there are none.
bool RowBuilder::read_addon_flag(const RawRow& raw, Subscription& row) {
  const bool side_by_side = raw.layout() != nullptr && !raw.layout()->rare.empty();
  const std::string_view columns = side_by_side ? raw.columns(raw.layout()->rare) : std::string_view{};
  if (const PackedFacts* const known = words_->rare.find(columns)) {
    row.facts.add(*known);
    return false;
  }
  reported_ = false;
  PackedFacts found;
  if (read_boolean(Field::is_addon, raw).value_or(false)) found.set(RowFlag::addon);
  row.facts.add(found);
  bool has_details = false;
  (detail_fields & raw.fields()).for_each([&](Field field) { has_details |= !raw[field].empty(); });
  if (!has_details && !reported_) words_->rare.keep(columns, found);
  return has_details;
}

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

void RowBuilder::read_terms(const RawRow& raw, Subscription& row) {
  read_words(&RecordLayout::terms, words_->plans, raw, row.facts,
             [&](PackedFacts& facts) { read_term_words(raw, facts); });
  if (const std::string_view cell = raw[Field::seats]; !cell.empty()) {
    row.seats = read_seats(cell);
    if (row.seats == invalid_seats) reject(DiagnosticCode::seats_invalid, Field::seats, raw);
  }
}

void RowBuilder::read_term_words(const RawRow& raw, PackedFacts& facts) {
  if (const std::string_view cell = raw[Field::term]; !cell.empty()) {
    if (const std::optional<TermCell>& term = words_->terms.value_of(cell, parse_cell<parse_term>)) {
      facts.set(term->term);
      facts.set(term->billing_plan);
    } else if (!trim(cell).empty()) {
      reject(DiagnosticCode::term_invalid, Field::term, raw);
    }
  }
  if (const std::string_view cell = raw[Field::billing_plan]; !cell.empty()) {
    const std::optional<BillingPlan>& plan = words_->billing_plans.value_of(cell, parse_cell<parse_billing_plan>);
    if (plan) {
      facts.set(*plan);
    } else if (const std::string_view text = trim(cell); !text.empty()) {
      report(DiagnosticCode::billing_plan_unknown, Severity::warning, Field::billing_plan, raw, text);
    }
  }
}

RowBuilder::Dates RowBuilder::read_dates(FieldSet fields, const RawRow& raw) {
  Dates dates{};
  (fields & raw.fields()).for_each([&](Field field) { dates[place_of(field)] = read_date(field, raw); });
  const bool has_end = dates[place_of(Field::term_end_date)] || dates[place_of(Field::renewal_date)] ||
                       !trimmed(raw[Field::term_end_date]).empty() || !trimmed(raw[Field::renewal_date]).empty();
  if (!has_end) reject(DiagnosticCode::end_date_missing, Field::term_end_date, raw);
  return dates;
}

OptionalDate RowBuilder::read_date(Field field, const RawRow& raw) {
  const std::string_view text = trimmed(raw[field]);
  if (text.empty()) return {};
  const std::size_t place = place_of(field);
  const OptionalDate date = read_date_cell(text, context_->date_orders[place], (*evidence_)[place]);
  if (!date) report_date(field, raw, text);
  return date;
}

void RowBuilder::report_date(Field field, const RawRow& raw, std::string_view text) {
  const std::size_t place = place_of(field);
  const Diagnostic problem =
      date_problem(parse_date_cell(text), text, context_->date_orders[place], context_->date_evidence[place]);
  reject(problem.code, field, raw, problem.details);
}

void RowBuilder::read_details(const RawRow& raw, const Dates& dates, Subscription& row) {
  SubscriptionDetails details;
  details.related_id = parse_id(trimmed(raw[Field::base_subscription_id]), shard_->texts);
  details.ineligibility_reason = intern(Field::ineligibility_reason, raw);
  details.provider = intern(Field::provider, raw);
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
