#include "nceplan/i18n/fixed_text.hpp"

#include "fixed_text_table.hpp"

namespace nceplan {

std::string_view text(Text id, Language language) {
  return fixed_texts[static_cast<std::size_t>(id)].text.in(language);
}

}  // namespace nceplan
