// What to do (R12), in the order of ActionCode. `phrase` is the action without dates. Where a date does not simply
// follow it, `upcoming` is the whole sentence: {phrase}, {from}, {due}, {start} (first day of the adjustment window).
#pragma once

#include <array>

#include "bilingual.hpp"
#include "nceplan/model/codes.hpp"

namespace nceplan {

struct ActionText {
  ActionCode code;
  Bilingual phrase;
  Bilingual upcoming = {};  ///< empty: one of `action_timing`
};

inline constexpr std::array<ActionText, 24> action_texts = {{
    {ActionCode::none, {"", ""}},
    {ActionCode::decide_trial, {"decide on the trial", "über die Testversion entscheiden"}},
    {ActionCode::reactivate_or_release, {"reactivate or let it go", "reaktivieren oder auslaufen lassen"}},
    {ActionCode::decide_auto_renew, {"decide on auto-renew", "über die automatische Verlängerung entscheiden"}},
    {ActionCode::migrate_before_end,
     {"migrate before the term ends", "vor dem Laufzeitende migrieren"},
     {"migrate before the term ends, by {due}", "vor dem Laufzeitende migrieren, bis {due}"}},
    {ActionCode::choose_replacement, {"choose a replacement", "Ersatzprodukt wählen"}},
    {ActionCode::check_offer_matrix,
     {"check the offer matrix", "Angebotsmatrix prüfen"},
     {"wait for the offer matrix, check by {due}", "Angebotsmatrix abwarten, bis {due} prüfen"}},
    {ActionCode::order_manually,
     {"order the NCE product, cancel this one", "NCE-Produkt bestellen, Altabonnement kündigen"}},
    {ActionCode::clear_blocker, {"clear what blocks the migration", "klären, was die Migration sperrt"}},
    {ActionCode::prepare_migration,
     {"prepare the migration", "Migration vorbereiten"},
     {"prepare, migrate yourself from {from} to {due}", "vorbereiten, vom {from} bis {due} selbst migrieren"}},
    {ActionCode::plan_window,
     {"plan the adjustment window", "Anpassungsfenster einplanen"},
     {"plan the adjustment window, {start} to {due}", "Anpassungsfenster einplanen, {start} bis {due}"}},
    {ActionCode::contact_customer, {"contact the customer", "Kunden kontaktieren"}},
    {ActionCode::migrate_yourself, {"migrate yourself", "selbst migrieren"}},
    {ActionCode::preorder, {"order ahead", "vorbestellen"}},
    {ActionCode::migrate_full_term, {"migrate with a new full term", "mit neuer, voller Laufzeit migrieren"}},
    {ActionCode::adjust_in_window, {"adjust term or seats", "Laufzeit oder Lizenzen anpassen"}},
    {ActionCode::plan_next_term, {"plan the next term", "nächste Laufzeit planen"}},
    {ActionCode::offer_takeover, {"offer to take it over", "Übernahme anbieten"}},
    {ActionCode::keep_monthly, {"secure the monthly term", "Monatslaufzeit sichern"}},
    {ActionCode::verify_qualification, {"verify the customer's qualification", "Berechtigung des Kunden prüfen"}},
    {ActionCode::resolve_bundle, {"clear the blocked member of the bundle", "gesperrtes Abonnement im Bündel klären"}},
    {ActionCode::split_seats, {"split the seats, 300 at most", "Lizenzen aufteilen, höchstens 300"}},
    {ActionCode::await_migration,
     {"the migration is running, check its status", "die Migration läuft, Status prüfen"},
     {"the migration is running, check its status by {due}", "die Migration läuft, bis {due} Status prüfen"}},
    {ActionCode::clear_failed_migration, {"clear the failed migration", "fehlgeschlagene Migration klären"}},
}};

static_assert([] {
  for (std::size_t i = 0; i < action_texts.size(); ++i) {
    if (static_cast<std::size_t>(action_texts[i].code) != i) return false;
  }
  return true;
}());

/// What `clear_blocker` says where the blocker is known.
inline constexpr Bilingual clear_ineligible = {"clear why it is not eligible", "klären, warum nicht berechtigt"};
inline constexpr Bilingual clear_promotion = {"clear the promotion", "Aktionsangebot klären"};
inline constexpr Bilingual clear_bundle = {"clear the blocked member of the bundle",
                                           "gesperrtes Abonnement im Bündel klären"};

/// How a phrase is placed in time. {days} is always 2 or more.
namespace action_timing {
inline constexpr Bilingual plain = {"{phrase}", "{phrase}"};
inline constexpr Bilingual by = {"{phrase} by {due}", "bis {due} {phrase}"};
inline constexpr Bilingual from_to = {"{phrase} from {from} to {due}", "vom {from} bis {due} {phrase}"};
inline constexpr Bilingual from_only = {"{phrase} from {from}", "ab {from} {phrase}"};
inline constexpr Bilingual today = {"{phrase}, today is the last day", "{phrase}, heute ist der letzte Tag"};
inline constexpr Bilingual one_day_overdue = {"{phrase}, 1 day overdue", "{phrase}, seit 1 Tag überfällig"};
inline constexpr Bilingual days_overdue = {"{phrase}, {days} days overdue", "{phrase}, seit {days} Tagen überfällig"};
inline constexpr Bilingual one_day_left = {"{phrase}, 1 day left", "{phrase}, noch 1 Tag"};
inline constexpr Bilingual days_left = {"{phrase}, {days} days left", "{phrase}, noch {days} Tage"};
inline constexpr Bilingual last_full_day = {"{phrase}, today is the last full day",
                                            "{phrase}, heute ist der letzte volle Tag"};
inline constexpr Bilingual closes_today = {"{phrase}, the window closes today", "{phrase}, das Fenster schließt heute"};
}  // namespace action_timing

}  // namespace nceplan
