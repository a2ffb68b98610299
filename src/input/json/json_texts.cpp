#include "json_texts.hpp"

#include <algorithm>
#include <cstring>
#include <string>

namespace nceplan {
namespace {

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

/// Readers of fields say what is wrong with a number; here only what cannot be one is refused.
bool is_of_number(char c) { return (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '+' || c == 'e' || c == 'E'; }

}  // namespace

void JsonTexts::fail(simdjson::error_code code) { throw simdjson::simdjson_error(code); }

bool JsonTexts::has_escapes(std::string_view text) { return text.find('\\') != std::string_view::npos; }

void JsonTexts::start_document(std::string_view text) {
  end_ = text.data() + text.size();
  escapes_ = has_escapes(text);
  used_ = 0;
  const std::size_t needed = text.size() + simdjson::SIMDJSON_PADDING;
  if (needed <= capacity_) return;
  buffer_ = std::make_unique_for_overwrite<std::uint8_t[]>(needed);
  capacity_ = needed;
}

std::string_view JsonTexts::unquoted(simdjson::ondemand::value value, simdjson::ondemand::json_type type) const {
  using simdjson::ondemand::json_type;
  const std::string_view token = without_tail(value.raw_json_token());
  switch (type) {
    case json_type::boolean:
      if (!same_text(token, "true") && !same_text(token, "false")) fail(simdjson::T_ATOM_ERROR);
      return token;
    case json_type::null:
      if (!same_text(token, "null")) fail(simdjson::N_ATOM_ERROR);
      return {};
    default:
      if (!std::all_of(token.begin(), token.end(), is_of_number)) fail(simdjson::NUMBER_ERROR);
      return token;
  }
}

std::string_view JsonTexts::key(simdjson::ondemand::raw_json_string key) {
  const char* const first = key.raw();
  bool escaped = false;
  for (const char* at = first; at < end_; ++at) {
    if (*at == '"') {
      const std::string_view text(first, static_cast<std::size_t>(at - first));
      return escaped ? unescaped(text) : text;
    }
    if (*at != '\\') continue;
    escaped = true;
    ++at;
  }
  fail(simdjson::STRING_ERROR);
}

std::string_view JsonTexts::unescaped(std::string_view text) {
  // An escape is never shorter than what it stands for, so the texts of one object always fit.
  if (used_ + text.size() + simdjson::SIMDJSON_PADDING > capacity_) fail(simdjson::CAPACITY);
  std::uint8_t* out = buffer_.get() + used_;
  const simdjson::ondemand::raw_json_string raw(reinterpret_cast<const std::uint8_t*>(text.data()));
  std::string_view meant = parser_->unescape(raw, out);
  if (std::memchr(meant.data(), '\0', meant.size()) != nullptr)
    meant = without_zeros(const_cast<char*>(meant.data()), meant.size());
  used_ += meant.size();
  return meant;
}

}  // namespace nceplan
