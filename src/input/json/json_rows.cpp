#include "json_rows.hpp"

#include "json_pointer.hpp"
#include "json_problem.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/input/encoding.hpp"

namespace nceplan {
namespace {

using simdjson::ondemand::json_type;

constexpr int deepest_nesting = 16;
constexpr std::size_t longest_seen = 200;

constexpr FieldSet boolean_fields(std::array{Field::auto_renew, Field::is_trial, Field::is_addon,
                                             Field::migration_eligible, Field::migrate_on_renewal,
                                             Field::saved_takeover});

/// What a value of the field looks like, in the words of `value_type`.
std::string_view expected_type(Field field) {
  if (std::find(date_fields.begin(), date_fields.end(), field) != date_fields.end()) return "date";
  if (boolean_fields.has(field)) return "boolean";
  return field == Field::seats || field == Field::unit_price || field == Field::saved_days_left ? "number" : "text";
}

void require_end(simdjson::ondemand::document& document) {
  const bool at_end = document.current_location().error() == simdjson::OUT_OF_BOUNDS;
  if (!at_end) throw simdjson::simdjson_error(simdjson::TRAILING_CONTENT);
}

}  // namespace

JsonRowReader::JsonRowReader(const RowContext& context, const JsonKeys* keys, Shard& shard)
    : context_(&context),
      keys_(keys),
      builder_(context, shard, nowhere_.rows, nowhere_.tally.diagnostics, nowhere_.tally.evidence),
      texts_(parser_) {}

void JsonRowReader::start_block(JsonBlock& block) {
  block_ = &block;
  builder_.start_block(block.rows, block.tally.diagnostics, block.tally.evidence);
  order_.clear();
  kept_.clear();
  unknown_by_name_.clear();
  unknown_.clear();
}

void JsonRowReader::read_elements(std::string& text, std::size_t size, const JsonCollection& collection,
                                  std::uint64_t first) {
  text.front() = '[';
  text[size + 1] = ']';
  number_ = 1;
  numbers_rows_ = true;
  simdjson::ondemand::document document = start_document(text.data(), size + 2);
  read_array(document.get_array(), collection.pointer, first, collection.customer, 0);
  require_end(document);
}

void JsonRowReader::read_document(std::string_view text) {
  number_ = 1;
  numbers_rows_ = true;
  read_value(text);
}

void JsonRowReader::read_line(std::string_view text, std::uint32_t line) {
  number_ = line;
  numbers_rows_ = false;
  read_value(text);
}

void JsonRowReader::read_value(std::string_view text) {
  simdjson::ondemand::document document = start_document(text.data(), text.size());
  const json_type type = document.type();
  if (type == json_type::array) {
    read_array(document.get_array(), {}, 0, {}, 0);
    return require_end(document);
  }
  if (type != json_type::object) {
    if (find_json_problem(text)) throw simdjson::simdjson_error(simdjson::TAPE_ERROR);
    return reject(DiagnosticCode::object_expected, {}, elide(trim(text), longest_seen), {});
  }
  const Object object = document.get_object();
  const Shape shape = fill_row(object);
  if (shape == Shape::around_rows) read_around_rows(object, {}, {}, 0);
  if (shape != Shape::no_row) require_end(document);
  if (shape == Shape::row) add_row({}, {});
}

/// Bytes that are not UTF-8 are read as Windows-1252, each on its own: the rest of the document stays as it is.
simdjson::ondemand::document JsonRowReader::start_document(const char* text, std::size_t size) {
  texts_.start_document({text, size});
  auto document = parser_.iterate(text, size, size + simdjson::SIMDJSON_PADDING);
  if (document.error() != simdjson::UTF8_ERROR) return std::move(document).value();
  block_->tally.not_utf8 = true;
  decoded_ = repaired_utf8({text, size});
  const std::size_t decoded_size = decoded_.size();
  decoded_.resize(decoded_size + simdjson::SIMDJSON_PADDING);
  texts_.start_document({decoded_.data(), decoded_size});
  return parser_.iterate(decoded_.data(), decoded_size, decoded_.size());
}

void JsonRowReader::read_array(simdjson::ondemand::array array, const std::string& pointer, std::uint64_t first,
                               const JsonCustomer& customer, int depth) {
  std::string element_pointer = pointer + '/';
  const std::size_t stem = element_pointer.size();
  std::uint64_t index = first;
  for (auto element : array) {
    element_pointer.resize(stem);
    element_pointer += std::to_string(index++);
    read_element(element.value(), element_pointer, customer, depth);
  }
}

void JsonRowReader::read_element(Value value, const std::string& pointer, const JsonCustomer& customer, int depth) {
  const json_type type = value.type();
  if (depth < deepest_nesting) {
    if (type == json_type::object) return read_object(value.get_object(), pointer, customer, depth);
    if (type == json_type::array) return read_array(value.get_array(), pointer, 0, customer, depth + 1);
  }
  reject(DiagnosticCode::object_expected, pointer, elide(trim(std::string_view(value.raw_json_token())), longest_seen),
         {});
}

void JsonRowReader::read_object(Object object, const std::string& pointer, const JsonCustomer& customer, int depth) {
  switch (fill_row(object)) {
    case Shape::row:
      return add_row(pointer, customer);
    case Shape::around_rows:
      return read_around_rows(object, pointer, customer, depth);
    case Shape::no_row:
      return;
  }
}

void JsonRowReader::read_around_rows(Object object, const std::string& pointer, const JsonCustomer& outer, int depth) {
  object.reset().value();
  const JsonCustomer customer = customer_around_rows(object, texts_, outer);
  block_->tally.names_customers |= customer.known();
  object.reset().value();
  for (auto field : object) {
    texts_.start_object();
    const std::string key(texts_.key(field.key()));
    Value value = field.value();
    const json_type type = value.type();
    if (is_rows_key(key) && is_container(type)) read_element(value, child_pointer(pointer, key), customer, depth + 1);
  }
}

const JsonKey& JsonRowReader::key_of(simdjson::ondemand::raw_json_string raw, std::size_t position) {
  if (position >= order_.size() || !texts_.is_key(raw, order_[position]->name)) return other_key(raw, position);
  const JsonKey& key = *order_[position];
  if (key.is_new) new_in_row_.push_back(&key);
  return key;
}

void JsonRowReader::take(const JsonKey& key, Value value, json_type type) {
  if (is_container(type)) return take_container(key, value, type);
  const std::string_view text = texts_.scalar(value, type);
  raw_.set(key.field, text);
  if (boolean_fields.has(key.field)) note_boolean(text, type == json_type::boolean);
}

JsonRowReader::Shape JsonRowReader::fill_row(Object object) {
  raw_.clear();
  links_ = {};
  texts_.start_object();
  made_texts_.clear();
  new_in_row_.clear();
  type_errors_.clear();
  std::size_t position = 0;
  for (auto field : object) {
    const JsonKey& key = key_of(field.key(), position++);
    Value value = field.value();
    const json_type type = value.type();
    switch (key.role) {
      case KeyRole::unused:
        if (!is_container(type)) texts_.check(value, type);
        break;
      case KeyRole::field:
        take(key, value, type);
        break;
      case KeyRole::rows:
        if (is_container(type)) return Shape::around_rows;
        break;
      case KeyRole::links:
        if (type == json_type::object) links_ = read_links(value.get_object(), texts_);
        break;
      case KeyRole::type:
        if (type != json_type::string) break;
        if (const auto text = texts_.scalar(value); text == "diagnostic" || text == "summary") return Shape::no_row;
        break;
    }
  }
  return Shape::row;
}

const JsonKey& JsonRowReader::other_key(simdjson::ondemand::raw_json_string raw, std::size_t position) {
  const std::string_view name = texts_.key(raw);
  const JsonKey* key = keys_ == nullptr ? nullptr : keys_->find(name);
  if (key == nullptr) key = &unknown_key(name);
  if (key->is_new) new_in_row_.push_back(key);
  if (position < order_.size()) {
    order_[position] = key;
  } else {
    order_.push_back(key);
  }
  return *key;
}

const JsonKey& JsonRowReader::unknown_key(std::string_view name) {
  static const JsonKey one_too_many;
  if (const auto found = unknown_by_name_.find(name); found != unknown_by_name_.end()) return *found->second;
  if (unknown_.size() == JsonTally::most_keys) return one_too_many;
  const JsonKey& key = unknown_.emplace_back(JsonKey{std::string(name), role_by_name(name), Field::count_, true});
  unknown_by_name_.emplace(key.name, &key);
  return key;
}

void JsonRowReader::take_container(const JsonKey& key, Value value, json_type type) {
  if (type == json_type::object) return take_object(key, value);
  const bool is_list = key.field == Field::saved_notes || key.field == Field::ineligibility_reason;
  if (is_list) return take_list(key, value);
  type_errors_.push_back({&key, "[...]"});
}

/// Partner Center writes productType as {id, displayName}; a customer may be an object, too.
void JsonRowReader::take_object(const JsonKey& key, Value value) {
  if (key.field == Field::customer_name || key.field == Field::customer_id) {
    const JsonCustomer customer = customer_in(value, texts_);
    raw_.set(Field::customer_id, made_texts_.emplace_back(customer.id));
    raw_.set(Field::customer_name, made_texts_.emplace_back(customer.name));
    return;
  }
  if (key.field != Field::product_type) return type_errors_.push_back({&key, "{...}"});
  for (auto part : value.get_object()) {
    const bool is_id = texts_.is_key(part.key(), "id");
    const bool is_name = texts_.is_key(part.key(), "displayName");
    Value text = part.value();
    if (is_container(text.type())) continue;
    if (is_id || (is_name && raw_[key.field].empty())) raw_.set(key.field, texts_.scalar(text));
  }
}

/// A list of texts becomes one text, as the same list is written in CSV.
void JsonRowReader::take_list(const JsonKey& key, Value value) {
  std::string joined;
  for (auto element : value.get_array()) {
    Value text = element.value();
    if (is_container(text.type())) return type_errors_.push_back({&key, "[...]"});
    if (!joined.empty()) joined += ';';
    joined += texts_.scalar(text);
  }
  raw_.set(key.field, made_texts_.emplace_back(std::move(joined)));
}

void JsonRowReader::note_boolean(std::string_view text, bool typed) {
  if (typed || text == "True" || text == "False") {
    block_->tally.batch_tool_booleans = true;
    return;
  }
  if (text == "TRUE" || text == "FALSE" || text == "WAHR" || text == "FALSCH") {
    block_->tally.spreadsheet_booleans = true;
  }
}

void JsonRowReader::add_row(const std::string& pointer, const JsonCustomer& customer) {
  keep_new_keys();
  for (const TypeError& error : type_errors_) {
    const std::string& key = error.key->name;
    report(DiagnosticCode::value_type, pointer.empty() ? key : child_pointer(pointer, key), error.seen,
           {std::string(expected_type(error.key->field))});
  }
  if (raw_[Field::offer_id].empty()) raw_.set(Field::offer_id, links_.offer_id);
  if (raw_[Field::customer_id].empty() && raw_[Field::customer_name].empty()) {
    raw_.set(Field::customer_id, customer.known() ? std::string_view(customer.id) : links_.customer_id);
    raw_.set(Field::customer_name, customer.name);
    if (raw_[Field::customer_domain].empty()) raw_.set(Field::customer_domain, customer.domain);
  }
  raw_.line = number_;
  raw_.pointer = pointer;
  const bool accepted = type_errors_.empty() && (keys_ == nullptr || builder_.add(raw_));
  count_row(accepted);
}

void JsonRowReader::count_row(bool accepted) {
  ++block_->tally.rows;
  if (!accepted) ++block_->tally.rejected;
  if (numbers_rows_) ++number_;
}

void JsonRowReader::reject(DiagnosticCode code, const std::string& place, std::string_view seen,
                           std::vector<std::string> details) {
  report(code, place, seen, std::move(details));
  count_row(false);
}

void JsonRowReader::report(DiagnosticCode code, const std::string& place, std::string_view seen,
                           std::vector<std::string> details) {
  Location where{context_->file, numbers_rows_ ? 0 : number_, 0, place};
  block_->tally.diagnostics.add({code, Severity::error, std::move(where), std::string(seen), std::move(details)});
}

void JsonRowReader::keep_new_keys() {
  for (const JsonKey* key : new_in_row_) {
    if (kept_.insert(key).second) block_->tally.new_keys.push_back(key->name);
  }
}

}  // namespace nceplan
