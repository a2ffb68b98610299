#include "headings.hpp"

#include "i18n/bilingual.hpp"

namespace nceplan {
namespace {

struct ColumnHeading {
  Column column;
  Bilingual text;
};

constexpr std::array<ColumnHeading, column_count> headings = {{
    {Column::customer_name, {"Customer", "Kunde"}},
    {Column::customer_id, {"Customer id", "Kunden-ID"}},
    {Column::customer_domain, {"Domain", "Domäne"}},
    {Column::reseller_id, {"Reseller id", "Reseller-ID"}},
    {Column::subscription_id, {"Subscription id", "Abonnement-ID"}},
    {Column::subscription_name, {"Subscription", "Abonnement"}},
    {Column::product_name, {"Product", "Produkt"}},
    {Column::offer_id, {"Offer id", "Angebots-ID"}},
    {Column::nce_product, {"NCE product", "NCE-Produkt"}},
    {Column::segment, {"Segment", "Segment"}},
    {Column::segment_basis, {"Segment from", "Segment laut"}},
    {Column::category, {"Category", "Kategorie"}},
    {Column::status, {"Status", "Status"}},
    {Column::term, {"Term", "Laufzeit"}},
    {Column::billing_plan, {"Billing plan", "Abrechnungsplan"}},
    {Column::seats, {"Seats", "Lizenzen"}},
    {Column::auto_renew, {"Auto-renew", "Autom. Verlängerung"}},
    {Column::is_addon, {"Add-on", "Add-on"}},
    {Column::base_subscription_id, {"Base id", "ID der Basis"}},
    {Column::creation_date, {"Created", "Erstellt"}},
    {Column::term_end_date, {"Term ends", "Laufzeitende"}},
    {Column::renewal_date, {"Renews", "Verlängerung"}},
    {Column::self_migrate_from, {"Yourself from", "Selbst ab"}},
    {Column::self_migrate_until, {"Yourself until", "Selbst bis"}},
    {Column::self_migrate_blocker, {"Blocked by", "Gesperrt durch"}},
    {Column::ineligibility_code, {"Ineligibility", "Hindernis-Code"}},
    {Column::ineligibility_reason, {"Reason of the export", "Grund laut Export"}},
    {Column::preorder_from, {"Order from", "Bestellbar ab"}},
    {Column::migration_date, {"Migrates", "Migration"}},
    {Column::migrated_by, {"Migrated by", "Migriert durch"}},
    {Column::target_term, {"New term", "Neue Laufzeit"}},
    {Column::committed_until, {"Committed until", "Gebunden bis"}},
    {Column::window_start, {"Window from", "Fenster ab"}},
    {Column::window_last_full_day, {"Adjust until", "Anpassen bis"}},
    {Column::window_end, {"Window closes", "Fenster schließt"}},
    {Column::phase, {"Phase", "Phase"}},
    {Column::reason, {"Reason", "Grund"}},
    {Column::action_code, {"Step", "Schritt"}},
    {Column::act_by, {"Act by", "Fällig"}},
    {Column::days_left, {"Days left", "Tage übrig"}},
    {Column::action, {"Do next", "Als Nächstes"}},
    {Column::actions, {"All steps", "Alle Schritte"}},
    {Column::notes, {"Notes", "Hinweise"}},
    {Column::edition, {"Edition", "Ausgabe"}},
    {Column::waived_until, {"Waived until", "Ausgenommen bis"}},
    {Column::source_file, {"File", "Datei"}},
    {Column::source_line, {"Line", "Zeile"}},
    {Column::migration_state, {"Migration is", "Stand der Migration"}},
    {Column::migration_error, {"Error", "Fehler"}},
    {Column::completed_at, {"Completed", "Abgeschlossen"}},
    {Column::window_closes_at, {"Window closes at", "Fenster schließt um"}},
    {Column::takeover, {"Takeover", "Übernahme"}},
    {Column::provider, {"Provider", "Anbieter"}},
}};

static_assert([] {
  for (std::size_t i = 0; i < column_count; ++i) {
    if (static_cast<std::size_t>(headings[i].column) != i) return false;
  }
  return true;
}());

}  // namespace

std::string_view heading(Column column, Language language) {
  return headings[static_cast<std::size_t>(column)].text.in(language);
}

}  // namespace nceplan
