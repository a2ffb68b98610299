// JSON of which nothing may be passed over: what is not understood is `edition_invalid`, with its place.
#pragma once

#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nceplan {

using Json = nlohmann::json;
using Keys = std::span<const std::string_view>;

/// The document. Refused are also keys that stand twice in an object, of which a parser would keep one silently, and
/// more than sixteen levels. Throws Failure.
Json parse_strict_json(std::string_view json, const std::string& file);

/// A JSON value and its place. It refers to the value and to the file's name.
class Node {
 public:
  Node(const Json& value, std::string pointer, const std::string& file)
      : value_(&value), pointer_(std::move(pointer)), file_(&file) {}

  const Json& value() const { return *value_; }
  bool has(std::string_view key) const { return value_->contains(key); }

  /// Throw Failure: `what` is expected here instead of what was seen, which is the value if nothing is said.
  [[noreturn]] void refuse(std::string what) const { refuse(std::move(what), value_->dump()); }
  [[noreturn]] void refuse(std::string what, std::string seen) const;

  /// An object with no other keys than these; else refused.
  const Node& require_object(Keys keys) const;
  /// A member that has to be there.
  Node child(const std::string& key) const;
  /// Of a list; anything else is refused.
  std::vector<Node> elements() const;

 private:
  [[noreturn]] void refuse_unknown_key(std::string_view key, Keys known) const;

  const Json* value_;
  std::string pointer_;
  const std::string* file_;
};

}  // namespace nceplan
