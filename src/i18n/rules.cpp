#include "nceplan/i18n/texts.hpp"
#include "rule_table.hpp"

namespace nceplan {
namespace {

const RuleText& texts_of(int rule) { return rule_texts[static_cast<std::size_t>(rule - 1)]; }

}  // namespace

std::string_view rule_title(int rule, Language language) { return texts_of(rule).title.in(language); }
std::string_view rule_source(int rule) { return texts_of(rule).source; }
std::string_view rule_text(int rule, Language language) { return texts_of(rule).text.in(language); }

}  // namespace nceplan
