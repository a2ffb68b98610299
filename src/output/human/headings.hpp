// What the columns are called in formats for people.
#pragma once

#include <string_view>

#include "nceplan/i18n/language.hpp"
#include "nceplan/output/column.hpp"

namespace nceplan {

std::string_view heading(Column column, Language language);

}  // namespace nceplan
