// The languages that nceplan speaks to people. Machine formats are never translated.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace nceplan {

enum class Language : std::uint8_t { en, de };

std::string_view to_code(Language language);
std::optional<Language> language_from_code(std::string_view code);

/// German for every locale `de*`, English for all else (`de_DE.UTF-8`, `C`, empty).
Language language_of_locale(std::string_view locale);

}  // namespace nceplan
