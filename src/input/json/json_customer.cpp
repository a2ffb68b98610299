#include "json_customer.hpp"

#include <algorithm>
#include <array>

#include "nceplan/base/id.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/input/header_mapping.hpp"

namespace nceplan {
namespace {

using simdjson::ondemand::json_type;

constexpr std::array<std::string_view, 4> id_keys = {"customerid", "customertenantid", "tenantid", "kundenid"};
constexpr std::array<std::string_view, 7> name_keys = {"customername", "companyname", "company", "name",
                                                       "displayname",  "kundenname",  "firma"};
constexpr std::array<std::string_view, 4> domain_keys = {"domain", "customerdomain", "domainname", "primarydomain"};
constexpr std::array<std::string_view, 3> nested_keys = {"customer", "companyprofile", "kunde"};

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Parts that `from` has replace those of `customer`.
void take_over(JsonCustomer& customer, JsonCustomer from) {
  if (!from.id.empty()) customer.id = std::move(from.id);
  if (!from.name.empty()) customer.name = std::move(from.name);
  if (!from.domain.empty()) customer.domain = std::move(from.domain);
}

void read_scalar(std::string_view key, std::string_view text, JsonCustomer& customer) {
  if (text.empty()) return;
  if (is_one_of(id_keys, key)) customer.id = text;
  // An `id` alone may number anything; a tenant's is a GUID.
  if (key == "id" && customer.id.empty() && !parse_guid(text).empty()) customer.id = text;
  if (is_one_of(name_keys, key)) customer.name = text;
  if (is_one_of(domain_keys, key)) customer.domain = text;
}

JsonCustomer read_object(simdjson::ondemand::object object, JsonTexts& texts) {
  JsonCustomer customer;
  JsonCustomer linked;
  for (auto field : object) {
    const std::string key = normalized_header(texts.key(field.key()));
    simdjson::ondemand::value value = field.value();
    const json_type type = value.type();
    if (is_one_of(nested_keys, key)) {
      take_over(customer, customer_in(value, texts));
    } else if (key == "links" && type == json_type::object) {
      linked.id = read_links(value.get_object(), texts).customer_id;
    } else if (!is_container(type)) {
      read_scalar(key, trim(texts.scalar(value)), customer);
    }
  }
  if (customer.id.empty()) customer.id = std::move(linked.id);
  return customer;
}

/// Value of `uri` in one link.
std::string_view uri_of(simdjson::ondemand::value link, JsonTexts& texts) {
  std::string_view uri;
  if (link.type() != json_type::object) return uri;
  for (auto field : link.get_object()) {
    simdjson::ondemand::value value = field.value();
    if (texts.is_key(field.key(), "uri") && value.type() == json_type::string) uri = texts.scalar(value);
  }
  return uri;
}

}  // namespace

std::string_view id_in_uri(std::string_view uri, std::string_view collection) {
  const std::size_t at = uri.find(collection);
  if (at == std::string_view::npos) return {};
  std::string_view rest = uri.substr(at + collection.size());
  if (rest.empty() || rest.front() != '/') return {};
  rest.remove_prefix(1);
  return rest.substr(0, rest.find_first_of("/?#"));
}

JsonLinks read_links(simdjson::ondemand::object links, JsonTexts& texts) {
  JsonLinks found;
  for (auto field : links) {
    const bool is_self = texts.is_key(field.key(), "self");
    const bool is_offer = texts.is_key(field.key(), "offer");
    if (is_self) found.customer_id = id_in_uri(uri_of(field.value(), texts), "customers");
    if (is_offer) found.offer_id = id_in_uri(uri_of(field.value(), texts), "offers");
  }
  return found;
}

JsonCustomer customer_in(simdjson::ondemand::value value, JsonTexts& texts) {
  const json_type type = value.type();
  if (type == json_type::object) return read_object(value.get_object(), texts);
  JsonCustomer customer;
  if (type == json_type::array) return customer;
  const std::string_view text = trim(texts.scalar(value));
  (parse_guid(text).empty() ? customer.name : customer.id) = text;
  return customer;
}

JsonCustomer customer_around_rows(simdjson::ondemand::object object, JsonTexts& texts, const JsonCustomer& outer) {
  texts.start_object();
  JsonCustomer customer = read_object(object, texts);
  return customer.known() ? customer : outer;
}

JsonCustomer customer_around_rows(std::string object, const JsonCustomer& outer) {
  const std::size_t size = object.size();
  object.resize(size + simdjson::SIMDJSON_PADDING);
  simdjson::ondemand::parser parser;
  JsonTexts texts(parser);
  texts.start_document({object.data(), size});
  simdjson::ondemand::document document = parser.iterate(object.data(), size, object.size());
  return customer_around_rows(document.get_object(), texts, outer);
}

}  // namespace nceplan
