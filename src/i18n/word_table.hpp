// Words for the closed vocabularies of model/codes.hpp, each table in the order of its enum.
#pragma once

#include <array>

#include "bilingual.hpp"

namespace nceplan::words {

inline constexpr std::array<Bilingual, 3> row_kinds = {{
    {"legacy", "Altabonnement"},
    {"New Commerce", "New Commerce"},
    {"other", "anderes"},
}};

inline constexpr std::array<Bilingual, 5> segments = {{
    {"commercial", "gewerblich"},
    {"education", "Bildung"},
    {"nonprofit", "gemeinnützig"},
    {"government", "Behörden"},
    {"GCC", "GCC"},
}};

inline constexpr std::array<Bilingual, 5> segment_bases = {{
    {"your offer matrix", "Ihre Angebotsmatrix"},
    {"bundled catalog, by offer id", "mitgelieferter Katalog, nach Angebots-ID"},
    {"bundled catalog, by offer name", "mitgelieferter Katalog, nach Angebotsname"},
    {"marker in the offer's name", "Merkmal im Angebotsnamen"},
    {"assumed, nothing says otherwise", "angenommen, nichts spricht dagegen"},
}};

inline constexpr std::array<Bilingual, 3> categories = {{
    {"commercial", "gewerblich"},
    {"public sector", "öffentlicher Sektor"},
    {"multi-year", "mehrjährig"},
}};

inline constexpr std::array<Bilingual, 6> statuses = {{
    {"active", "aktiv"},
    {"suspended", "ausgesetzt"},
    {"deleted", "gelöscht"},
    {"expired", "abgelaufen"},
    {"disabled", "deaktiviert"},
    {"pending", "ausstehend"},
}};

inline constexpr std::array<Bilingual, 7> billing_plans = {{
    {"", ""},
    {"monthly", "monatlich"},
    {"annual", "jährlich"},
    {"every two years", "alle zwei Jahre"},
    {"every three years", "alle drei Jahre"},
    {"once", "einmalig"},
    {"none", "keine"},
}};

inline constexpr std::array<Bilingual, 3> migrators = {{
    {"Microsoft", "Microsoft"},
    {"partner's schedule", "Planung des Partners"},
    {"nobody", "niemand"},
}};

inline constexpr std::array<Bilingual, 5> migration_states = {{
    {"completed", "abgeschlossen"},
    {"running", "läuft"},
    {"failed", "fehlgeschlagen"},
    {"scheduled", "eingeplant"},
    {"cancelled", "abgebrochen"},
}};

/// Of what a diff finds, in the order of ChangeKind.
inline constexpr std::array<Bilingual, 15> changes = {{
    {"new", "neu"},
    {"gone", "entfallen"},
    {"migrated", "migriert"},
    {"back in legacy", "wieder Altabonnement"},
    {"became urgent", "jetzt dringend"},
    {"no longer urgent", "nicht mehr dringend"},
    {"phase changed", "Phase geändert"},
    {"migration moved", "Migration verschoben"},
    {"renewal moved", "Verlängerung verschoben"},
    {"seats changed", "Lizenzen geändert"},
    {"term changed", "Laufzeit geändert"},
    {"auto-renew changed", "automatische Verlängerung geändert"},
    {"status changed", "Status geändert"},
    {"product changed", "Produkt geändert"},
    {"customer renamed", "Kunde umbenannt"},
}};

inline constexpr std::array<Bilingual, 8> phases = {{
    {"already on NCE", "bereits in NCE"},
    {"not covered", "nicht erfasst"},
    {"waiting", "wartet"},
    {"window closed", "Fenster geschlossen"},
    {"window open", "Fenster offen"},
    {"scheduled", "eingeplant"},
    {"due soon", "bald fällig"},
    {"open", "offen"},
}};

inline constexpr std::array<Bilingual, 16> phase_reasons = {{
    {"", ""},
    {"trial", "Testversion"},
    {"suspended", "ausgesetzt"},
    {"inactive", "nicht aktiv"},
    {"never renews", "verlängert sich nie"},
    {"auto-renew is off", "automatische Verlängerung ist aus"},
    {"no NCE equivalent", "kein NCE-Gegenstück"},
    {"its base is not covered", "Basisabonnement nicht erfasst"},
    {"not eligible", "nicht berechtigt"},
    {"promotion", "Aktionsangebot"},
    {"not listed in the offer matrix", "nicht in der Angebotsmatrix gelistet"},
    {"missing in the offer matrix", "fehlt in der Angebotsmatrix"},
    {"manual order only", "nur manuell bestellbar"},
    {"another member of its bundle is blocked", "ein anderes Abonnement des Bündels ist gesperrt"},
    {"date not announced", "Termin nicht angekündigt"},
    {"not yet open", "noch nicht geöffnet"},
}};

inline constexpr std::array<Bilingual, 11> notes = {{
    {"term assumed", "Laufzeit angenommen"},
    {"auto-renew assumed on", "automatische Verlängerung angenommen"},
    {"no id in the export", "keine ID im Export"},
    {"follows its base", "folgt dem Basisabonnement"},
    {"over the cap of 300 seats", "über der Grenze von 300 Lizenzen"},
    {"still legacy after its date", "nach dem Termin noch Altabonnement"},
    {"window closes today", "Fenster schließt heute"},
    {"base not in the export", "Basisabonnement fehlt im Export"},
    {"unknown status, planned as active", "unbekannter Status, als aktiv geplant"},
    {"blocks its bundle: not eligible", "sperrt sein Bündel: nicht berechtigt"},
    {"blocks its bundle: promotion", "sperrt sein Bündel: Aktionsangebot"},
}};

inline constexpr std::array<Bilingual, 3> severities = {{
    {"note", "Hinweis"},
    {"warning", "Warnung"},
    {"error", "Fehler"},
}};

/// Microsoft's codes 0..12 of R7.
inline constexpr std::array<Bilingual, 13> ineligibilities = {{
    {"not active", "nicht aktiv"},
    {"being processed", "wird gerade verarbeitet"},
    {"too close to the term end", "zu nah am Laufzeitende"},
    {"promotion", "Aktionsangebot"},
    {"has add-ons", "hat Add-ons"},
    {"no NCE product", "kein NCE-Produkt"},
    {"combination of term and billing plan", "Kombination aus Laufzeit und Abrechnungsplan"},
    {"active for less than a month", "weniger als einen Monat aktiv"},
    {"trade status", "Handelsstatus"},
    {"invalid partner id", "ungültige Partner-ID"},
    {"the last 24 hours need a full term", "in den letzten 24 Stunden nur mit voller Laufzeit"},
    {"invalid custom end date", "ungültiges eigenes Enddatum"},
    {"the custom end date must align", "das eigene Enddatum muss angeglichen sein"},
}};

inline constexpr std::array<Bilingual, 12> months = {{
    {"January", "Januar"},
    {"February", "Februar"},
    {"March", "März"},
    {"April", "April"},
    {"May", "Mai"},
    {"June", "Juni"},
    {"July", "Juli"},
    {"August", "August"},
    {"September", "September"},
    {"October", "Oktober"},
    {"November", "November"},
    {"December", "Dezember"},
}};

}  // namespace nceplan::words
