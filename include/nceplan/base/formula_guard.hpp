// Texts that a spreadsheet would run as a formula, and the apostrophe that stops it (OWASP, CSV injection).
#pragma once

#include <string_view>

namespace nceplan {

/// What guards a text: a spreadsheet then takes it for text.
inline constexpr char formula_guard = '\'';

/// True when `text` begins with `=`, `+`, `-`, `@`, a tab or a carriage return, or with the full-width form of one of
/// the first four; also behind guards, so that guarding and `without_formula_guard` are exact opposites.
bool needs_formula_guard(std::string_view text);

/// `text` without the one guard that `needs_formula_guard` asked for; any other text as it is.
std::string_view without_formula_guard(std::string_view text);

}  // namespace nceplan
