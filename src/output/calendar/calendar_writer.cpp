// A calendar to subscribe to or to import: iCalendar (RFC 5545). What its entries are is in output/calendar.hpp.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "calendar.hpp"
#include "i18n/format_text.hpp"
#include "i18n/format_view_text.hpp"
#include "ical.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/i18n/texts.hpp"
#include "output/human/human_writers.hpp"

namespace nceplan {
namespace {

constexpr std::size_t names_in_summary = 3;
constexpr std::size_t name_columns = 80;  ///< a longer name is cut in the summary, whole in the description

/// Each text once, in order of appearance.
std::vector<std::string> distinct(std::vector<std::string> texts) {
  std::vector<std::string> once;
  for (std::string& text : texts) {
    if (std::find(once.begin(), once.end(), text) == once.end()) once.push_back(std::move(text));
  }
  return once;
}

class CalendarWriter {
 public:
  CalendarWriter(const SelectedRows& rows, const ReportOptions& options, const Sink& sink)
      : plan_(rows.plan()), language_(options.language), options_(options), sink_(sink) {}

  void write(const std::vector<CalendarEvent>& events) const {
    const std::string name(text(ViewText::calendar_name, language_));
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line(fmt::format("PRODID:-//nceplan//nceplan {}//{}", ical_text(options_.tool_version),
                     language_ == Language::de ? "DE" : "EN"));
    line("CALSCALE:GREGORIAN");
    // RFC 7986, and what clients read that are older.
    line("NAME:" + ical_text(name));
    line("X-WR-CALNAME:" + ical_text(name));
    line("REFRESH-INTERVAL;VALUE=DURATION:P1D");
    line("X-PUBLISHED-TTL:P1D");
    for (const CalendarEvent& event : events) write_event(event);
    line("END:VCALENDAR");
  }

 private:
  void line(std::string_view content) const { sink_(ical_line(content)); }

  void write_event(const CalendarEvent& event) const;
  void write_alarm(int days, const std::string& summary) const;
  std::string what(const CalendarEvent& event) const;
  std::string names(const CalendarEvent& event) const;
  std::string product_line(const EventProduct& product) const;
  std::string description(const CalendarEvent& event) const;

  const Plan& plan_;
  Language language_;
  const ReportOptions& options_;
  const Sink& sink_;
};

/// DTSTAMP and SEQUENCE come from the as-of day: equal inputs give equal bytes, and a later plan supersedes an earlier
/// one. All-day events end on the day after their last (section 3.6.1) and block nobody's time.
void CalendarWriter::write_event(const CalendarEvent& event) const {
  const std::string as_of = ical_date(plan_.context().as_of);
  const std::string summary =
      fmt::format("{}: {} ({})", elide(event.customer, name_columns), what(event), names(event));
  const bool window = event.kind == EventKind::window;
  line("BEGIN:VEVENT");
  line("UID:" + ical_text(event.uid));
  line(fmt::format("DTSTAMP:{}T000000Z", as_of));
  line("SEQUENCE:" + as_of);
  line("DTSTART;VALUE=DATE:" + ical_date(event.first));
  line("DTEND;VALUE=DATE:" + ical_date(event.last + 1));
  line("SUMMARY:" + ical_text(summary));
  line("DESCRIPTION:" + ical_text(description(event)));
  line("CATEGORIES:" + ical_text(text(window ? ViewText::category_window : ViewText::category_deadline, language_)));
  line("TRANSP:TRANSPARENT");
  for (const int days : {7, 1}) write_alarm(days, summary);
  line("END:VEVENT");
}

void CalendarWriter::write_alarm(int days, const std::string& summary) const {
  line("BEGIN:VALARM");
  line("ACTION:DISPLAY");
  line("DESCRIPTION:" + ical_text(summary));
  line(fmt::format("TRIGGER:-P{}D", days));
  line("END:VALARM");
}

/// The window, or the first step of each product.
std::string CalendarWriter::what(const CalendarEvent& event) const {
  if (event.kind == EventKind::window) return std::string(text(ViewText::window, language_));
  std::vector<std::string> steps;
  for (const EventProduct& product : event.products) steps.push_back(product.steps.front());
  return fmt::format("{}", fmt::join(distinct(std::move(steps)), "; "));
}

std::string CalendarWriter::names(const CalendarEvent& event) const {
  std::vector<std::string> names;
  for (const EventProduct& product : event.products) names.push_back(elide(product.name, name_columns));
  names = distinct(std::move(names));
  if (names.size() <= names_in_summary) return fmt::format("{}", fmt::join(names, ", "));
  const std::size_t more = names.size() - names_in_summary;
  names.resize(names_in_summary);
  return format_text(ViewText::names_and_more, language_, fmt::format("{}", fmt::join(names, ", ")), more);
}

std::string CalendarWriter::product_line(const EventProduct& product) const {
  std::string line = product.name;
  if (product.addon) line += fmt::format(" ({})", text(ViewText::addon, language_));
  if (product.seats >= 0) {
    const auto seats = static_cast<std::uint64_t>(product.seats);
    line += ", " + counted(Text::single_seat, Text::seats, seats, language_);
  }
  if (!product.steps.empty()) line += fmt::format(": {}", fmt::join(product.steps, "; "));
  return line;
}

std::string CalendarWriter::description(const CalendarEvent& event) const {
  std::string lines = event.customer + '\n';
  for (const EventProduct& product : event.products) lines += "- " + product_line(product) + '\n';
  if (event.kind == EventKind::window) {
    lines += format_text(ViewText::window_rule, language_, format_date(event.last, language_),
                         format_date(event.last + 1, language_)) +
             '\n';
  }
  return lines + format_text(ViewText::made_by, language_, options_.tool_version, plan_.context().edition->id,
                             format_date(plan_.context().as_of, language_));
}

}  // namespace

void write_calendar(const SelectedRows& rows, const ReportOptions& options, const Diagnostics&, const Sink& sink) {
  CalendarWriter(rows, options, sink).write(calendar_events(rows, options.language));
}

}  // namespace nceplan
