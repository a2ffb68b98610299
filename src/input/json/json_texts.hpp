// Texts of JSON scalars without copies: views into the document, and into one buffer for the few strings that have
// escapes. Simdjson's own string buffer is not used; it holds each string once, and some objects are read twice.
#pragma once

#include <simdjson.h>

#include <cstddef>
#include <memory>
#include <string_view>

#include "base/short_text.hpp"

namespace nceplan {

class JsonTexts {
 public:
  /// `parser` must outlive this.
  explicit JsonTexts(const simdjson::ondemand::parser& parser) : parser_(&parser) {}

  /// Starts a document, which must stay where it is, and forgets all texts.
  void start_document(std::string_view text);
  /// Starts an object, and forgets all texts.
  void start_object() { used_ = 0; }

  /// Strings as they are meant, numbers and booleans as they are written, null as the empty text. Views stay valid
  /// until the next object. Throws simdjson_error. Precondition: `value` is a scalar.
  std::string_view scalar(simdjson::ondemand::value value) { return scalar(value, value.type()); }
  std::string_view scalar(simdjson::ondemand::value value, simdjson::ondemand::json_type type) {
    if (type != simdjson::ondemand::json_type::string) return unquoted(value, type);
    const std::string_view token = without_tail(value.raw_json_token());
    if (token.size() < 2 || token.back() != '"') fail(simdjson::STRING_ERROR);
    const std::string_view text = token.substr(1, token.size() - 2);
    return escapes_ && has_escapes(text) ? unescaped(text) : text;
  }

  /// Throws simdjson_error when a scalar that nobody reads is none.
  void check(simdjson::ondemand::value value, simdjson::ondemand::json_type type) {
    if (type != simdjson::ondemand::json_type::string) unquoted(value, type);
  }

  /// True when the key, which stands in the current document, is written exactly as `text`.
  bool is_key(simdjson::ondemand::raw_json_string key, std::string_view text) const {
    const char* const first = key.raw();
    return static_cast<std::size_t>(end_ - first) > text.size() && first[text.size()] == '"' &&
           same_text({first, text.size()}, text);
  }
  std::string_view key(simdjson::ondemand::raw_json_string key);

 private:
  [[noreturn]] static void fail(simdjson::error_code code);
  static bool has_escapes(std::string_view text);
  /// A token comes with the white space behind it.
  static std::string_view without_tail(std::string_view token) {
    while (!token.empty() &&
           (token.back() == ' ' || token.back() == '\n' || token.back() == '\r' || token.back() == '\t')) {
      token.remove_suffix(1);
    }
    return token;
  }
  /// Numbers, booleans and null.
  std::string_view unquoted(simdjson::ondemand::value value, simdjson::ondemand::json_type type) const;
  std::string_view unescaped(std::string_view text);

  const simdjson::ondemand::parser* parser_;
  const char* end_ = nullptr;
  bool escapes_ = false;  ///< the document has some
  std::unique_ptr<std::uint8_t[]> buffer_;
  std::size_t capacity_ = 0;
  std::size_t used_ = 0;
};

inline bool is_container(simdjson::ondemand::json_type type) {
  return type == simdjson::ondemand::json_type::array || type == simdjson::ondemand::json_type::object;
}

}  // namespace nceplan
