// Content lines of iCalendar (RFC 5545, section 3.1) and the escapes of its texts (section 3.3.11).
#pragma once

#include <string>
#include <string_view>

#include "nceplan/base/date.hpp"

namespace nceplan {

/// `text` as the value of a property of type TEXT: backslash, comma and semicolon escaped, line feeds as `\n`. Other
/// control characters, which the RFC forbids, and invalid UTF-8 become visible escapes.
std::string ical_text(std::string_view text);

/// `YYYYMMDD`.
std::string ical_date(Date date);

/// `line` as written to a file: folded so that no line has more than 75 octets without its CRLF, never inside a
/// character, and ended by CRLF. Precondition: valid UTF-8 without line breaks.
std::string ical_line(std::string_view line);

}  // namespace nceplan
