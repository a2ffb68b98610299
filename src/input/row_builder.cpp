#include "nceplan/input/row_builder.hpp"

#include <simdjson.h>

#include <algorithm>

#include "nceplan/base/text.hpp"
#include "nceplan/input/encoding.hpp"
#include "nceplan/input/values.hpp"
#include "nceplan/model/row_kind.hpp"

namespace nceplan {
namespace {

constexpr std::size_t product_memo_size = 1024;  // a power of two
constexpr std::array<Field, 4> customer_texts = {Field::customer_id, Field::customer_name, Field::customer_domain,
                                                 Field::reseller_id};
constexpr std::array<Field, 5> product_texts = {Field::product_name, Field::offer_id, Field::nce_product,
                                                Field::product_type, Field::billing_type};

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
}

/// Most cells need no trimming; looking at both ends first keeps the common case short.
std::string_view trimmed(std::string_view text) {
  if (text.empty()) return text;
  const auto first = static_cast<unsigned char>(text.front());
  const auto last = static_cast<unsigned char>(text.back());
  const bool plain = first > ' ' && last > ' ' && first < 0x80 && last < 0x80;
  return plain ? text : trim(text);
}

/// Place of a date field among `date_fields`.
constexpr std::size_t place_of(Field field) {
  std::size_t place = 0;
  while (date_fields[place] != field) ++place;
  return place;
}

bool has_details(const SubscriptionDetails& details) {
  SubscriptionDetails without_term = details;
  without_term.target_term = {};
  return !(without_term == SubscriptionDetails{});
}

}  // namespace

RowBuilder::RowBuilder(const RowContext& context, Shard& shard, RowBlock& block, Diagnostics& diagnostics,
                       DateEvidence& evidence)
    : context_(&context),
      shard_(&shard),
      block_(&block),
      diagnostics_(&diagnostics),
      evidence_(&evidence),
      products_(product_memo_size) {}

void RowBuilder::start_block(RowBlock& block, Diagnostics& diagnostics, DateEvidence& evidence) {
  block_ = &block;
  diagnostics_ = &diagnostics;
  evidence_ = &evidence;
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
  read_flags(raw, row);
  read_terms(raw, row);
  read_details(raw, read_dates(raw, row), row);
  if (rejected_) return false;
  block_->rows.push_back(row);
  return true;
}

/// Rows that are not planned are only counted; their values are nobody's problem.
bool RowBuilder::add_out_of_scope(const RawRow& raw, Subscription row) {
  row.customer = shard_->intern(Customer{});
  row.id = parse_id(trimmed(raw[Field::subscription_id]), shard_->texts);
  const std::string_view migrated_from = trimmed(raw[Field::migrated_from]);
  if (!migrated_from.empty()) {
    SubscriptionDetails details;
    details.migrated_from = parse_id(migrated_from, shard_->texts);
    block_->details.push_back(details);
    row.details = static_cast<std::uint32_t>(block_->details.size());
  }
  block_->rows.push_back(row);
  return true;
}

TextId RowBuilder::intern(Field field, const RawRow& raw) { return intern_text(field, trimmed(raw[field]), raw); }

TextId RowBuilder::intern_text(Field field, std::string_view text, const RawRow& raw) {
  if (is_ascii(text) || simdjson::validate_utf8(text.data(), text.size())) return shard_->texts.intern(text);
  const std::string decoded = to_utf8(text, Encoding::windows_1252);
  report(DiagnosticCode::text_not_utf8, Severity::warning, field, raw, decoded);
  return shard_->texts.intern(decoded);
}

const RowBuilder::CustomerMemo& RowBuilder::customer_of(const RawRow& raw) {
  std::array<std::string_view, customer_texts.size()> texts;
  for (std::size_t i = 0; i < texts.size(); ++i) texts[i] = raw[customer_texts[i]];
  if (texts[0].empty() && texts[1].empty()) {
    texts[0] = context_->customer_id;
    texts[1] = context_->customer_name;
  }
  if (customer_.valid && std::equal(texts.begin(), texts.end(), customer_.texts.begin())) return customer_;

  Customer customer;
  customer.id = parse_id(trimmed(texts[0]), shard_->texts);
  customer.name = intern_text(Field::customer_name, trimmed(texts[1]), raw);
  customer.domain = intern_text(Field::customer_domain, trimmed(texts[2]), raw);
  customer.reseller_id = intern_text(Field::reseller_id, trimmed(texts[3]), raw);
  std::copy(texts.begin(), texts.end(), customer_.texts.begin());
  customer_.id = shard_->intern(customer);
  customer_.known = !customer.id.empty() || !customer.name.empty();
  customer_.valid = true;
  return customer_;
}

const RowBuilder::ProductMemo& RowBuilder::product_of(const RawRow& raw) {
  joined_.clear();
  for (const Field field : product_texts) {
    joined_ += raw[field];
    joined_ += '\0';
  }
  const bool needs_fallback = raw[Field::product_name].empty();
  if (needs_fallback) joined_ += raw[Field::subscription_name];
  const std::uint64_t hash = hash_bytes(joined_);
  ProductMemo& memo = products_[hash & (product_memo_size - 1)];
  if (memo.hash != hash || memo.texts != joined_) memo = make_product(hash, joined_, raw);
  return memo;
}

