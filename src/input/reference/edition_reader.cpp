// The JSON form of a schedule edition is in docs/formats.md. Whatever is not understood is an error: a slip in a user's
// own edition must not move dates without a word.
#include "nceplan/input/edition_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "input/json/strict_json.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/input/encoding.hpp"

namespace nceplan {
namespace {

std::string text_of(const Node& node) {
  if (!node.value().is_string() || trim(node.value().get_ref<const std::string&>()).empty()) {
    node.refuse("a text is expected");
  }
  return node.value().get<std::string>();
}

Date date_of(const Node& node, const char* expected = "a day is expected, as YYYY-MM-DD") {
  const auto date =
      node.value().is_string() ? parse_iso_date(node.value().get_ref<const std::string&>()) : std::nullopt;
  if (!date) node.refuse(expected);
  return *date;
}

OptionalDate announced_date_of(const Node& node) {
  if (node.value().is_null()) return std::nullopt;
  return date_of(node, "a day is expected, as YYYY-MM-DD, or null while none is announced");
}

bool boolean_of(const Node& node) {
  if (!node.value().is_boolean()) node.refuse("true or false is expected");
  return node.value().get<bool>();
}

Term term_of(const Node& node) {
  const auto term =
      node.value().is_string() ? parse_iso_term(node.value().get_ref<const std::string&>()) : std::nullopt;
  if (!term) node.refuse("a term is expected, as P1M or P3Y");
  return *term;
}

int days_of(const Node& node, int least, int most) {
  const Json& value = node.value();
  if (!value.is_number_integer() || value < least || value > most) {
    node.refuse(fmt::format("a whole number of days from {} to {} is expected", least, most));
  }
  return value.get<int>();
}

std::string id_of(const Node& node) {
  std::string id = text_of(node);
  const bool plain = std::all_of(id.begin(), id.end(), [](char c) {
    const char lower = to_lower_ascii(c);
    return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
  });
  if (!plain) node.refuse("an id has letters, digits, `-`, `_` and `.` only");
  if (id == "latest" || id == "as-of") node.refuse("this id is a word of --edition");
  return id;
}

std::pair<std::string, Date> wave_of(const Node& node) {
  static constexpr std::array<std::string_view, 2> keys = {"name", "from"};
  node.require_object(keys);
  return {text_of(node.child("name")), date_of(node.child("from"))};
}

CategorySchedule schedule_of(const Node& node, Keys keys) {
  node.require_object(keys);
  CategorySchedule schedule;
  const Node self_service = node.child("self_service_from");
  schedule.self_service_when_listed = self_service.value() == "when_listed";
  if (!schedule.self_service_when_listed) schedule.self_service_from = announced_date_of(self_service);
  if (node.has("self_service_at_once")) {
    schedule.self_service_at_once = boolean_of(node.child("self_service_at_once"));
    if (schedule.self_service_at_once && !schedule.self_service_from) {
      node.child("self_service_at_once").refuse("\"at once\" needs the day of self_service_from");
    }
  }
  schedule.microsoft_led_from = announced_date_of(node.child("microsoft_led_from"));
  if (node.has("waves")) {
    for (const Node& wave : node.child("waves").elements()) schedule.waves.push_back(wave_of(wave));
  }
  return schedule;
}

void read_categories(const Node& node, Edition& edition) {
  static constexpr std::array<std::string_view, 3> categories = {"commercial", "public_sector", "multi_year"};
  static constexpr std::array<std::string_view, 5> keys = {
      "self_service_from", "self_service_at_once", "microsoft_led_from", "waves", "new_purchases_nce_only_from"};
  node.require_object(categories);
  for (std::size_t i = 0; i < categories.size(); ++i) {
    const bool public_sector = static_cast<Category>(i) == Category::public_sector;
    const Node category = node.child(std::string(categories[i]));
    edition.categories[i] = schedule_of(category, Keys(keys).first(public_sector ? keys.size() : keys.size() - 1));
    if (public_sector && category.has("new_purchases_nce_only_from")) {
      edition.public_sector_nce_only_from = date_of(category.child("new_purchases_nce_only_from"));
    }
  }
}

void read_outcomes(const Node& node, Edition& edition) {
  if (!node.value().is_object()) node.refuse("an object is expected");
  for (const auto& [key, value] : node.value().items()) {
    const Term target = term_of(node.child(key));
    const auto legacy = parse_iso_term(key);
    if (key == "default") {
      edition.default_outcome = target;
    } else if (legacy) {
      edition.outcomes.emplace_back(*legacy, target);
    } else {
      node.child(key).refuse("unknown key; a term as P3Y, or \"default\"", key);
    }
  }
}

EditionSource source_of(const Node& node) {
  static constexpr std::array<std::string_view, 3> keys = {"source", "url", "retrieved"};
  node.require_object(keys);
  return {.source = text_of(node.child("source")),
          .url = node.has("url") ? text_of(node.child("url")) : std::string(),
          .retrieved = date_of(node.child("retrieved"))};
}

Edition edition_of(const Node& root) {
  static constexpr std::array<std::string_view, 8> keys = {"id",          "announced",     "categories", "outcomes",
                                                           "window_days", "preorder_days", "remarks",    "sources"};
  root.require_object(keys);
  Edition edition;
  edition.id = id_of(root.child("id"));
  edition.announced = date_of(root.child("announced"));
  read_categories(root.child("categories"), edition);
  if (root.has("outcomes")) read_outcomes(root.child("outcomes"), edition);
  if (root.has("window_days")) edition.window_days = days_of(root.child("window_days"), 1, 365);
  if (root.has("preorder_days")) edition.preorder_days = days_of(root.child("preorder_days"), 0, 365);
  if (root.has("remarks")) {
    for (const Node& remark : root.child("remarks").elements()) edition.remarks.push_back(text_of(remark));
  }
  for (const Node& source : root.child("sources").elements()) edition.sources.push_back(source_of(source));
  if (edition.sources.empty()) root.child("sources").refuse("at least one source is expected");
  return edition;
}

}  // namespace

Edition read_edition(std::string_view json, const std::string& file) {
  json.remove_prefix(byte_order_mark(json, Encoding::utf8_bom));
  const Json document = parse_strict_json(json, file);
  return edition_of(Node(document, {}, file));
}

}  // namespace nceplan
