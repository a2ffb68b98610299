// Whose a row is and of which product: rows share customers and products, and are compared with those that were read
// before, so that few are looked up or made.
#include <simdjson.h>

#include <algorithm>
#include <span>

#include "base/short_text.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/input/encoding.hpp"
#include "nceplan/input/row_builder.hpp"
#include "nceplan/model/row_kind.hpp"
#include "trimmed_cell.hpp"

namespace nceplan {
namespace {

/// Those that make a product besides its name.
constexpr FieldSet product_fields(std::array{Field::offer_id, Field::nce_product, Field::product_type,
                                             Field::billing_type});

/// Whether one of the texts that `valid_text` was given was not UTF-8.
bool any_repaired(std::span<const std::string> decoded) {
  return std::any_of(decoded.begin(), decoded.end(), [](const std::string& text) { return !text.empty(); });
}

}  // namespace

TextId RowBuilder::intern(Field field, const RawRow& raw) {
  const std::string_view text = trimmed(raw[field]);
  if (is_ascii(text)) return shard_->texts.intern(text);
  std::string decoded;
  return shard_->texts.intern(valid_text(field, text, raw, decoded));
}

/// The text itself, or what it says in Windows-1252, kept in `decoded`, when it is not UTF-8.
std::string_view RowBuilder::valid_text(Field field, std::string_view text, const RawRow& raw, std::string& decoded) {
  if (is_ascii(text) || simdjson::validate_utf8(text.data(), text.size())) return text;
  decoded = to_utf8(text, Encoding::windows_1252);
  report(DiagnosticCode::text_not_utf8, Severity::warning, field, raw, decoded);
  return decoded;
}

/// One that is no GUID as the batch tool writes them.
Id RowBuilder::read_other_id(Field field, const RawRow& raw) {
  std::string decoded;
  return parse_id(valid_text(field, trimmed(raw[field]), raw, decoded), shard_->texts);
}

/// Rows of a customer stand together in nearly every export: mostly it is the one of the row before.
const RowBuilder::CustomerMemo& RowBuilder::customer_of(const RawRow& raw) {
  const RecordLayout* const layout = raw.layout();
  if (layout == nullptr || layout->customer.empty()) return customer_by_texts(raw);
  const std::string_view columns = raw.columns(layout->customer);
  if (customer_.has_columns && same_text(columns, customer_.columns)) return customer_;
  customer_.columns = columns;
  customer_.has_columns = make_customer(customer_texts(raw), is_ascii(columns), raw);
  customer_.has_texts = false;
  return customer_;
}

const RowBuilder::CustomerMemo& RowBuilder::customer_by_texts(const RawRow& raw) {
  const CustomerTexts texts = customer_texts(raw);
  if (customer_.has_texts && std::equal(texts.begin(), texts.end(), customer_.texts.begin(), same_text)) {
    return customer_;
  }
  std::copy(texts.begin(), texts.end(), customer_.texts.begin());
  customer_.has_texts = make_customer(texts, false, raw);
  customer_.has_columns = false;
  return customer_;
}

RowBuilder::CustomerTexts RowBuilder::customer_texts(const RawRow& raw) const {
  CustomerTexts texts;
  for (std::size_t i = 0; i < texts.size(); ++i) texts[i] = raw[customer_fields[i]];
  if (texts[0].empty() && texts[1].empty()) {
    texts[0] = context_->customer_id;
    texts[1] = context_->customer_name;
  }
  return texts;
}

/// Looks the customer up or makes it. Returns whether it may be remembered: what was reported never is, so that each
/// row reports it, whichever a worker has read before. `ascii`: all texts of the row itself are known to be.
bool RowBuilder::make_customer(CustomerTexts texts, bool ascii, const RawRow& raw) {
  std::array<std::string, customer_fields.size()> decoded;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    texts[i] = trimmed(texts[i]);
    if (!ascii) texts[i] = valid_text(customer_fields[i], texts[i], raw, decoded[i]);
  }
  const Id id = parse_id(texts[0], shard_->texts);
  customer_.id = shard_->intern_customer(id, texts[1], texts[2], texts[3]);
  customer_.known = !id.empty() || !texts[1].empty();
  return !any_repaired(decoded);
}

