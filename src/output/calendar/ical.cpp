#include "ical.hpp"

#include <algorithm>

#include "nceplan/base/text.hpp"

namespace nceplan {
namespace {

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

void append_escaped(std::string& escaped, std::string_view line) {
  for (const char c : escape_controls(line)) {
    if (c == '\\' || c == ',' || c == ';') escaped += '\\';
    escaped += c;
  }
}

}  // namespace

std::string ical_text(std::string_view text) {
  std::string escaped;
  for (;;) {
    const std::size_t line_end = text.find('\n');
    append_escaped(escaped, text.substr(0, line_end));
    if (line_end == std::string_view::npos) return escaped;
    escaped += "\\n";
    text.remove_prefix(line_end + 1);
  }
}

std::string ical_date(Date date) {
  std::string digits = to_iso(date);
  digits.erase(std::remove(digits.begin(), digits.end(), '-'), digits.end());
  return digits;
}

std::string ical_line(std::string_view line) {
  std::string folded;
  std::size_t room = 75;
  while (line.size() > room) {
    std::size_t cut = room;
    while (continues_character(line[cut])) --cut;
    folded.append(line.substr(0, cut)).append("\r\n ");
    line.remove_prefix(cut);
    room = 74;  // the space that marks a continuation counts
  }
  return folded.append(line).append("\r\n");
}

}  // namespace nceplan
