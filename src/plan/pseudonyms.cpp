#include "nceplan/plan/pseudonyms.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "nceplan/base/text.hpp"
#include "nceplan/rules/ineligibility.hpp"
#include "nceplan/rules/name_markers.hpp"

namespace nceplan {
namespace {

// UUIDs of version 8 (RFC 9562, section 5.8), whose bits are whatever their maker says: a kind and a number.
constexpr std::uint64_t customer_guids = 0x0000'0001'0000'8000;
constexpr std::uint64_t subscription_guids = 0x0000'0002'0000'8000;
constexpr std::uint64_t variant = 0x8000'0000'0000'0000;

constexpr std::string_view hidden = "***";
constexpr std::string_view hidden_sheet = "sheet";

std::string numbered(std::string_view prefix, std::uint32_t number, std::string_view suffix = {}) {
  constexpr std::size_t digits = 4;
  const std::string written = std::to_string(number);
  std::string pseudonym(prefix);
  pseudonym.append(written.size() < digits ? digits - written.size() : 0, '0');
  return pseudonym.append(written).append(suffix);
}

/// GUIDs by value, others by text without case, as Portfolio::same_id compares them.
std::string key_of(const Portfolio& portfolio, Id id) { return to_lower_ascii(portfolio.to_string(id)); }

/// R9 and the seat pools go by customer: by id, else by name.
std::string key_of(const Portfolio& portfolio, const Customer& customer) {
  if (!customer.id.empty()) return "id " + key_of(portfolio, customer.id);
  return "name " + fold(portfolio.text(customer.name));
}

std::string extension_of(const std::string& path) {
  static constexpr std::array<std::string_view, 9> known = {".csv",    ".tsv",   ".tab",  ".txt", ".json",
                                                            ".ndjson", ".jsonl", ".xlsx", ".xls"};
  const std::size_t dot = path.rfind('.');
  const std::string extension = dot == std::string::npos ? "" : to_lower_ascii(path.substr(dot));
  return std::find(known.begin(), known.end(), extension) == known.end() ? "" : extension;
}

std::string_view marker_of(Segment segment) {
  switch (segment) {
    case Segment::education:
      return " for faculty";
    case Segment::nonprofit:
      return " (Nonprofit)";
    case Segment::government:
      return " (Government Pricing)";
    case Segment::gcc:
      return " GCC";
    case Segment::commercial:
      break;
  }
  return {};
}

/// A name of no offer from which the rules conclude the same as from the original (R2, R7, R8, R10).
std::string neutral_name(std::uint32_t number, const NameMarkers& markers) {
  std::string name = numbered("Product ", number);
  if (markers.trial) name += " Trial";
  if (markers.promotion) name += " Promo";
  if (markers.seat_capped) name += " Apps for business";
  if (markers.segment) name += marker_of(*markers.segment);
  if (markers.term.months > 0) name += " (" + std::to_string(markers.term.months) + " mo)";
  return name;
}

bool is_offer_name(std::string_view name, const OfferCatalog& catalog, const OfferMatrix* matrix) {
  return !catalog.by_name(name).empty() || (matrix != nullptr && matrix->by_name(name) != nullptr);
}

/// Whether a detail is nceplan's own word, a count, or a date: nothing that only the input says.
bool detail_is_ours(DiagnosticCode code, std::size_t index) {
  switch (code) {
    case DiagnosticCode::date_ambiguous:
    case DiagnosticCode::date_mixed:
    case DiagnosticCode::date_swapped:
    case DiagnosticCode::fields_too_few:
    case DiagnosticCode::fields_too_many:
    case DiagnosticCode::line_too_long:
    case DiagnosticCode::value_type:
    case DiagnosticCode::file_unreadable:
      return true;
    case DiagnosticCode::header_duplicate:
    case DiagnosticCode::columns_missing:
      return index == 0;
    default:
      return false;
  }
}

bool seen_is_a_date(DiagnosticCode code) {
  return code == DiagnosticCode::date_ambiguous || code == DiagnosticCode::date_mixed ||
         code == DiagnosticCode::date_swapped;
}

}  // namespace

std::string Pseudonyms::of_path(const std::string& path) {
  if (path == "-") return path;
  return "export-" + std::to_string(files_.of(path)) + extension_of(path);
}

std::string Pseudonyms::of_provider(std::string_view provider) {
  return provider.empty() ? std::string() : numbered("Provider ", providers_.of(fold(provider)));
}

void Pseudonyms::apply(Portfolio& portfolio, const OfferCatalog& catalog, const OfferMatrix* matrix) {
  apply_to_customers(portfolio);
  apply_to_products(portfolio, catalog, matrix);
  apply_to_rows(portfolio);
  for (Source& source : portfolio.sources) apply(source);
}

void Pseudonyms::apply(Source& source) {
  columns_[source.path] = source.columns;
  source.path = of_path(source.path);
  for (std::size_t i = 0; i < source.columns.size(); ++i) {
    SourceColumn& column = source.columns[i];
    column.header = column.field.empty() ? "column " + std::to_string(i + 1) : column.field;
  }
  if (!source.sheet.empty()) source.sheet = hidden_sheet;
}

void Pseudonyms::apply_to_customers(Portfolio& portfolio) {
  // Numbers go by the order of the rows, whichever worker has read them.
  for (const RowBlock& block : portfolio.blocks) {
    for (const Subscription& row : block.rows) customers_.of(key_of(portfolio, portfolio.customer(row.customer)));
  }
  for (Shard& shard : portfolio.shards) {
    LargeVector<Customer> renamed;
    renamed.reserve(shard.customers.size());
    for (const Customer& customer : shard.customers) renamed.push_back(of_customer(shard, portfolio, customer));
    shard.customers = std::move(renamed);
  }
}

Customer Pseudonyms::of_customer(Shard& shard, const Portfolio& portfolio, const Customer& customer) {
  const std::uint32_t number = customers_.of(key_of(portfolio, customer));
  const std::string reseller = fold(portfolio.text(customer.reseller_id));
  Customer renamed;
  if (customer.id.is_guid()) {
    renamed.id = Id::guid(customer_guids, variant | number);
  } else if (!customer.id.empty()) {
    renamed.id = Id::text(shard.texts.add(numbered("customer-", number)));
  }
  if (!customer.name.empty()) renamed.name = shard.texts.add(numbered("Customer ", number));
  if (!customer.domain.empty()) renamed.domain = shard.texts.add(numbered("customer-", number, ".example"));
  if (!reseller.empty()) renamed.reseller_id = shard.texts.intern(numbered("reseller-", resellers_.of(reseller)));
  return renamed;
}

// What somebody called a subscription is hidden wherever it stands, also where it is the name of a product.
void Pseudonyms::apply_to_products(Portfolio& portfolio, const OfferCatalog& catalog, const OfferMatrix* matrix) {
  for (const RowBlock& block : portfolio.blocks) {
    for (const Subscription& row : block.rows) {
      const Product& product = portfolio.product(row.product);
      if (product.named_by_subscription) products_.of(fold(portfolio.text(product.name)));
    }
  }
  for (Shard& shard : portfolio.shards) {
    for (Product& product : shard.products) {
      const std::string_view name = shard.texts.view(product.name);
      if (!products_.has(fold(name)) || name.empty() || is_offer_name(name, catalog, matrix)) continue;
      product.name = shard.texts.add(neutral_name(products_.of(fold(name)), name_markers_of(name)));
    }
  }
}

void Pseudonyms::apply_to_rows(Portfolio& portfolio) {
  for (RowBlock& block : portfolio.blocks) {
    for (Subscription& row : block.rows) {
      Shard& shard = portfolio.shards[row.customer.shard()];
      row.id = of_subscription(shard, portfolio, row.id);
      const std::string name = fold(portfolio.text(row.name));
      if (!name.empty()) row.name = shard.texts.intern(numbered("Subscription ", subscription_names_.of(name)));
      if (row.details == 0) continue;
      SubscriptionDetails& details = block.details[row.details - 1];
      details.related_id = of_subscription(shard, portfolio, details.related_id);
      details.ineligibility_reason = shard.texts.intern(of_reason(portfolio.text(details.ineligibility_reason)));
      details.provider = shard.texts.intern(of_provider(portfolio.text(details.provider)));
      if (details.saved == 0) continue;
      TextId& error = block.saved[details.saved - 1].migration_error;
      error = shard.texts.intern(of_reason(portfolio.text(error)));
    }
  }
}

Id Pseudonyms::of_subscription(Shard& shard, const Portfolio& portfolio, Id id) {
  if (id.empty()) return id;
  const std::uint32_t number = subscriptions_.of(key_of(portfolio, id));
  if (id.is_guid()) return Id::guid(subscription_guids, variant | number);
  return Id::text(shard.texts.add(numbered("subscription-", number)));
}

std::string Pseudonyms::of_reason(std::string_view reason) {
  if (reason.empty()) return {};
  const std::string pseudonym = numbered("reason ", reasons_.of(std::string(reason)));
  const std::int8_t code = ineligibility_code_of(reason);
  return code == no_ineligibility_code ? pseudonym : std::to_string(code) + ": " + pseudonym;
}

void Pseudonyms::apply(Evidence& evidence) {
  const auto renamed = [this](const std::string& id) {
    if (id.empty()) return id;
    const std::uint32_t number = subscriptions_.of(to_lower_ascii(id));
    if (parse_guid(id).empty()) return numbered("subscription-", number);
    std::string written(guid_length, '\0');
    write_guid(Id::guid(subscription_guids, variant | number), written.data());
    return written;
  };
  for (MigrationEvidence& one : evidence.statements) {
    one.subscription_id = renamed(one.subscription_id);
    one.nce_subscription_id = renamed(one.nce_subscription_id);
    one.error_reason = of_reason(one.error_reason);
  }
  for (EvidenceSource& one : evidence.sources) apply(one.source);
}

Diagnostic Pseudonyms::without_quotes(const Diagnostic& diagnostic) {
  Diagnostic quiet = diagnostic;
  if (!quiet.where.file.empty()) quiet.where.file = of_path(diagnostic.where.file);
  quiet.where.field.clear();
  if (!quiet.where.sheet.empty()) quiet.where.sheet = hidden_sheet;
  for (const SourceColumn& column : columns_[diagnostic.where.file]) {
    if (column.header == diagnostic.where.field) quiet.where.field = column.field;
  }
  if (!quiet.seen.empty() && !seen_is_a_date(diagnostic.code)) quiet.seen = hidden;
  for (std::size_t i = 0; i < quiet.details.size(); ++i) {
    if (!quiet.details[i].empty() && !detail_is_ours(diagnostic.code, i)) quiet.details[i] = hidden;
  }
  return quiet;
}

void Pseudonyms::apply(Diagnostics& diagnostics) {
  Diagnostics quiet;
  std::array<std::uint64_t, diagnostic_code_count> left{};
  for (std::size_t i = 0; i < left.size(); ++i) left[i] = diagnostics.count(static_cast<DiagnosticCode>(i));
  for (const Diagnostic& diagnostic : diagnostics.kept()) {
    quiet.add(without_quotes(diagnostic));
    --left[static_cast<std::size_t>(diagnostic.code)];
  }
  // Of a code with more than are kept, all have the severity of the kept ones.
  for (const Diagnostic& diagnostic : diagnostics.kept()) {
    std::uint64_t& more = left[static_cast<std::size_t>(diagnostic.code)];
    for (; more > 0; --more) quiet.count_only(diagnostic.code, diagnostic.severity);
  }
  diagnostics = std::move(quiet);
}

}  // namespace nceplan
