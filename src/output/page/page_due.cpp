// What is due, as a list.
#include <algorithm>

#include "i18n/format_text.hpp"
#include "i18n/format_view_text.hpp"
#include "nceplan/i18n/texts.hpp"
#include "page_parts.hpp"

namespace nceplan {
namespace {

constexpr std::size_t most_items = 60;    ///< the sections of the customers have all
constexpr std::size_t most_products = 6;  ///< named in one item

std::string relative(int days, Language language) {
  switch (days) {
    case -1:
      return std::string(text(ViewText::due_yesterday, language));
    case 0:
      return std::string(text(ViewText::due_today, language));
    case 1:
      return std::string(text(ViewText::due_tomorrow, language));
    default:
      return days < 0 ? format_text(ViewText::due_ago, language, -days) : format_text(ViewText::due_in, language, days);
  }
}

std::string product_list(const std::vector<std::string>& products, Language language) {
  const std::size_t named = std::min(products.size(), most_products);
  std::string list;
  for (std::size_t i = 0; i < named; ++i) list += (i == 0 ? "" : ", ") + products[i];
  if (named == products.size()) return list;
  return format_text(ViewText::names_and_more, language, list, products.size() - named);
}

PageData item_part(const DueItem& item, Date as_of, Language language) {
  PageData part;
  part["urgent"] = item.urgent ? PageData(std::string(text(ViewText::state_urgent, language))) : PageData(false);
  part["iso"] = to_iso(item.due);
  part["date"] = format_date(item.due, language);
  part["relative"] = relative(item.due - as_of, language);
  part["customer"] = item.customer;
  part["step"] = item.step;
  part["products"] = product_list(item.products, language);
  part["seats"] = item.seats == 1 ? std::string(text(Text::single_seat, language))
                                  : format_text(Text::seats, language, grouped_digits(item.seats, language));
  return part;
}

}  // namespace

PageData due_part(const PageFacts& facts, Date as_of, Language language) {
  PageData part;
  part["title"] = std::string(text(ViewText::due, language));
  part["any"] = !facts.due.empty();
  part["lead"] = std::string(text(facts.due.empty() ? ViewText::due_none : ViewText::due_lead, language));
  const std::size_t shown = std::min(facts.due.size(), most_items);
  const std::vector<DueItem> first(facts.due.begin(), facts.due.begin() + static_cast<std::ptrdiff_t>(shown));
  part["items"] = list_of(first, [&](const DueItem& item) { return item_part(item, as_of, language); });
  part["more"] = false;
  if (shown < facts.due.size()) {
    const auto more = static_cast<std::int64_t>(facts.due.size() - shown);
    part["more"] = format_text(ViewText::due_more, language, grouped_digits(more, language));
  }
  return part;
}

}  // namespace nceplan
