#include "nceplan/input/row_builder.hpp"

#include <algorithm>

#include "base/short_text.hpp"
#include "nceplan/base/formula_guard.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/input/values.hpp"
#include "row_parts.hpp"
#include "seats_cell.hpp"
#include "trimmed_cell.hpp"

namespace nceplan {
namespace {

constexpr std::size_t product_slots = 4096;  // a power of two; exports have some hundred products

constexpr FieldSet detail_fields = FieldSet(rare_fields).without(FieldSet(std::array{Field::is_addon}));
constexpr FieldSet flag_fields(std::array{Field::is_trial, Field::promotion, Field::status});

constexpr FieldSet date_field_set(date_fields);
constexpr FieldSet dates_beside_details = date_field_set.without(detail_fields);

}  // namespace

void remove_formula_guards(RawRow& raw) {
  raw.fields().for_each([&raw](Field field) { raw.set(field, without_formula_guard(raw[field])); });
}

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

  row.id = read_id(Field::subscription_id, raw);
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
  row.id = read_id(Field::subscription_id, raw);
  if (const Id migrated_from = read_id(Field::migrated_from, raw); !migrated_from.empty()) {
    SubscriptionDetails details;
    details.related_id = migrated_from;
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

}  // namespace nceplan
