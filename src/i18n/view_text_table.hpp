// The texts of calendar and report page, in the order of `ViewText`.
#pragma once

#include <array>

#include "bilingual.hpp"
#include "nceplan/i18n/view_texts.hpp"

namespace nceplan {

struct ViewTextRow {
  ViewText id;
  Bilingual text;
};

inline constexpr std::array<ViewTextRow, view_text_count> view_texts = {{
    {ViewText::calendar_name, {"NCE migration", "NCE-Migration"}},
    {ViewText::window, {"adjustment window", "Anpassungsfenster"}},
    {ViewText::names_and_more, {"{0} and {1} more", "{0} und {1} weitere"}},
    {ViewText::category_window, {"Adjustment window", "Anpassungsfenster"}},
    {ViewText::category_deadline, {"Deadline", "Frist"}},
    {ViewText::window_rule,
     {"Until {0}, the last full day, term and seats can be changed, or the subscription cancelled. On {1} the window "
      "closes at an hour that nobody can count on.",
      "Bis {0}, dem letzten vollen Tag, lassen sich Laufzeit und Lizenzen ändern, oder das Abonnement kündigen. Am {1} "
      "schließt das Fenster zu einer Stunde, auf die kein Verlass ist."}},
    {ViewText::made_by, {"nceplan {0}, edition {1}, as of {2}", "nceplan {0}, Ausgabe {1}, Stichtag {2}"}},
    {ViewText::addon, {"add-on", "Add-on"}},

    {ViewText::page_title, {"Migration to New Commerce", "Migration zu New Commerce"}},
    {ViewText::page_as_of, {"As of {0}", "Stichtag {0}"}},
    {ViewText::page_edition, {"Microsoft’s schedule of {0}, edition {1}", "Microsofts Termine vom {0}, Ausgabe {1}"}},
    {ViewText::skip_to_customers, {"Skip to the customers", "Zu den Kunden springen"}},
    {ViewText::overview, {"Overview", "Überblick"}},
    {ViewText::figure_planned, {"Subscriptions", "Abonnements"}},
    {ViewText::figure_urgent, {"Urgent", "Dringend"}},
    {ViewText::figure_due, {"Due in 30 days", "In 30 Tagen fällig"}},
    {ViewText::figure_later, {"Later", "Später"}},
    {ViewText::figure_nothing_to_do, {"Nothing to do", "Nichts zu tun"}},
    {ViewText::figure_on_nce, {"Already on NCE", "Bereits in NCE"}},
    {ViewText::figure_waived, {"Waived", "Ausgenommen"}},
    {ViewText::single_customer, {"1 customer", "1 Kunde"}},
    {ViewText::customers, {"{0} customers", "{0} Kunden"}},

    {ViewText::timeline, {"Adjustment windows", "Anpassungsfenster"}},
    {ViewText::timeline_lead,
     {"Seats whose seven-day window is open, day by day. In these days term and seats can still be changed.",
      "Lizenzen, deren siebentägiges Fenster offen ist, Tag für Tag. In diesen Tagen lassen sich Laufzeit und Lizenzen "
      "noch ändern."}},
    {ViewText::timeline_image,
     {"Seats in open adjustment windows from {0} to {1}; at most {2} on one day. The table by month follows.",
      "Lizenzen in offenen Anpassungsfenstern von {0} bis {1}; höchstens {2} an einem Tag. Die Tabelle nach Monaten "
      "folgt."}},
    {ViewText::timeline_none,
     {"No subscription shown has an adjustment window.", "Kein angezeigtes Abonnement hat ein Anpassungsfenster."}},
    {ViewText::timeline_seats, {"seats", "Lizenzen"}},
    {ViewText::single_window, {"1 window", "1 Fenster"}},
    {ViewText::windows, {"{0} windows", "{0} Fenster"}},
    {ViewText::single_outside, {"1 window lies outside of these months.", "1 Fenster liegt außerhalb dieser Monate."}},
    {ViewText::outside, {"{0} windows lie outside of these months.", "{0} Fenster liegen außerhalb dieser Monate."}},
    {ViewText::months_caption, {"Windows by month", "Fenster nach Monaten"}},
    {ViewText::heading_month, {"Window opens in", "Fenster öffnet im"}},
    {ViewText::heading_subscriptions, {"Subscriptions", "Abonnements"}},
    {ViewText::heading_seats, {"Seats", "Lizenzen"}},

    {ViewText::due, {"Due in the next 30 days", "In den nächsten 30 Tagen fällig"}},
    {ViewText::due_lead, {"Most urgent first.", "Dringendes zuerst."}},
    {ViewText::due_none, {"Nothing is due in the next 30 days.", "In den nächsten 30 Tagen ist nichts fällig."}},
    {ViewText::due_more,
     {"{0} more are in the sections of the customers.", "{0} weitere stehen in den Abschnitten der Kunden."}},
    {ViewText::due_today, {"today", "heute"}},
    {ViewText::due_tomorrow, {"tomorrow", "morgen"}},
    {ViewText::due_in, {"in {0} days", "in {0} Tagen"}},
    {ViewText::due_yesterday, {"since yesterday", "seit gestern"}},
    {ViewText::due_ago, {"{0} days overdue", "{0} Tage überfällig"}},

    {ViewText::by_customer, {"Customers", "Kunden"}},
    {ViewText::filter_label, {"Filter by customer, product or step", "Nach Kunde, Produkt oder Schritt filtern"}},
    {ViewText::filter_hint, {"for example: urgent", "zum Beispiel: dringend"}},
    {ViewText::filter_status, {"{0} of {1} subscriptions shown.", "{0} von {1} Abonnements angezeigt."}},
    {ViewText::filter_none, {"Nothing matches.", "Nichts passt."}},
    {ViewText::expand_all, {"Open all", "Alle öffnen"}},
    {ViewText::collapse_all, {"Close all", "Alle schließen"}},
    {ViewText::customer_caption, {"Subscriptions of {0}", "Abonnements von {0}"}},
    {ViewText::next_step_due, {"next step {0}", "nächster Schritt {0}"}},
    {ViewText::state_urgent, {"urgent", "dringend"}},

    {ViewText::basis, {"What this rests on", "Worauf das beruht"}},
    {ViewText::problems, {"Problems in the files that were read", "Probleme in den gelesenen Dateien"}},
}};

static_assert([] {
  for (std::size_t i = 0; i < view_text_count; ++i) {
    if (static_cast<std::size_t>(view_texts[i].id) != i) return false;
  }
  return true;
}());

inline constexpr std::array<Bilingual, 12> month_abbreviations = {{
    {"Jan", "Jan"},
    {"Feb", "Feb"},
    {"Mar", "Mär"},
    {"Apr", "Apr"},
    {"May", "Mai"},
    {"Jun", "Jun"},
    {"Jul", "Jul"},
    {"Aug", "Aug"},
    {"Sep", "Sep"},
    {"Oct", "Okt"},
    {"Nov", "Nov"},
    {"Dec", "Dez"},
}};

}  // namespace nceplan
