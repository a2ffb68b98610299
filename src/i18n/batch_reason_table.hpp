// Why a subscription is in no batch file or has no day, in the order of `BatchReason`.
#pragma once

#include <array>

#include "bilingual.hpp"
#include "nceplan/model/batch_reason.hpp"

namespace nceplan::words {

inline constexpr std::array<Bilingual, batch_reason_count> batch_reasons = {{
    {"", ""},
    {"", ""},
    {"on New Commerce already", "bereits in New Commerce"},
    {"held at another provider", "bei einem anderen Anbieter"},
    {"scheduled already", "bereits eingeplant"},
    {"Microsoft migrates it; adjust it in its window", "Microsoft migriert es; im Anpassungsfenster anpassen"},
    {"Microsoft has migrated it", "Microsoft hat es migriert"},
    {"not selected", "nicht ausgewählt"},
    {"the schedule has no day for it", "der Terminplan hat keinen Tag dafür"},
    {"its day in the schedule has passed", "sein Tag im Terminplan ist vorbei"},
    {"cannot be migrated by then", "kann bis dahin nicht migriert werden"},
    {"Microsoft migrates it before", "Microsoft migriert es vorher"},
    {"last 24 hours of the term: only with --new-term", "letzte 24 Stunden der Laufzeit: nur mit --new-term"},
    {"no working day before it is due", "kein Arbeitstag vor der Frist"},
    {"the days before it is due are full", "die Tage vor der Frist sind voll"},
    {"the export has no tenant id (GUID) of the customer", "der Export hat keine Mandanten-ID (GUID) des Kunden"},
    {"the export has no subscription id", "der Export hat keine Abonnement-ID"},
    {"the export has no term end", "der Export hat kein Laufzeitende"},
    {"number of seats unknown or zero: --seats-from gives it",
     "Zahl der Lizenzen unbekannt oder null: --seats-from gibt sie an"},
    {"billing plan unknown: --billing gives it", "Abrechnungsplan unbekannt: --billing gibt ihn an"},
    {"New Commerce has no such term and billing plan", "diese Laufzeit mit diesem Abrechnungsplan gibt es nicht"},
    {"no end date as --align-end wants it", "kein Enddatum, wie --align-end es will"},
    {"over 300 seats of the offer", "über 300 Lizenzen des Angebots"},
    {"add-on without its base, which command 7 passes over: export the base too, or migrate at once",
     "Add-on ohne Basis, das Befehl 7 übergeht: auch die Basis exportieren oder sofort migrieren"},
    {"the bundle has more rows than a file takes", "das Bündel hat mehr Zeilen, als eine Datei fasst"},
    {"another member of its bundle cannot be written", "ein anderes Mitglied des Bündels lässt sich nicht schreiben"},
}};

}  // namespace nceplan::words