RowBuilder::ProductTexts::ProductTexts(const RawRow& raw) : fields(product_fields & raw.fields()) {
  const std::string_view name = raw[Field::product_name];
  add(name);
  fields.for_each([&](Field field) { add(raw[field]); });
  if (name.empty()) add(raw[Field::subscription_name]);
}

void RowBuilder::ProductTexts::add(std::string_view text) {
  begins[count] = text.data();
  sizes[count++] = static_cast<std::uint32_t>(text.size());
  hash = hash * 31 + hash_parts(text);
}

bool RowBuilder::ProductMemo::is_for(const ProductTexts& wanted) const {
  if (fields != wanted.fields || count != wanted.count) return false;
  const char* own = joined.data();
  for (std::size_t i = 0; i < count; ++i) {
    if (!same_text({own, lengths[i]}, wanted[i])) return false;
    own += lengths[i];
  }
  return true;
}

const RowBuilder::ProductMemo& RowBuilder::product_of(const RawRow& raw) {
  const ProductTexts texts(raw);
  const std::size_t mask = product_slots_.size() - 1;
  constexpr std::size_t most_probes = 8;
  std::uint32_t* free_slot = nullptr;
  for (std::size_t probe = 0; probe < most_probes && free_slot == nullptr; ++probe) {
    std::uint32_t& slot = product_slots_[(texts.hash + probe) & mask];
    if (slot == 0) {
      free_slot = &slot;
    } else if (products_[slot - 1].is_for(texts)) {
      return products_[slot - 1];
    }
  }
  ProductMemo made = make_product(texts, raw);
  if (made.repaired) return repaired_product_ = std::move(made);
  // Where there are so many products that they do not fit, one of them makes way.
  if (free_slot == nullptr) return products_[product_slots_[texts.hash & mask] - 1] = std::move(made);
  products_.push_back(std::move(made));
  *free_slot = static_cast<std::uint32_t>(products_.size());
  return products_.back();
}

RowBuilder::ProductMemo RowBuilder::make_product(const ProductTexts& texts, const RawRow& raw) {
  std::array<std::string, 3> decoded;  // what was no UTF-8
  std::string_view offer_id = valid_text(Field::offer_id, trimmed(raw[Field::offer_id]), raw, decoded[0]);
  std::string_view name = valid_text(Field::product_name, trimmed(raw[Field::product_name]), raw, decoded[1]);
  const std::string_view nce = valid_text(Field::nce_product, trimmed(raw[Field::nce_product]), raw, decoded[2]);
  const RowKind kind = row_kind(offer_id, trimmed(raw[Field::product_type]), trimmed(raw[Field::billing_type]));
  const bool named = !offer_id.empty() || !name.empty();
  const bool by_subscription = name.empty();
  if (by_subscription) {
    name = valid_text(Field::subscription_name, trimmed(raw[Field::subscription_name]), raw, decoded[1]);
  }

  ProductMemo memo;
  memo.repaired = any_repaired(decoded);
  if (!parse_guid(offer_id).empty()) offer_id = decoded[0] = to_lower_ascii(offer_id);
  memo.fields = texts.fields;
  memo.count = texts.count;
  for (std::size_t i = 0; i < texts.count; ++i) {
    memo.lengths[i] = texts.sizes[i];
    memo.joined.append(texts[i]);
  }
  memo.id = shard_->intern_product(kind, by_subscription, offer_id, name, nce);
  memo.name = shard_->products[memo.id.entry()].name;
  memo.kind = kind;
  memo.named = named;
  return memo;
}

}  // namespace nceplan
