// What sheets are called, and the columns that no plan has.
#pragma once

#include <cstdint>
#include <string_view>

#include "nceplan/i18n/language.hpp"

namespace nceplan {

enum class SheetText : std::uint8_t {
  // Sheets.
  plan,
  customers,
  months,
  diagnostics,
  // Columns.
  subscriptions,
  urgent,
  next_migration,
  month,
  severity,
  message,
  expected,
  fix,
  file,
  sheet,
  line,
  column,
  field,
  seen,
  code,
  count_
};

std::string_view sheet_text(SheetText id, Language language);

}  // namespace nceplan
