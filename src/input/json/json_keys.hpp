// What the keys of JSON objects mean to the reader of rows. Built from a header mapping, then shared by all workers.
#pragma once

#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "nceplan/input/header_mapping.hpp"

namespace nceplan {

enum class KeyRole : std::uint8_t {
  unused,
  field,
  rows,   ///< the object is no row but stands around rows, when this holds an array or an object
  links,  ///< Partner Center's links: offer and customer
  type    ///< of NDJSON plans: lines of type "diagnostic" and "summary" are no rows
};

struct JsonKey {
  std::string name;
  KeyRole role = KeyRole::unused;
  Field field = Field::count_;
  bool is_new = false;  ///< first seen by the worker, in no mapping yet
};

/// The role that a key has by its name alone.
KeyRole role_by_name(std::string_view name);

class JsonKeys {
 public:
  /// `names` are the keys as written, in the order of the mapping's headers.
  JsonKeys(std::span<const std::string> names, const HeaderMapping& mapping);

  /// Null for a key that is not among the names.
  const JsonKey* find(std::string_view name) const;

 private:
  std::deque<JsonKey> keys_;
  std::unordered_map<std::string_view, const JsonKey*> by_name_;
};

}  // namespace nceplan