RowBuilder::ProductMemo RowBuilder::make_product(std::uint64_t hash, std::string texts, const RawRow& raw) {
  const std::string_view offer_id = trimmed(raw[Field::offer_id]);
  const bool named = !offer_id.empty() || !trimmed(raw[Field::product_name]).empty();
  const Id guid = parse_guid(offer_id);
  Product product;
  product.kind = row_kind(offer_id, trimmed(raw[Field::product_type]), trimmed(raw[Field::billing_type]));
  product.offer_id = guid.empty() ? intern(Field::offer_id, raw) : shard_->texts.intern(to_lower_ascii(offer_id));
  product.name = intern(Field::product_name, raw);
  if (product.name.empty()) product.name = intern(Field::subscription_name, raw);
  product.nce_product = intern(Field::nce_product, raw);
  return {hash, std::move(texts), shard_->intern(product), product.name, product.kind, named};
}

TextId RowBuilder::name_of(const RawRow& raw, const ProductMemo& product) {
  const std::string_view name = raw[Field::subscription_name];
  return name == raw[Field::product_name] ? product.name : intern(Field::subscription_name, raw);
}

std::optional<bool> RowBuilder::read_boolean(Field field, const RawRow& raw) {
  const std::string_view text = trimmed(raw[field]);
  if (text.empty()) return std::nullopt;
  if (text == "True") return true;
  if (text == "False") return false;
  const std::optional<bool> value = parse_boolean(text);
  if (!value) reject(DiagnosticCode::boolean_invalid, field, raw);
  return value;
}

void RowBuilder::read_flags(const RawRow& raw, Subscription& row) {
  const std::optional<bool> auto_renew = read_boolean(Field::auto_renew, raw);
  if (auto_renew) row.set(RowFlag::auto_renew_known);
  if (auto_renew.value_or(true)) row.set(RowFlag::auto_renew);
  if (read_boolean(Field::is_trial, raw).value_or(false)) row.set(RowFlag::trial);
  if (read_boolean(Field::is_addon, raw).value_or(false)) row.set(RowFlag::addon);
  if (context_->takeover) row.set(RowFlag::takeover);
  const std::optional<bool> eligible = read_boolean(Field::migration_eligible, raw);
  if (eligible) row.set(*eligible ? RowFlag::eligible : RowFlag::ineligible);

  // A promotion column may say yes or no, or name the promotion.
  const std::string_view promotion = trimmed(raw[Field::promotion]);
  if (!promotion.empty() && parse_boolean(promotion).value_or(true)) row.set(RowFlag::promotion);

  const std::string_view status = trimmed(raw[Field::status]);
  if (status.empty()) return;
  const std::optional<Status> known = parse_status(status);
  row.status = known.value_or(Status::active);
  if (known) return;
  row.set(RowFlag::status_unknown);
  report(DiagnosticCode::status_unknown, Severity::warning, Field::status, raw, status);
}

void RowBuilder::read_terms(const RawRow& raw, Subscription& row) {
  if (const std::string_view text = trimmed(raw[Field::term]); !text.empty()) {
    if (text == "P1Y") {
      row.term = one_year;
    } else if (const std::optional<TermCell> cell = parse_term(text)) {
      row.term = cell->term;
      row.billing_plan = cell->billing_plan;
    } else {
      reject(DiagnosticCode::term_invalid, Field::term, raw);
    }
  }
  if (const std::string_view text = trimmed(raw[Field::billing_plan]); !text.empty()) {
    const std::optional<BillingPlan> plan = parse_billing_plan(text);
    if (plan) row.billing_plan = *plan;
    if (!plan) report(DiagnosticCode::billing_plan_unknown, Severity::warning, Field::billing_plan, raw, text);
  }
  if (const std::string_view text = trimmed(raw[Field::seats]); !text.empty()) {
    const std::optional<std::int32_t> seats = parse_seats(text);
    if (!seats) reject(DiagnosticCode::seats_invalid, Field::seats, raw);
    row.seats = seats.value_or(-1);
  }
}

RowBuilder::Dates RowBuilder::read_dates(const RawRow& raw, Subscription& row) {
  Dates dates{};
  for (std::size_t i = 0; i < date_fields.size(); ++i) {
    if (!raw[date_fields[i]].empty()) dates[i] = read_date(i, raw);
  }
  row.created = dates[place_of(Field::creation_date)];
  row.started = dates[place_of(Field::start_date)];
  row.term_end = dates[place_of(Field::term_end_date)];
  row.renewal = dates[place_of(Field::renewal_date)];
  const bool has_end = row.term_end || row.renewal || !trimmed(raw[Field::term_end_date]).empty() ||
                       !trimmed(raw[Field::renewal_date]).empty();
  if (!has_end) reject(DiagnosticCode::end_date_missing, Field::term_end_date, raw);
  return dates;
}

