#include "strict_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "json_pointer.hpp"
#include "nceplan/base/diagnostic.hpp"
#include "nceplan/base/text.hpp"

namespace nceplan {
namespace {

[[noreturn]] void fail(Location where, std::string what, std::string seen) {
  throw Failure(
      {DiagnosticCode::edition_invalid, Severity::error, std::move(where), std::move(seen), {std::move(what)}});
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

}  // namespace

Json parse_strict_json(std::string_view json, const std::string& file) {
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

void Node::refuse(std::string what, std::string seen) const {
  fail({.file = *file_, .field = pointer_}, std::move(what), std::move(seen));
}

const Node& Node::require_object(Keys keys) const {
  if (!value_->is_object()) refuse("an object is expected");
  for (const auto& [key, value] : value_->items()) {
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) child(key).refuse_unknown_key(key, keys);
  }
  return *this;
}

Node Node::child(const std::string& key) const {
  const auto found = value_->find(key);
  if (found == value_->end()) refuse(fmt::format("\"{}\" is missing", key));
  return {*found, child_pointer(pointer_, key), *file_};
}

std::vector<Node> Node::elements() const {
  if (!value_->is_array()) refuse("a list is expected");
  std::vector<Node> nodes;
  for (const Json& element : *value_) nodes.emplace_back(element, child_pointer(pointer_, nodes.size()), *file_);
  return nodes;
}

void Node::refuse_unknown_key(std::string_view key, Keys known) const {
  const std::string_view meant = nearest(key, known);
  if (!meant.empty()) refuse(fmt::format("unknown key; \"{}\" is meant?", meant), std::string(key));
  refuse(fmt::format("unknown key; known here: {}", fmt::join(known, ", ")), std::string(key));
}

}  // namespace nceplan
