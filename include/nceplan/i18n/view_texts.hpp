// What the views of a plan say beside its values: the calendar (docs/calendar.md) and the report page
// (docs/report-page.md).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "nceplan/i18n/language.hpp"

namespace nceplan {

/// Every id exists in both languages with the same placeholders, `{0}`, `{1}` in fmt's style. Pairs `single_x`, `xs`
/// are singular and plural.
enum class ViewText : std::uint8_t {
  // The calendar.
  calendar_name,
  window,
  names_and_more,
  category_window,
  category_deadline,
  window_rule,
  made_by,
  addon,
  // The report page: head and figures.
  page_title,
  page_as_of,
  page_edition,
  skip_to_customers,
  overview,
  figure_planned,
  figure_urgent,
  figure_due,
  figure_later,
  figure_nothing_to_do,
  figure_on_nce,
  figure_waived,
  single_customer,
  customers,
  // The timeline.
  timeline,
  timeline_lead,
  timeline_image,
  timeline_none,
  timeline_seats,
  single_window,
  windows,
  single_outside,
  outside,
  months_caption,
  heading_month,
  heading_subscriptions,
  heading_seats,
  // What is due.
  due,
  due_lead,
  due_none,
  due_more,
  due_today,
  due_tomorrow,
  due_in,
  due_yesterday,
  due_ago,
  // The customers.
  by_customer,
  filter_label,
  filter_hint,
  filter_status,
  filter_none,
  expand_all,
  collapse_all,
  customer_caption,
  next_step_due,
  state_urgent,
  // The foot.
  basis,
  problems,
  count_  ///< number of texts, not a text
};

inline constexpr std::size_t view_text_count = static_cast<std::size_t>(ViewText::count_);

std::string_view text(ViewText id, Language language);

/// `January` and the like cut to three letters, for an axis. Precondition: 1 <= month <= 12.
std::string_view month_abbreviation(unsigned month, Language language);

}  // namespace nceplan
