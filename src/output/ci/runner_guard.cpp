#include "nceplan/output/runner_guard.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <utility>

namespace nceplan {
namespace {

/// Bytes of the character at the start of `text` when a runner may skip it before a command: white space, and what
/// has no shape of its own. 0 for any other.
std::size_t blank_bytes(std::string_view text) {
  utf8proc_int32_t value = -1;
  const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &value);
  if (read <= 0) return 0;
  switch (utf8proc_category(value)) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
      return static_cast<std::size_t>(read);
    default:
      return 0;
  }
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// `##[`, and `##` before a letter, as in `##vso[`. Headings of Markdown have a blank there.
bool begins_hash_command(std::string_view text) {
  return text.size() > 2 && text[0] == '#' && text[1] == '#' && (text[2] == '[' || is_letter(text[2]));
}

void append_guarded(std::string& result, std::string_view line) {
  std::size_t start = 0;
  while (const std::size_t blank = start < line.size() ? blank_bytes(line.substr(start)) : 0) start += blank;
  result += line.substr(0, start);
  line.remove_prefix(start);
  if (line.substr(0, 2) == "::") {
    result += "\\x3a";
    line.remove_prefix(1);
  }
  for (; !line.empty(); line.remove_prefix(1)) {
    result += begins_hash_command(line) ? std::string_view("#\\x23") : line.substr(0, 1);
    if (begins_hash_command(line)) line.remove_prefix(1);
  }
}

}  // namespace

std::string without_runner_commands(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    append_guarded(result, text.substr(0, end));
    if (end == std::string_view::npos) break;
    result += '\n';
    text.remove_prefix(end + 1);
  }
  return result;
}

void RunnerGuard::write(std::string_view bytes) {
  const std::size_t end = bytes.rfind('\n');
  if (end == std::string_view::npos) {
    line_ += bytes;
    return;
  }
  sink_(without_runner_commands(std::exchange(line_, {}).append(bytes.substr(0, end + 1))));
  line_ = bytes.substr(end + 1);
}

void RunnerGuard::close() {
  if (!line_.empty()) sink_(without_runner_commands(std::exchange(line_, {})));
}

}  // namespace nceplan
