#include "json_texts.hpp"

#include <algorithm>
#include <cstring>
#include <string>

namespace nceplan {
namespace {

[[noreturn]] void fail(simdjson::error_code code) { throw simdjson::simdjson_error(code); }

/// A token comes with the white space behind it.
std::string_view without_tail(std::string_view token) {
  const std::size_t last = token.find_last_not_of(" \t\r\n");
  return token.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

/// Text that other formats can hold: each zero character (`\u0000`) becomes U+FFFD, which is shorter than its escape
/// was.
std::string_view without_zeros(char* text, std::size_t size) {
  constexpr std::string_view replacement = "\xef\xbf\xbd";
  const std::string original(text, size);
  char* out = text;
  for (const char c : original) {
    if (c == '\0') {
      out = std::copy(replacement.begin(), replacement.end(), out);
    } else {
      *out++ = c;
    }
  }
  return {text, static_cast<std::size_t>(out - text)};
}

bool has_escapes(std::string_view text) { return std::memchr(text.data(), '\\', text.size()) != nullptr; }

}  // namespace

void JsonTexts::start_document(const char* end, std::size_t size) {
  end_ = end;
  used_ = 0;
  const std::size_t needed = size + simdjson::SIMDJSON_PADDING;
  if (needed <= capacity_) return;
  buffer_ = std::make_unique_for_overwrite<std::uint8_t[]>(needed);
  capacity_ = needed;
}

std::string_view JsonTexts::scalar(simdjson::ondemand::value value) {
  using simdjson::ondemand::json_type;
  const json_type type = value.type();
  const std::string_view token = without_tail(value.raw_json_token());
  switch (type) {
    case json_type::string:
      if (token.size() < 2 || token.back() != '"') fail(simdjson::STRING_ERROR);
      return has_escapes(token) ? unescaped(token.data() + 1, token.size() - 2) : token.substr(1, token.size() - 2);
    case json_type::boolean:
      if (token != "true" && token != "false") fail(simdjson::T_ATOM_ERROR);
      return token;
    case json_type::null:
      if (token != "null") fail(simdjson::N_ATOM_ERROR);
      return {};
    default:
      if (token.find_first_not_of("0123456789+-.eE") != std::string_view::npos) fail(simdjson::NUMBER_ERROR);
      return token;
  }
}

void JsonTexts::check(simdjson::ondemand::value value, simdjson::ondemand::json_type type) {
  if (type != simdjson::ondemand::json_type::string) scalar(value);
}

bool JsonTexts::is_key(simdjson::ondemand::raw_json_string key, std::string_view text) const {
  const char* const first = key.raw();
  return static_cast<std::size_t>(end_ - first) > text.size() && first[text.size()] == '"' &&
         std::memcmp(first, text.data(), text.size()) == 0;
}

std::string_view JsonTexts::key(simdjson::ondemand::raw_json_string key) {
  const char* const first = key.raw();
  bool escaped = false;
  for (const char* at = first; at < end_; ++at) {
    if (*at == '"') {
      const auto size = static_cast<std::size_t>(at - first);
      return escaped ? unescaped(first, size) : std::string_view(first, size);
    }
    if (*at != '\\') continue;
    escaped = true;
    ++at;
  }
  fail(simdjson::STRING_ERROR);
}

std::string_view JsonTexts::unescaped(const char* first, std::size_t size) {
  // An escape is never shorter than what it stands for, so the texts of one object always fit.
  if (used_ + size + simdjson::SIMDJSON_PADDING > capacity_) fail(simdjson::CAPACITY);
  std::uint8_t* out = buffer_.get() + used_;
  const simdjson::ondemand::raw_json_string raw(reinterpret_cast<const std::uint8_t*>(first));
  std::string_view text = parser_->unescape(raw, out);
  if (std::memchr(text.data(), '\0', text.size()) != nullptr)
    text = without_zeros(const_cast<char*>(text.data()), text.size());
  used_ += text.size();
  return text;
}

}  // namespace nceplan
