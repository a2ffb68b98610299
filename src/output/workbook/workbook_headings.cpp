#include "workbook_headings.hpp"

#include <array>
#include <utility>

#include "i18n/bilingual.hpp"

namespace nceplan {
namespace {

constexpr auto text_count = static_cast<std::size_t>(SheetText::count_);

constexpr std::array<std::pair<SheetText, Bilingual>, text_count> texts = {{
    {SheetText::plan, {"Plan", "Plan"}},
    {SheetText::customers, {"Customers", "Kunden"}},
    {SheetText::months, {"Months", "Monate"}},
    {SheetText::diagnostics, {"Diagnostics", "Hinweise"}},
    {SheetText::subscriptions, {"Subscriptions", "Abonnements"}},
    {SheetText::urgent, {"Urgent", "Dringend"}},
    {SheetText::next_migration, {"Next migration", "Nächste Migration"}},
    {SheetText::month, {"Month", "Monat"}},
    {SheetText::severity, {"Kind", "Art"}},
    {SheetText::message, {"Message", "Meldung"}},
    {SheetText::expected, {"Expected", "Erwartet"}},
    {SheetText::fix, {"Fix", "Abhilfe"}},
    {SheetText::file, {"File", "Datei"}},
    {SheetText::sheet, {"Sheet", "Blatt"}},
    {SheetText::line, {"Line", "Zeile"}},
    {SheetText::column, {"Column", "Spalte"}},
    {SheetText::field, {"Field", "Feld"}},
    {SheetText::seen, {"Seen", "Gesehen"}},
    {SheetText::code, {"Code", "Code"}},
}};

static_assert([] {
  for (std::size_t i = 0; i < text_count; ++i) {
    if (static_cast<std::size_t>(texts[i].first) != i) return false;
  }
  return true;
}());

}  // namespace

std::string_view sheet_text(SheetText id, Language language) {
  return texts[static_cast<std::size_t>(id)].second.in(language);
}

}  // namespace nceplan
