#include "nceplan/i18n/cli_texts.hpp"

#include "cli_text_table.hpp"

namespace nceplan {

std::string_view text(CliText id, Language language) {
  return cli_texts[static_cast<std::size_t>(id)].text.in(language);
}

}  // namespace nceplan
