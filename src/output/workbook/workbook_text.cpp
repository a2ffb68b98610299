#include "workbook_text.hpp"

#include <utf8.h>

#include <iterator>

#include "nceplan/base/text.hpp"
#include "nceplan/base/text_map.hpp"

namespace nceplan {
namespace {

constexpr char32_t replacement = 0xfffd;

/// XML 1.0, production 2, without the carriage return, which every reader would turn into a line feed.
bool is_xml_character(char32_t point) {
  if (point < 0x20) return point == '\t' || point == '\n';
  return point != 0xfffe && point != 0xffff;
}

bool is_hexadecimal(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// `_xHHHH_`, which Excel reads as the character of that number.
bool is_escape(std::string_view text) {
  return text.size() >= 7 && text[0] == '_' && text[1] == 'x' && is_hexadecimal(text[2]) && is_hexadecimal(text[3]) &&
         is_hexadecimal(text[4]) && is_hexadecimal(text[5]) && text[6] == '_';
}

}  // namespace

std::string workbook_text(std::string_view text) {
  constexpr std::size_t most_units = 32767;
  constexpr std::string_view escaped_underscore = "_x005F_";
  std::string valid;
  utf8::replace_invalid(text.begin(), text.end(), std::back_inserter(valid));
  std::string written;
  std::size_t units = 0;
  std::size_t size_that_leaves_room = 0;
  const char* const end = valid.data() + valid.size();
  for (const char* at = valid.data(); at != end;) {
    const bool escape = is_escape({at, static_cast<std::size_t>(end - at)});
    const auto point = static_cast<char32_t>(utf8::unchecked::next(at));
    units += escape ? escaped_underscore.size() : point >= 0x10000 ? 2 : 1;
    if (units > most_units) return written.substr(0, size_that_leaves_room) + "…";
    if (escape) {
      written += escaped_underscore;
    } else {
      utf8::unchecked::append(is_xml_character(point) ? point : replacement, std::back_inserter(written));
    }
    if (units < most_units) size_that_leaves_room = written.size();
  }
  return written;
}

void make_headings_unique(std::vector<SheetColumn>& columns) {
  TextSet taken;
  for (SheetColumn& column : columns) {
    const std::string heading = column.heading;
    for (int number = 2; !taken.insert(fold(column.heading)).second; ++number) {
      column.heading = heading + ' ' + std::to_string(number);
    }
  }
}

}  // namespace nceplan
