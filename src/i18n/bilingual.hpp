// One text in both languages, side by side as a translator wants them.
#pragma once

#include <string_view>

#include "nceplan/i18n/language.hpp"

namespace nceplan {

struct Bilingual {
  std::string_view en;
  std::string_view de;

  constexpr std::string_view in(Language language) const { return language == Language::de ? de : en; }
};

}  // namespace nceplan
