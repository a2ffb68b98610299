// The JSON form of a schedule edition is in docs/formats.md. Whatever is not understood is an error: a slip in a user's
// own edition must not move dates without a word.
#include "nceplan/input/edition_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <span>
#include <utility>

#include "nceplan/base/diagnostic.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/input/embedded_data.hpp"

namespace nceplan {
namespace {

using Json = nlohmann::json;
using Keys = std::span<const std::string_view>;

[[noreturn]] void fail(Location where, std::string what, std::string seen) {
  throw Failure(
      {DiagnosticCode::edition_invalid, Severity::error, std::move(where), std::move(seen), {std::move(what)}});
}

/// A JSON value and its place.
class Node {
 public:
  Node(const Json& value, std::string pointer, const std::string& file)
      : value_(&value), pointer_(std::move(pointer)), file_(&file) {}

  const Json& value() const { return *value_; }

  [[noreturn]] void refuse(std::string what) const { refuse(std::move(what), value_->dump()); }
  [[noreturn]] void refuse(std::string what, std::string seen) const {
    nceplan::fail({.file = *file_, .field = pointer_}, std::move(what), std::move(seen));
  }

  /// An object with no other keys than these.
  const Node& require_object(Keys keys) const {
    if (!value_->is_object()) refuse("an object is expected");
    for (const auto& [key, value] : value_->items()) {
      if (std::find(keys.begin(), keys.end(), key) == keys.end()) child(key).refuse_unknown_key(key, keys);
    }
    return *this;
  }

  bool has(std::string_view key) const { return value_->contains(key); }

  Node child(const std::string& key) const {
    const auto found = value_->find(key);
    if (found == value_->end()) refuse(fmt::format("\"{}\" is missing", key));
    return {*found, pointer_ + '/' + escaped(key), *file_};
  }

  std::vector<Node> elements() const {
    if (!value_->is_array()) refuse("a list is expected");
    std::vector<Node> nodes;
    for (const Json& element : *value_)
      nodes.emplace_back(element, fmt::format("{}/{}", pointer_, nodes.size()), *file_);
    return nodes;
  }

 private:
  [[noreturn]] void refuse_unknown_key(std::string_view key, Keys known) const {
    const std::string_view meant = nearest(key, known);
    if (!meant.empty()) refuse(fmt::format("unknown key; \"{}\" is meant?", meant), std::string(key));
    refuse(fmt::format("unknown key; known here: {}", fmt::join(known, ", ")), std::string(key));
  }

  /// RFC 6901, section 3.
  static std::string escaped(std::string_view key) {
    std::string token;
    for (const char c : key) {
      if (c == '~') {
        token += "~0";
      } else if (c == '/') {
        token += "~1";
      } else {
        token += c;
      }
    }
    return token;
  }

  const Json* value_;
  std::string pointer_;
  const std::string* file_;
};

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

Location place_of_byte(std::string_view json, std::size_t byte, const std::string& file) {
  const std::string_view before = json.substr(0, byte == 0 ? 0 : std::min(byte - 1, json.size()));
  const std::size_t line_start = before.rfind('\n') + 1;
  return {.file = file,
          .line = static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n')) + 1,
          .column = static_cast<std::uint32_t>(before.size() - line_start + 1),
          .field = {}};
}

/// Without the library's own prefix (`[json.exception.parse_error.101] parse error at line 1, column 2: `).
std::string reason_of(const Json::parse_error& error) {
  const std::string_view text = error.what();
  const std::size_t colon = text.find(": ");
  return std::string(colon == std::string_view::npos ? text : text.substr(colon + 2));
}

/// The number that is too large for a double (`... number overflow parsing '1e999'`).
std::string number_in(const Json::out_of_range& error) {
  const std::string_view text = error.what();
  const std::size_t open = text.find('\'');
  const std::size_t close = text.rfind('\'');
  return open < close ? std::string(text.substr(open + 1, close - open - 1)) : std::string();
}

constexpr int deepest_level = 16;  // an edition has four; what is nested deeper would be walked through recursively

/// Of two equal keys a parser keeps one, silently.
Json parse_without_duplicates(std::string_view json, const std::string& file) {
  std::vector<std::set<std::string>> open;
  const auto check = [&](int depth, Json::parse_event_t event, Json& parsed) {
    if (depth > deepest_level) fail({.file = file, .field = {}}, "nested too deeply", {});
    if (event == Json::parse_event_t::object_start) open.emplace_back();
    if (event == Json::parse_event_t::object_end) open.pop_back();
    if (event == Json::parse_event_t::key && !open.back().insert(parsed.get<std::string>()).second) {
      fail({.file = file, .field = {}}, "a key stands twice in one object", parsed.get<std::string>());
    }
    return true;
  };
  try {
    return Json::parse(json, check);
  } catch (const Json::parse_error& error) {
    fail(place_of_byte(json, error.byte, file), reason_of(error), {});
  } catch (const Json::out_of_range& error) {
    const std::string number = number_in(error);
    fail(place_of_byte(json, json.find(number) + 1, file), "a smaller number is expected", elide(number, 40));
  }
}

std::vector<Edition> read_bundled_editions() {
  constexpr std::string_view folder = "schedules/";
  std::vector<Edition> editions;
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path.substr(0, folder.size()) == folder) {
      editions.push_back(read_edition(file.content, std::string(file.path)));
    }
  }
  std::sort(editions.begin(), editions.end(),
            [](const Edition& a, const Edition& b) { return a.announced < b.announced; });
  return editions;
}

std::string ids_of(const std::vector<Edition>& editions) {
  std::string ids;
  for (const Edition& edition : editions) ids += (ids.empty() ? "" : ", ") + edition.id;
  return ids;
}

std::string nearest_id(const std::vector<Edition>& editions, std::string_view name) {
  std::vector<std::string_view> names = {"latest", "as-of"};
  for (const Edition& edition : editions) names.push_back(edition.id);
  return std::string(nearest(name, names));
}

}  // namespace

Edition read_edition(std::string_view json, const std::string& file) {
  constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
  if (json.substr(0, byte_order_mark.size()) == byte_order_mark) json.remove_prefix(byte_order_mark.size());
  const Json document = parse_without_duplicates(json, file);
  return edition_of(Node(document, {}, file));
}

const std::vector<Edition>& bundled_editions() {
  static const std::vector<Edition> editions = read_bundled_editions();
  return editions;
}

const Edition& choose_edition(const std::vector<Edition>& editions, std::string_view name, Date as_of) {
  const bool newest_known = name == "as-of";
  const Edition* chosen = nullptr;
  const Edition* oldest = nullptr;
  for (const Edition& edition : editions) {
    if (equals_ignoring_case(edition.id, name)) return edition;
    if (oldest == nullptr || edition.announced < oldest->announced) oldest = &edition;
    if (newest_known && edition.announced > as_of) continue;
    if (chosen == nullptr || edition.announced >= chosen->announced) chosen = &edition;
  }
  if (newest_known && chosen == nullptr) chosen = oldest;
  if (chosen == nullptr || (!newest_known && name != "latest")) {
    throw Failure({DiagnosticCode::edition_unknown,
                   Severity::error,
                   {},
                   std::string(name),
                   {ids_of(editions), nearest_id(editions, name)}});
  }
  return *chosen;
}

}  // namespace nceplan
