#include "json_keys.hpp"

#include "json_outline.hpp"

namespace nceplan {

KeyRole role_by_name(std::string_view name) {
  if (name == "links" || name == "Links") return KeyRole::links;
  if (name == "type") return KeyRole::type;
  return is_rows_key(name) ? KeyRole::rows : KeyRole::unused;
}

JsonKeys::JsonKeys(std::span<const std::string> names, const HeaderMapping& mapping) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::optional<Field> field = mapping.fields[i];
    const KeyRole role = field ? KeyRole::field : role_by_name(names[i]);
    const JsonKey& key = keys_.emplace_back(JsonKey{names[i], role, field.value_or(Field::count_), false});
    by_name_.emplace(key.name, &key);
  }
}

const JsonKey* JsonKeys::find(std::string_view name) const {
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? nullptr : found->second;
}

}  // namespace nceplan