OptionalDate RowBuilder::read_date(std::size_t date_field, const RawRow& raw) {
  const std::string_view text = trimmed(raw[date_fields[date_field]]);
  if (text.empty()) return {};
  const DateCell cell = parse_date_cell(text);
  (*evidence_)[date_field].add(cell, text);
  const OptionalDate date = date_of(cell, context_->date_orders[date_field]);
  if (!date) report_date(date_field, cell, raw);
  return date;
}

void RowBuilder::report_date(std::size_t date_field, const DateCell& cell, const RawRow& raw) {
  const CellOrder order = context_->date_orders[date_field];
  const OptionalDate month_first = date_of(cell, CellOrder::month_first);
  const OptionalDate day_first = date_of(cell, CellOrder::day_first);
  const Field field = date_fields[date_field];
  if (!month_first || !day_first || order < CellOrder::refuse_ambiguous) {
    reject(DiagnosticCode::date_invalid, field, raw);
  } else if (order == CellOrder::refuse_ambiguous) {
    reject(DiagnosticCode::date_ambiguous, field, raw, {to_iso(*day_first), to_iso(*month_first)});
  } else {
    const DateColumnEvidence& evidence = context_->date_evidence[date_field];
    const bool mixed = order == CellOrder::refuse_mixed;
    reject(mixed ? DiagnosticCode::date_mixed : DiagnosticCode::date_swapped, field, raw,
           {evidence.month_first_cell(), evidence.day_first_cell()});
  }
}

void RowBuilder::read_details(const RawRow& raw, const Dates& dates, Subscription& row) {
  SubscriptionDetails details;
  details.base_id = parse_id(trimmed(raw[Field::base_subscription_id]), shard_->texts);
  details.migrated_from = parse_id(trimmed(raw[Field::migrated_from]), shard_->texts);
  details.ineligibility_reason = intern(Field::ineligibility_reason, raw);
  details.provider = intern(Field::provider, raw);
  details.custom_term_end = dates[place_of(Field::custom_term_end_date)];
  details.target_date = dates[place_of(Field::target_date)];
  details.charge_start = dates[place_of(Field::charge_start_date)];
  details.migrate_on_renewal = read_boolean(Field::migrate_on_renewal, raw).value_or(false);
  if (const std::string_view text = trimmed(raw[Field::target_term]); !text.empty()) {
    if (const std::optional<TermCell> cell = parse_term(text)) details.target_term = cell->term;
  }
  if (context_->mapping->format == ExportFormat::nceplan) read_saved_plan(raw, dates, row, details);
  if (rejected_ || !has_details(details)) return;
  block_->details.push_back(details);
  row.details = static_cast<std::uint32_t>(block_->details.size());
}

void RowBuilder::read_saved_plan(const RawRow& raw, const Dates& dates, Subscription& row,
                                 SubscriptionDetails& details) {
  for (const std::string_view code : split(raw[Field::saved_notes], ';')) {
    const std::optional<Note> note = note_from_code(code);
    if (note == Note::term_assumed) row.term = {};
    if (note == Note::auto_renew_assumed) row.flags &= ~static_cast<std::uint32_t>(RowFlag::auto_renew_known);
    if (note == Note::id_assumed) row.set(RowFlag::id_assumed);
    if (note == Note::status_assumed) row.set(RowFlag::status_unknown);
  }
  if (phase_reason_from_code(trimmed(raw[Field::saved_reason])) == PhaseReason::trial) row.set(RowFlag::trial);
  const std::optional<PhaseReason> blocker = phase_reason_from_code(trimmed(raw[Field::saved_blocker]));
  if (blocker == PhaseReason::ineligible) row.set(RowFlag::ineligible);
  if (blocker == PhaseReason::promotion) row.set(RowFlag::promotion);
  if (phase_from_code(trimmed(raw[Field::saved_phase])) == Phase::already_nce) row.set(RowFlag::migrated);
  if (equals_ignoring_case(trimmed(raw[Field::saved_migrated_by]), to_code(MigratedBy::partner_schedule))) {
    row.set(RowFlag::partner_scheduled);
    details.target_date = dates[place_of(Field::saved_migration_date)];
  }
}

void RowBuilder::report(DiagnosticCode code, Severity severity, Field field, const RawRow& raw, std::string_view seen,
                        std::vector<std::string> details) {
  if (!diagnostics_->wants(code)) {
    diagnostics_->count_only(code, severity);
    return;
  }
  constexpr std::size_t longest_seen = 200;
  std::string header = context_->mapping->header_of(field);
  if (!raw.pointer.empty()) header = std::string(raw.pointer) + '/' + header;
  Location where{context_->file, raw.line, context_->mapping->column_of[index_of(field)], std::move(header)};
  diagnostics_->add({code, severity, std::move(where), elide(seen, longest_seen), std::move(details)});
}

void RowBuilder::reject(DiagnosticCode code, Field field, const RawRow& raw, std::vector<std::string> details) {
  rejected_ = true;
  report(code, Severity::error, field, raw, trimmed(raw[field]), std::move(details));
}

}  // namespace nceplan
