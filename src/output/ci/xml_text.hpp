// Text inside XML 1.0 (https://www.w3.org/TR/xml/#charsets).
#pragma once

#include <string>
#include <string_view>

namespace nceplan {

/// For content and for attributes in double quotes. What XML cannot hold (control characters, U+FFFE, U+FFFF, invalid
/// bytes) and what hides text (bidirectional overrides) becomes a visible escape.
std::string xml_text(std::string_view text);

}  // namespace nceplan
