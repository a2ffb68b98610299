#include "nceplan/i18n/language.hpp"

#include "nceplan/base/text.hpp"

namespace nceplan {

std::string_view to_code(Language language) { return language == Language::de ? "de" : "en"; }

std::optional<Language> language_from_code(std::string_view code) {
  for (const Language language : {Language::en, Language::de}) {
    if (equals_ignoring_case(code, to_code(language))) return language;
  }
  return std::nullopt;
}

Language language_of_locale(std::string_view locale) {
  return equals_ignoring_case(locale.substr(0, 2), "de") ? Language::de : Language::en;
}

}  // namespace nceplan
