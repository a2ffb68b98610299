// The rules that `explain` and every reason cite by number, as docs/rules.md has them. In sources, `PC/` is
// learn.microsoft.com/partner-center; a rule without one is nceplan's own.
#pragma once

#include <array>

#include "bilingual.hpp"
#include "nceplan/i18n/texts.hpp"

namespace nceplan {

struct RuleText {
  Bilingual title;
  std::string_view source;
  Bilingual text;
};

inline constexpr std::array<RuleText, rule_count> rule_texts = {{
    {{"Which rows are legacy", "Welche Zeilen Altabonnements sind"},
     "PC/developer/subscription-resources",
     {"A row is New Commerce when its offer id has the shape product:sku:availability or its product type is "
      "OnlineServicesNCE. A row is other when its offer id is neither a GUID nor New Commerce, or its product or "
      "billing "
      "type says usage, software or marketplace. Every other row is legacy, also one without an offer id. New Commerce "
      "and other rows are counted, never planned. A legacy subscription that a New Commerce row names as its "
      "predecessor is already on NCE: it has no dates and no action, and its add-ons are planned as if alone.",
      "Eine Zeile ist New Commerce, wenn ihre Angebots-ID die Form Produkt:SKU:Verfügbarkeit hat oder ihr Produkttyp "
      "OnlineServicesNCE ist. Sie ist anderes, wenn die Angebots-ID weder eine GUID noch New Commerce ist oder "
      "Produkt- "
      "oder Abrechnungstyp Verbrauch, Software oder Marketplace nennt. Jede andere Zeile ist ein Altabonnement, auch "
      "ohne Angebots-ID. New Commerce und anderes werden gezählt, nie geplant. Ein Altabonnement, das eine "
      "New-Commerce-Zeile als Vorgänger nennt, ist bereits in NCE: ohne Termine und Schritte; seine Add-ons werden wie "
      "einzelne geplant."}},
    {{"Segment and category", "Segment und Kategorie"},
     "PC/get-special-pricing-for-offers; PC/announcements/2023-september",
     {"The segment (commercial, education, nonprofit, government, GCC) belongs to the offer, not to the customer. The "
      "first that answers decides: your offer matrix by offer id, else by exact name; the bundled catalog by offer id; "
      "the catalog by exact name; markers in the name; else commercial. The category is multi-year when the term is "
      "longer than twelve months or the name says so, such as (36 mo), (3 years) or 3-year; else public sector when "
      "the segment is not commercial; else commercial.",
      "Das Segment (gewerblich, Bildung, gemeinnützig, Behörden, GCC) gehört zum Angebot, nicht zum Kunden. Es "
      "entscheidet, wer zuerst antwortet: Ihre Angebotsmatrix nach Angebots-ID, sonst nach genauem Namen; der "
      "mitgelieferte Katalog nach Angebots-ID; der Katalog nach genauem Namen; Merkmale im Namen; sonst gewerblich. "
      "Die "
      "Kategorie ist mehrjährig, wenn die Laufzeit zwölf Monate übersteigt oder der Name es sagt, etwa (36 Monate), "
      "(3 Jahre) oder 3-year; sonst öffentlicher Sektor, wenn das Segment nicht gewerblich ist; sonst gewerblich."}},
    {{"Term end and renewal", "Laufzeitende und Verlängerung"},
     "PC/create-a-new-subscription; PC/announcements/2023-april",
     {"The day of the term end counts in full; the renewal is the next day, 00:00 UTC, unless the export has a renewal "
      "date of its own. With --end-date exclusive the end date is the renewal. A term end in the year 9000 or later "
      "means that the subscription never renews. Months are added to the anchor date and clamped to the month's last "
      "day, always counted from the anchor: 31 January + 1 month = 28 February, + 2 months = 31 March. The term is the "
      "row's, else the catalog's, else the one in the name, else P1Y, noted as assumed. A missing auto-renew flag is "
      "on.",
      "Der Tag des Laufzeitendes zählt ganz; die Verlängerung ist der Tag danach, 00:00 Uhr UTC, wenn der Export kein "
      "eigenes Verlängerungsdatum hat. Mit --end-date exclusive ist das Enddatum die Verlängerung. Ein Laufzeitende im "
      "Jahr 9000 oder später heißt, dass sich das Abonnement nie verlängert. Monate werden auf den Anker gezählt und "
      "auf "
      "den letzten Tag des Monats gekürzt, immer vom Anker aus: 31. Januar + 1 Monat = 28. Februar, + 2 Monate = "
      "31. März. Die Laufzeit ist die der Zeile, sonst des Katalogs, sonst des Namens, sonst P1Y, als Annahme "
      "vermerkt. "
      "Fehlt die Angabe zur automatischen Verlängerung, gilt sie als eingeschaltet."}},
    {{"When Microsoft migrates", "Wann Microsoft migriert"},
     "PC/announcements/2023-july#11",
     {"Each edition of the schedule names a day per category from which Microsoft migrates. With auto-renew on, the "
      "migration date is the first renewal on or after that day: renewal + k × term, k = 0, 1, 2 and so on. A renewal "
      "before that day renews in legacy once more. Multi-year offers follow the same arithmetic and therefore migrate "
      "in 2024, 2025 or later.",
      "Jede Ausgabe des Terminplans nennt je Kategorie einen Tag, ab dem Microsoft migriert. Bei automatischer "
      "Verlängerung ist der Migrationstermin die erste Verlängerung ab diesem Tag: Verlängerung + k × Laufzeit, "
      "k = 0, 1, 2 und so weiter. Eine frühere Verlängerung läuft noch einmal als Altabonnement. Mehrjährige Angebote "
      "folgen derselben Rechnung und migrieren deshalb 2024, 2025 oder später."}},
    {{"What Microsoft's migration yields", "Was die Migration durch Microsoft ergibt"},
     "PC/announcements/2023-july#11",
     {"The new term is the edition's outcome for the legacy term (P1Y in every case in edition 2023-07; P3Y stays P3Y "
      "in the editions from 2024-01 on), with the same billing plan and the same seats. The customer is committed "
      "until migration date + new term - 1 day.",
      "Die neue Laufzeit ist die, die die Ausgabe für die alte nennt (in der Ausgabe 2023-07 immer P1Y; ab 2024-01 "
      "bleibt P3Y bei P3Y), mit gleichem Abrechnungsplan und gleichen Lizenzen. Der Kunde ist gebunden bis "
      "Migrationstermin + neue Laufzeit - 1 Tag."}},
    {{"The adjustment window", "Das Anpassungsfenster"},
     "PC/announcements/2023-july#11",
     {"For seven days after the migration, term and seats can be changed or the subscription cancelled. The window "
      "starts on the migration date; its last full day is six days later, and on the seventh day it closes at some "
      "hour. Never count on that day. Completion usually takes up to 6 hours, renewal processing up to 24, at worst "
      "72. A row that is still legacy more than three days after its migration date is noted: the export is old, or "
      "Microsoft passed the subscription over.",
      "Sieben Tage lang nach der Migration lassen sich Laufzeit und Lizenzen ändern, oder das Abonnement kündigen. Das "
      "Fenster beginnt am Migrationstermin; sein letzter voller Tag liegt sechs Tage später, am siebten schließt es zu "
      "irgendeiner Stunde. Auf diesen Tag nie bauen. Der Abschluss dauert meist bis zu 6 Stunden, die Verlängerung bis "
      "zu 24, schlimmstenfalls 72. Eine Zeile, die mehr als drei Tage nach dem Termin noch Altabonnement ist, wird "
      "vermerkt: der Export ist alt, oder Microsoft hat das Abonnement übergangen."}},
    {{"Doing it yourself", "Selbst migrieren"},
     "PC/migrate-subscriptions-to-new-commerce",
     {"You can migrate from the latest of these days on, over all members of the bundle: the day the category opens "
      "for partners, and the end of the first month (of an add-on: the first 30 days). Multi-year offers open on the "
      "day the offer matrix lists them. The last free day is two days before the migration date, because in the last "
      "24 hours of the term only a new full term is accepted. Blocked are, in this order: what the export calls not "
      "eligible, promotions, multi-year offers that are not listed, offers missing in the matrix, offers for manual "
      "order only, and members of a bundle in which another is blocked. Orders can be placed 60 days ahead. Another "
      "term, billing plan or seat count is to be had this way only, monthly terms too.",
      "Selbst migrieren geht ab dem spätesten dieser Tage, über alle Abonnements des Bündels: dem Tag, an dem die "
      "Kategorie für Partner öffnet, und dem Ende des ersten Monats (beim Add-on: der ersten 30 Tage). Mehrjährige "
      "Angebote öffnen sich an dem Tag, an dem die Angebotsmatrix sie listet. Der letzte freie Tag liegt zwei Tage vor "
      "dem Migrationstermin, denn in den letzten 24 Stunden der Laufzeit geht nur eine neue, volle Laufzeit. Gesperrt "
      "sind, in dieser Folge: was der Export nicht berechtigt nennt, Aktionsangebote, nicht gelistete mehrjährige "
      "Angebote, in der Matrix fehlende, nur manuell bestellbare, und Bündel mit einem gesperrten Abonnement. "
      "Bestellen "
      "lässt sich 60 Tage im Voraus. Andere Laufzeit, anderer Abrechnungsplan oder andere Lizenzzahl sind nur so zu "
      "haben, auch Monatslaufzeiten."}},
    {{"What Microsoft does not cover", "Was Microsoft nicht erfasst"},
     "PC/subscription-lifecycle",
     {"Microsoft migrates active subscriptions only. Not covered are, by the first reason that holds: trials; "
      "suspended "
      "subscriptions, which are deleted if still suspended at the end of the term; inactive ones; those that never "
      "renew; those with auto-renew off, which end with their term; those without an NCE equivalent, which renew in "
      "legacy; and add-ons whose base is not covered. An unknown status is warned about and planned as active. What "
      "the partner has scheduled in the batch tool Microsoft leaves alone.",
      "Microsoft migriert nur aktive Abonnements. Nicht erfasst sind, nach dem ersten zutreffenden Grund: "
      "Testversionen; ausgesetzte, die gelöscht werden, wenn sie es am Laufzeitende noch sind; nicht aktive; solche, "
      "die "
      "sich nie verlängern; solche mit ausgeschalteter automatischer Verlängerung, die mit der Laufzeit enden; solche "
      "ohne NCE-Gegenstück, die sich als Altabonnement verlängern; und Add-ons, deren Basis nicht erfasst ist. Ein "
      "unbekannter Status wird gemeldet und als aktiv geplant. Was der Partner im Batch-Werkzeug eingeplant hat, lässt "
      "Microsoft unberührt."}},
    {{"Bundles", "Bündel"},
     "PC/migrate-subscriptions-to-new-commerce",
     {"A base and its add-ons move together: an add-on has the migration date and the window of its base, and is not "
      "covered when its base is not. An add-on whose base is not in the export is planned alone, with a warning. One "
      "blocked member blocks doing it yourself for all. After the move add-ons are independent subscriptions.",
      "Ein Basisabonnement und seine Add-ons ziehen zusammen um: ein Add-on hat Migrationstermin und Fenster seiner "
      "Basis und ist nicht erfasst, wenn die Basis es nicht ist. Ein Add-on, dessen Basis im Export fehlt, wird mit "
      "einer Warnung allein geplant. Ein gesperrtes Abonnement sperrt das eigene Migrieren für alle. Nach dem Umzug "
      "sind Add-ons eigenständige Abonnements."}},
    {{"Seat cap", "Lizenzgrenze"},
     "",
     {"Offers with a cap of 300 seats in the catalog, and those named Microsoft 365 Business, Office 365 Business or "
      "Apps for business, pool 300 seats per customer and offer. When the covered subscriptions of a customer hold "
      "more seats of one offer, each is noted.",
      "Angebote mit der Grenze von 300 Lizenzen im Katalog und solche mit Namen Microsoft 365 Business, Office 365 "
      "Business oder Apps for Business haben zusammen 300 Lizenzen je Kunde und Angebot. Halten die erfassten "
      "Abonnements "
      "eines Kunden mehr von einem Angebot, wird es an jedem vermerkt."}},
    {{"Phase on a date", "Phase an einem Tag"},
     "",
     {"The first that holds: already on NCE; not covered; waiting for a date; window closed (after the window's end); "
      "window open (from its start); scheduled by the partner; waiting (blocked, or not yet open to partners); due "
      "soon (at most 30 days left to migrate yourself); open.",
      "Die erste, die zutrifft: bereits in NCE; nicht erfasst; wartet auf einen Termin; Fenster geschlossen (nach "
      "seinem "
      "Ende); Fenster offen (ab seinem Beginn); vom Partner eingeplant; wartet (gesperrt oder für Partner noch nicht "
      "geöffnet); bald fällig (höchstens 30 Tage, um selbst zu migrieren); offen."}},
    {{"Actions", "Schritte"},
     "",
     {"Every entry has zero or more actions with a first day and a due day; the first action is the primary one. Days "
      "left are counted from the as-of date to its due day and are negative when overdue. Urgent means that the "
      "adjustment window is open or at most seven days are left.",
      "Jeder Eintrag hat keinen, einen oder mehrere Schritte mit erstem Tag und Fälligkeit; der erste ist der "
      "wichtigste. "
      "Die verbleibenden Tage zählen vom Stichtag bis zur Fälligkeit und sind negativ, wenn sie vorbei ist. Dringend "
      "heißt: das Anpassungsfenster ist offen, oder es bleiben höchstens sieben Tage."}},
    {{"Editions of the schedule", "Ausgaben des Terminplans"},
     "PC/announcements/2023-july#11; PC/announcements/2023-september; PC/announcements/2023-october; "
     "PC/new-commerce-public-sector",
     {"Microsoft moved its dates several times. An edition holds what was announced by a certain day: per category, "
      "the "
      "day from which partners can migrate and the day from which Microsoft does. The default is 2023-07. A category "
      "without a Microsoft date has no migration date yet. Output names the edition and says when a newer one would "
      "move dates.",
      "Microsoft hat seine Termine mehrmals verschoben. Eine Ausgabe hält fest, was an einem Tag angekündigt war: je "
      "Kategorie den Tag, ab dem Partner migrieren können, und den, ab dem Microsoft migriert. Voreingestellt ist "
      "2023-07. Eine Kategorie ohne Termin von Microsoft hat noch keinen Migrationstermin. Die Ausgabe steht in jedem "
      "Bericht, und auch, wenn eine neuere Termine verschieben würde."}},
    {{"Accounting", "Abrechnung der Zeilen"},
     "",
     {"Rows read = planned + already on NCE + other + rejected + merged duplicates. Two rows of one subscription with "
      "equal values are merged and counted; else the later row wins, with a warning that names both. In reconciliation "
      "files the row with the latest charge start wins silently.",
      "Gelesene Zeilen = geplant + bereits in NCE + andere + abgewiesen + zusammengeführte Doppel. Zwei Zeilen eines "
      "Abonnements mit gleichen Werten werden zusammengeführt und gezählt; sonst gilt die spätere, mit einer Warnung, "
      "die beide nennt. In Abstimmungsdateien gilt ohne Meldung die Zeile mit dem spätesten Berechnungsbeginn."}},
}};

}  // namespace nceplan
