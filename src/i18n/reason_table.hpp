// Why an entry is as it is, one sentence for each Statement and in its order. {d0} to {d2} are dates, {n} a number,
// {clock} the time of day that it is in seconds, {t} an ISO term and {term} the same in words, {a} and {b} texts of the
// export or the words of codes.
#pragma once

#include <array>

#include "bilingual.hpp"
#include "nceplan/model/reason.hpp"

namespace nceplan {

struct ReasonText {
  Statement statement;
  Bilingual sentence;
};

inline constexpr std::size_t statement_count = static_cast<std::size_t>(Statement::takeover) + 1;

inline constexpr std::array<ReasonText, statement_count> reason_texts = {{
    {Statement::row_is_legacy,
     {"a legacy subscription: its offer id is a GUID or missing, and nothing says New Commerce, usage or software",
      "ein Altabonnement: die Angebots-ID ist eine GUID oder fehlt, und nichts deutet auf New Commerce, "
      "Verbrauch oder Software"}},
    {Statement::migrated_already,
     {"already migrated: the New Commerce subscription {a} of this portfolio replaced it",
      "bereits migriert: das New-Commerce-Abonnement {a} dieses Bestands hat es ersetzt"}},
    {Statement::segment_decided, {"segment {a} ({b})", "Segment {a} ({b})"}},
    {Statement::category_decided, {"schedule category {a}", "Terminkategorie {a}"}},
    {Statement::term_given, {"the export gives the term {t} ({term})", "der Export nennt die Laufzeit {t} ({term})"}},
    {Statement::term_from_catalog,
     {"the bundled catalog gives the term {t} ({term})", "der mitgelieferte Katalog nennt die Laufzeit {t} ({term})"}},
    {Statement::term_from_name,
     {"the offer's name states the term {t} ({term})", "der Angebotsname nennt die Laufzeit {t} ({term})"}},
    {Statement::term_assumed,
     {"no term in export, catalog or name: {t} ({term}) assumed",
      "keine Laufzeit in Export, Katalog oder Name: {t} ({term}) angenommen"}},
    {Statement::auto_renew_assumed,
     {"the export has no auto-renew flag: assumed on",
      "der Export sagt nichts zur automatischen Verlängerung: als eingeschaltet angenommen"}},
    {Statement::renewal_after_term_end,
     {"term end {d0} + 1 day = renewal {d1}", "Laufzeitende {d0} + 1 Tag = Verlängerung {d1}"}},
    {Statement::renewal_is_term_end,
     {"the end date is meant exclusively: renewal on {d0} itself",
      "das Enddatum zählt nicht mehr mit: Verlängerung am {d0} selbst"}},
    {Statement::renewal_given,
     {"the export gives the renewal {d0}; the term ends on {d1}",
      "der Export nennt die Verlängerung {d0}; die Laufzeit endet am {d1}"}},
    {Statement::never_renews,
     {"a term end in the year 9000 or later ({d0}) means that it never renews",
      "ein Laufzeitende im Jahr 9000 oder später ({d0}) bedeutet, dass es sich nie verlängert"}},
    {Statement::not_covered,
     {"Microsoft does not migrate it: {a}; the term ends on {d0}",
      "Microsoft migriert es nicht: {a}; die Laufzeit endet am {d0}"}},
    {Statement::microsoft_date_unknown,
     {"no date announced from which Microsoft migrates the category {a}",
      "kein Termin angekündigt, ab dem Microsoft die Kategorie „{a}“ migriert"}},
    {Statement::migrates_at_renewal,
     {"renewal {d1} is on or after {d0}, when Microsoft starts: migration {d1}",
      "die Verlängerung {d1} liegt nicht vor dem {d0}, an dem Microsoft beginnt: Migration {d1}"}},
    {Statement::migrates_after_renewals,
     {"renewal {d1} + {n} × {t} = {d2}, the first on or after {d0}",
      "Verlängerung {d1} + {n} × {t} = {d2}, die erste ab dem {d0}"}},
    {Statement::follows_base,
     {"an add-on moves with its base {a}: migration {d0}", "ein Add-on zieht mit seiner Basis {a} um: Migration {d0}"}},
    {Statement::parent_not_in_export,
     {"its base {a} is not in the export: planned alone", "die Basis {a} fehlt im Export: allein geplant"}},
    {Statement::yields_term,
     {"migration {d0} gives {t} ({term}) with the same billing plan and seats, committed until {d1}",
      "die Migration {d0} ergibt {t} ({term}) mit gleichem Abrechnungsplan und gleichen Lizenzen, gebunden bis {d1}"}},
    {Statement::window,
     {"adjustment window {d0} + {n} days: last full day {d1}, closed in the course of {d2}",
      "Anpassungsfenster {d0} + {n} Tage: letzter voller Tag {d1}, geschlossen im Laufe des {d2}"}},
    {Statement::window_closing_today,
     {"the window closes in the course of {d0}: never count on that day",
      "das Fenster schließt im Laufe des {d0}: nie auf diesen Tag bauen"}},
    {Statement::still_legacy,
     {"still legacy {n} days after {d0}: the export is old, or Microsoft passed it over",
      "{n} Tage nach dem {d0} noch Altabonnement: der Export ist alt, oder Microsoft hat es übergangen"}},
    {Statement::self_service_announced,
     {"partners can migrate the category {a} themselves from {d0}",
      "Partner können die Kategorie „{a}“ ab {d0} selbst migrieren"}},
    {Statement::self_service_listed,
     {"a multi-year offer opens when the offer matrix lists it: {d0}",
      "ein mehrjähriges Angebot öffnet sich mit der Aufnahme in die Angebotsmatrix: {d0}"}},
    {Statement::self_service_unknown,
     {"no date announced from which partners can migrate the category {a} themselves",
      "kein Termin angekündigt, ab dem Partner die Kategorie „{a}“ selbst migrieren können"}},
    {Statement::first_month,
     {"not in its first month: start {d0} + 1 month = {d1}", "nicht im ersten Monat: Beginn {d0} + 1 Monat = {d1}"}},
    {Statement::first_thirty_days,
     {"an add-on not in its first 30 days: start {d0} + 30 days = {d1}",
      "ein Add-on nicht in den ersten 30 Tagen: Beginn {d0} + 30 Tage = {d1}"}},
    {Statement::bundle_decides_self_from,
     {"the bundle moves together, and its member {a} is free latest: {d0}",
      "das Bündel zieht zusammen um, und sein Abonnement {a} ist zuletzt frei: {d0}"}},
    {Statement::self_migrate_from,
     {"the latest of these: migrate yourself from {d0}", "das späteste davon: selbst migrieren ab {d0}"}},
    {Statement::self_migrate_until,
     {"migration {d0} - 2 days = {d1}, the last day to migrate yourself freely; in the last 24 hours of the term only "
      "a "
      "new full term is accepted",
      "Migration {d0} - 2 Tage = {d1}, der letzte Tag, um frei selbst zu migrieren; in den letzten 24 Stunden der "
      "Laufzeit geht das nur mit neuer, voller Laufzeit"}},
    {Statement::self_migrate_until_term_end,
     {"term end {d0} - 1 day = {d1}, the last day to migrate yourself before it ends",
      "Laufzeitende {d0} - 1 Tag = {d1}, der letzte Tag, um vor dem Ende selbst zu migrieren"}},
    {Statement::preorder_from,
     {"migration {d0} - {n} days = {d1}, the first day to order ahead",
      "Migration {d0} - {n} Tage = {d1}, der erste Tag zum Vorbestellen"}},
    {Statement::blocked, {"you cannot migrate it yourself now: {a}", "selbst migrieren geht jetzt nicht: {a}"}},
    {Statement::ineligible,
     {"the export says that it is not eligible for migration", "der Export sagt, dass es nicht migriert werden kann"}},
    {Statement::bundle_blocked_by,
     {"{a}, a member of its bundle, is blocked: {b}", "{a} aus demselben Bündel ist gesperrt: {b}"}},
    {Statement::partner_scheduled,
     {"the partner has scheduled the migration for {d0}, to a term of {t} ({term}); Microsoft leaves it alone",
      "der Partner hat die Migration für den {d0} eingeplant, mit Laufzeit {t} ({term}); Microsoft greift nicht ein"}},
    {Statement::migrated_says_evidence,
     {"already migrated, says {b}: the New Commerce subscription {a} replaced it",
      "bereits migriert laut {b}: das New-Commerce-Abonnement {a} hat es ersetzt"}},
    {Statement::completed_at,
     {"the migration was completed on {d0} at {clock} UTC", "die Migration war am {d0} um {clock} UTC abgeschlossen"}},
    {Statement::window_exact,
     {"the adjustment window closes exactly on {d0} at {clock} UTC; its last full day is {d1}",
      "das Anpassungsfenster schließt genau am {d0} um {clock} UTC; sein letzter voller Tag ist der {d1}"}},
    {Statement::migration_running, {"your own migration of it is running", "Ihre eigene Migration läuft"}},
    {Statement::migration_failed, {"your own migration of it failed", "Ihre eigene Migration ist fehlgeschlagen"}},
    {Statement::migration_cancelled,
     {"your scheduled migration of it was cancelled", "Ihre eingeplante Migration wurde abgebrochen"}},
    {Statement::schedule_says_evidence, {"the schedule is in {b}", "die Einplanung steht in {b}"}},
    {Statement::seats_over_cap,
     {"the customer holds {n} seats of this offer over all subscriptions; New Commerce allows 300",
      "der Kunde hält über alle Abonnements {n} Lizenzen dieses Angebots; New Commerce erlaubt 300"}},
    {Statement::phase_decided, {"on {d0} its phase is: {a}", "am {d0} ist die Phase: {a}"}},
    {Statement::action, {"next: {a}", "zu tun: {a}"}},
    {Statement::takeover,
     {"held at another provider: it cannot be migrated, only won when its term runs out",
      "bei einem anderen Anbieter: nicht migrierbar, nur zum Laufzeitende zu gewinnen"}},
}};

static_assert([] {
  for (std::size_t i = 0; i < reason_texts.size(); ++i) {
    if (static_cast<std::size_t>(reason_texts[i].statement) != i) return false;
  }
  return true;
}());

/// Where a value that a sentence uses can be missing, these stand in or follow.
namespace reason_parts {
inline constexpr Bilingual migrated_without_id = {"already migrated: a New Commerce subscription replaced it",
                                                  "bereits migriert: ein New-Commerce-Abonnement hat es ersetzt"};
inline constexpr Bilingual evidence_without_id = {"already migrated, says {b}", "bereits migriert laut {b}"};
inline constexpr Bilingual says = {", says {b}", ", laut {b}"};
inline constexpr Bilingual error = {": \"{a}\"", ": „{a}“"};
inline constexpr Bilingual not_covered_without_end = {"Microsoft does not migrate it: {a}",
                                                      "Microsoft migriert es nicht: {a}"};
inline constexpr Bilingual scheduled_without_term = {
    "the partner has scheduled the migration for {d0}; Microsoft leaves it alone",
    "der Partner hat die Migration für den {d0} eingeplant; Microsoft greift nicht ein"};
inline constexpr Bilingual scheduled_at_renewal = {
    "the partner has scheduled the migration for the renewal; Microsoft leaves it alone",
    "der Partner hat die Migration zur Verlängerung eingeplant; Microsoft greift nicht ein"};
inline constexpr Bilingual ineligible_code = {" (code {n}: {b})", " (Code {n}: {b})"};
inline constexpr Bilingual ineligible_reason = {": \"{a}\"", ": „{a}“"};
inline constexpr Bilingual because = {" ({b})", " ({b})"};
inline constexpr Bilingual from = {", from {d0}", ", ab {d0}"};
inline constexpr Bilingual until = {", until {d1}", ", bis {d1}"};
}  // namespace reason_parts

}  // namespace nceplan
