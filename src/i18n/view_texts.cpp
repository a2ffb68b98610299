#include "nceplan/i18n/view_texts.hpp"

#include "view_text_table.hpp"

namespace nceplan {

std::string_view text(ViewText id, Language language) {
  return view_texts[static_cast<std::size_t>(id)].text.in(language);
}

std::string_view month_abbreviation(unsigned month, Language language) {
  return month_abbreviations[month - 1].in(language);
}

}  // namespace nceplan
