// The fixed texts, in the order of `Text`.
#pragma once

#include <array>

#include "i18n/bilingual.hpp"
#include "nceplan/i18n/fixed_text.hpp"

namespace nceplan {

struct FixedText {
  Text id;
  Bilingual text;
};

inline constexpr std::array<FixedText, text_count> fixed_texts = {{
    {Text::single_month, {"1 month", "1 Monat"}},
    {Text::months, {"{0} months", "{0} Monate"}},
    {Text::single_year, {"1 year", "1 Jahr"}},
    {Text::years, {"{0} years", "{0} Jahre"}},
    {Text::yes, {"yes", "ja"}},
    {Text::no, {"no", "nein"}},
    {Text::value, {"value", "Wert"}},
    {Text::today, {"today", "heute"}},

    {Text::tool_line,
     {"nceplan {0}   edition {1} (announced {2})   as of {3}",
      "nceplan {0}   Ausgabe {1} (angekündigt {2})   Stichtag {3}"}},
    {Text::single_row, {"1 row", "1 Zeile"}},
    {Text::rows, {"{0} rows", "{0} Zeilen"}},
    {Text::files, {"{0} files", "{0} Dateien"}},
    {Text::single_part_legacy, {"1 legacy", "1 Altabonnement"}},
    {Text::part_legacy, {"{0} legacy", "{0} Altabonnements"}},
    {Text::part_nce, {"{0} already on NCE", "{0} bereits in NCE"}},
    {Text::part_other, {"{0} other", "{0} andere"}},
    {Text::part_rejected, {"{0} rejected", "{0} abgewiesen"}},
    {Text::part_merged, {"{0} merged", "{0} zusammengeführt"}},
    {Text::shown_of, {"Shown: {0} of {1} subscriptions.", "Angezeigt: {0} von {1} Abonnements."}},
    {Text::nothing_planned, {"No legacy subscription to plan.", "Kein Altabonnement zu planen."}},
    {Text::nothing_shown, {"No subscription matches.", "Kein Abonnement passt zur Auswahl."}},

    {Text::heading_product, {"CUSTOMER / PRODUCT", "KUNDE / PRODUKT"}},
    {Text::heading_seats, {"SEATS", "LIZENZEN"}},
    {Text::heading_migrates, {"MIGRATES", "MIGRATION"}},
    {Text::heading_adjust_until, {"ADJUST UNTIL", "ANPASSEN BIS"}},
    {Text::heading_do_next, {"DO NEXT", "ALS NÄCHSTES"}},
    {Text::legend_urgent, {"! urgent", "! dringend"}},
    {Text::legend_waits, {"? waits or needs a decision", "? wartet oder Entscheidung nötig"}},
    {Text::legend_not_covered, {"- not covered", "- nicht erfasst"}},
    {Text::legend_waived, {"~ waived", "~ ausgenommen"}},
    {Text::legend_addon, {"+ add-on", "+ Add-on"}},
    {Text::no_migration_date, {"No migration date", "Ohne Migrationstermin"}},
    {Text::no_reseller, {"No reseller", "Ohne Reseller"}},
    {Text::reseller, {"Reseller {0}", "Reseller {0}"}},
    {Text::customer_unnamed, {"Customer without a name", "Kunde ohne Namen"}},
    {Text::product_unnamed, {"Product without a name", "Produkt ohne Namen"}},
    {Text::single_subscription, {"1 subscription", "1 Abonnement"}},
    {Text::subscriptions, {"{0} subscriptions", "{0} Abonnements"}},

    {Text::follows_base, {"follows its base", "folgt dem Basisabonnement"}},
    {Text::follows_base_shown, {"follows its base", "folgt der Basis"}},
    {Text::not_covered_because, {"not covered: {0}", "nicht erfasst: {0}"}},
    {Text::waits_because, {"waits: {0}", "wartet: {0}"}},
    {Text::on_nce, {"already on NCE", "bereits in NCE"}},
    {Text::scheduled_for, {"scheduled for {0}", "eingeplant für {0}"}},
    {Text::waived_step, {"waived until {0}", "ausgenommen bis {0}"}},

    {Text::total_urgent, {"{0} urgent", "{0} dringend"}},
    {Text::total_due, {"{0} due in 30 days", "{0} in 30 Tagen fällig"}},
    {Text::total_later, {"{0} later", "{0} später"}},
    {Text::total_not_covered, {"{0} not covered", "{0} nicht erfasst"}},
    {Text::total_on_nce, {"{0} already on NCE", "{0} bereits in NCE"}},
    {Text::total_waived, {"{0} waived", "{0} ausgenommen"}},
    {Text::single_term_assumed, {"1 term assumed to be P1Y", "1 Laufzeit als P1Y angenommen"}},
    {Text::terms_assumed, {"{0} terms assumed to be P1Y", "{0} Laufzeiten als P1Y angenommen"}},
    {Text::auto_renew_assumed,
     {"{0} without auto-renew flag, assumed on",
      "{0} ohne Angabe zur automatischen Verlängerung, als eingeschaltet angenommen"}},
    {Text::id_assumed, {"{0} without an id, named FILE:LINE", "{0} ohne ID, als DATEI:ZEILE benannt"}},
    {Text::status_assumed,
     {"{0} with an unknown status, planned as active", "{0} mit unbekanntem Status, als aktiv geplant"}},
    {Text::single_parent_missing,
     {"1 add-on whose base is not in the export, planned alone",
      "1 Add-on ohne Basisabonnement im Export, allein geplant"}},
    {Text::parents_missing,
     {"{0} add-ons whose bases are not in the export, planned alone",
      "{0} Add-ons ohne Basisabonnement im Export, allein geplant"}},
    {Text::still_legacy,
     {"{0} still legacy more than three days after migration: is the export old?",
      "{0} mehr als drei Tage nach der Migration noch Altabonnement: ist der Export alt?"}},
    {Text::newer_edition,
     {"A newer edition ({0}) moves {1} of these dates:", "Eine neuere Ausgabe ({0}) verschiebt {1} dieser Termine:"}},

    {Text::heading_month, {"MONTH", "MONAT"}},
    {Text::heading_category, {"CATEGORY", "KATEGORIE"}},
    {Text::heading_phase, {"PHASE", "PHASE"}},
    {Text::heading_count, {"COUNT", "ANZAHL"}},
    {Text::heading_due, {"NEXT STEP DUE", "NÄCHSTER SCHRITT FÄLLIG"}},
    {Text::due_overdue, {"overdue", "überfällig"}},
    {Text::due_in_7, {"in 7 days", "in 7 Tagen"}},
    {Text::due_in_30, {"in 8 to 30 days", "in 8 bis 30 Tagen"}},
    {Text::due_later, {"later", "später"}},
    {Text::due_never, {"nothing to do", "nichts zu tun"}},
    {Text::total, {"total", "gesamt"}},

    {Text::single_gate_row, {"1 meets --fail-on", "1 erfüllt --fail-on"}},
    {Text::gate_rows, {"{0} meet --fail-on", "{0} erfüllen --fail-on"}},
    {Text::most_urgent_marked,
     {"The {0} most urgent of {1} are marked.", "Die {0} dringendsten von {1} sind markiert."}},
    {Text::job_summary_cut,
     {"Cut here: a job summary holds at most {0} KiB. -o plan.md has all {1} subscriptions.",
      "Hier abgeschnitten: eine Job-Zusammenfassung fasst höchstens {0} KiB. -o plan.md hat alle {1} Abonnements."}},
    {Text::rejected_rows, {"Rejected rows", "Abgewiesene Zeilen"}},
    {Text::single_more_error, {"1 more error", "1 weiterer Fehler"}},
    {Text::more_errors, {"{0} more errors", "{0} weitere Fehler"}},
    {Text::waived_because, {"waived until {0} by {1}: {2}", "ausgenommen bis {0} durch {1}: {2}"}},

    {Text::label_customer, {"customer", "Kunde"}},
    {Text::label_subscription, {"subscription", "Abonnement"}},
    {Text::label_place, {"read from", "gelesen aus"}},
    {Text::label_edition, {"edition", "Ausgabe"}},
    {Text::label_as_of, {"as of", "Stichtag"}},
    {Text::label_waived, {"waived", "ausgenommen"}},
    {Text::waived_by, {"until {0} by {1}: {2} ({3})", "bis {0} durch {1}: {2} ({3})"}},
    {Text::label_base, {"add-on of", "Add-on zu"}},
    {Text::label_addons, {"add-ons", "Add-ons"}},
    {Text::single_seat, {"1 seat", "1 Lizenz"}},
    {Text::seats, {"{0} seats", "{0} Lizenzen"}},
    {Text::announced, {"{0} (announced {1})", "{0} (angekündigt {1})"}},
    {Text::rule, {"R{0} {1}", "R{0} {1}"}},
    {Text::section_actions, {"What to do", "Was zu tun ist"}},
    {Text::no_action, {"nothing", "nichts"}},
    {Text::source, {"source: {0}", "Quelle: {0}"}},
    {Text::source_and_edition, {"source: {0}; dates of edition {1}", "Quelle: {0}; Termine der Ausgabe {1}"}},
    {Text::own_rule, {"source: nceplan's own rule", "Quelle: eigene Regel von nceplan"}},
    {Text::edition_sources, {"Sources of edition {0}", "Quellen der Ausgabe {0}"}},
    {Text::retrieved, {"retrieved {0}", "abgerufen {0}"}},

    {Text::expected, {"expected", "erwartet"}},
    {Text::fix, {"fix", "Abhilfe"}},
    {Text::more_of_kind, {"and {0} more [{1}]", "und {0} weitere [{1}]"}},
    {Text::single_error, {"1 error", "1 Fehler"}},
    {Text::errors, {"{0} errors", "{0} Fehler"}},
    {Text::single_warning, {"1 warning", "1 Warnung"}},
    {Text::warnings, {"{0} warnings", "{0} Warnungen"}},
}};

static_assert([] {
  for (std::size_t i = 0; i < text_count; ++i) {
    if (static_cast<std::size_t>(fixed_texts[i].id) != i) return false;
  }
  return true;
}());

}  // namespace nceplan
