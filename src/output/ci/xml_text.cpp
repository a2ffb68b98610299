#include "xml_text.hpp"

#include <array>
#include <utility>

#include "nceplan/base/text.hpp"

namespace nceplan {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> replacements = {{{"&", "&amp;"},
                                                                                        {"<", "&lt;"},
                                                                                        {">", "&gt;"},
                                                                                        {"\"", "&quot;"},
                                                                                        {"'", "&apos;"},
                                                                                        {"\xef\xbf\xbe", "\\ufffe"},
                                                                                        {"\xef\xbf\xbf", "\\uffff"}}};

}  // namespace

std::string xml_text(std::string_view text) {
  const std::string visible = escape_controls(text);
  std::string result;
  result.reserve(visible.size());
  for (std::string_view rest = visible; !rest.empty();) {
    std::string_view taken = rest.substr(0, 1);
    std::string_view written = taken;
    for (const auto& [special, replacement] : replacements) {
      if (rest.substr(0, special.size()) == special) {
        taken = special;
        written = replacement;
      }
    }
    result += written;
    rest.remove_prefix(taken.size());
  }
  return result;
}

}  // namespace nceplan
