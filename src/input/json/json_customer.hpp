// How objects around subscriptions name the customer: by keys of their own, a `customer` object, or Partner Center's
// `links.self.uri` (/customers/{id}/subscriptions).
#pragma once

#include <simdjson.h>

#include <string>
#include <string_view>

#include "json_texts.hpp"

namespace nceplan {

struct JsonCustomer {
  std::string id;
  std::string name;
  std::string domain;

  bool known() const { return !id.empty() || !name.empty(); }
};

/// The customer that an object around rows names, else `outer`. Consumes the object. Throws simdjson_error.
JsonCustomer customer_around_rows(simdjson::ondemand::object object, JsonTexts& texts, const JsonCustomer& outer);

/// The same for the text of one object.
JsonCustomer customer_around_rows(std::string object, const JsonCustomer& outer);

/// The customer that the value of a `customer` key describes: an id, a name, or an object with them.
JsonCustomer customer_in(simdjson::ondemand::value value, JsonTexts& texts);

/// The path segment behind `collection/` in a URI: `id_in_uri("/offers/42?c=DE", "offers")` is `42`; empty when
/// there is none.
std::string_view id_in_uri(std::string_view uri, std::string_view collection);

/// What is of use in Partner Center's `links`.
struct JsonLinks {
  std::string_view customer_id;  ///< in self.uri
  std::string_view offer_id;     ///< in offer.uri
};
JsonLinks read_links(simdjson::ondemand::object links, JsonTexts& texts);

}  // namespace nceplan
