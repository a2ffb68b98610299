// Texts of JSON scalars without copies: views into the document, and into one buffer for the few strings that have
// escapes. Simdjson's own string buffer is not used; it holds each string once, and some objects are read twice.
#pragma once

#include <simdjson.h>

#include <cstddef>
#include <memory>
#include <string_view>

namespace nceplan {

class JsonTexts {
 public:
  /// `parser` must outlive this.
  explicit JsonTexts(const simdjson::ondemand::parser& parser) : parser_(&parser) {}

  /// Starts a document of `size` bytes that ends at `end`, and forgets all texts.
  void start_document(const char* end, std::size_t size);
  /// Starts an object, and forgets all texts.
  void start_object() { used_ = 0; }

  /// Strings as they are meant, numbers and booleans as they are written, null as the empty text. Views stay valid
  /// until the next object. Throws simdjson_error. Precondition: `value` is a scalar.
  std::string_view scalar(simdjson::ondemand::value value);

  /// Throws simdjson_error when a scalar that nobody reads is none.
  void check(simdjson::ondemand::value value, simdjson::ondemand::json_type type);

  /// True when the key, which stands in the current document, is written exactly as `text`.
  bool is_key(simdjson::ondemand::raw_json_string key, std::string_view text) const;
  std::string_view key(simdjson::ondemand::raw_json_string key);

 private:
  std::string_view unescaped(const char* first, std::size_t size);

  const simdjson::ondemand::parser* parser_;
  const char* end_ = nullptr;
  std::unique_ptr<std::uint8_t[]> buffer_;
  std::size_t capacity_ = 0;
  std::size_t used_ = 0;
};

inline bool is_container(simdjson::ondemand::json_type type) {
  return type == simdjson::ondemand::json_type::array || type == simdjson::ondemand::json_type::object;
}

}  // namespace nceplan
