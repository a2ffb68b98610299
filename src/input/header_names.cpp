#include "header_names.hpp"

namespace nceplan {
namespace {

// Umlauts are also found in their ASCII spelling (ae, oe, ue, ss).
constexpr CommonNames common[] = {
    {Field::customer_id,
     "CustomerId,CustomerTenantId,TenantId,ClientId,Customer Number,Kunden-ID,Kundennummer,Kunden-Nr,Mandanten-ID,"
     "Mandant-ID,Kundenmandanten-ID,Kunden-Mandanten-ID"},
    {Field::customer_name,
     "CustomerName,Customer,CompanyName,Company,Client,ClientName,AccountName,TenantName,Tenant,EndCustomer,"
     "EndCustomerName,Organization,Organisation,Kunde,Kundenname,Name des Kunden,Endkunde,Firma,Firmenname,"
     "Unternehmen,Unternehmensname,Mandant,Mandantenname"},
    {Field::customer_domain,
     "CustomerDomain,CustomerDomainName,DomainName,Domain,PrimaryDomain,PrimaryDomainName,DefaultDomain,TenantDomain,"
     "Domäne,Domänenname,Kundendomäne,Kundendomain,Primäre Domäne,Standarddomäne"},
    {Field::reseller_id,
     "ResellerId,IndirectResellerMpnId,ResellerMpnId,MpnId,IndirectReseller,Reseller,ResellerName,Wiederverkäufer,"
     "Wiederverkäufer-ID,Händler,Handelspartner,Handelspartner-ID"},
    {Field::subscription_id,
     "SubscriptionId,LegacySubscriptionId,CurrentSubscriptionId,CommerceSubscriptionId,SubscriptionGuid,"
     "SubscriptionNumber,Abonnement-ID,Abonnementnummer,Abonnement-Nr,Abonnementkennung,Abo-ID,Abo-Nr,Abonummer"},
    {Field::subscription_name,
     "SubscriptionName,LegacySubscriptionName,FriendlyName,Nickname,Subscription,Abonnement,Abonnementname,"
     "Name des Abonnements,Abo,Aboname"},
    {Field::offer_id, "OfferId,DurableOfferId,LegacyOfferId,Angebots-ID,Angebot-ID,Angebotskennung"},
    {Field::product_name,
     "ProductName,Product,LegacyProductName,OfferName,Offer,OfferDisplayName,ProductTitle,License,LicenseName,"
     "SkuPartNumber,Plan,PlanName,Produkt,Produktname,Produktbezeichnung,Angebot,Angebotsname,Lizenz,Lizenzname,"
     "Lizenzbezeichnung,Artikel,Artikelbezeichnung,Bezeichnung"},
    {Field::product_type, "ProductType,Produkttyp,Produktart"},
    {Field::billing_type, "BillingType,Abrechnungstyp,Abrechnungsart"},
    {Field::status, "Status,SubscriptionStatus,State,Abonnementstatus,Abostatus,Zustand"},
    {Field::auto_renew,
     "AutoRenew,AutoRenewEnabled,AutoRenewal,AutoRenewalEnabled,AutomaticRenewal,RenewsAutomatically,"
     "Automatische Verlängerung,Autom. Verlängerung,Auto-Verlängerung,Automatisch verlängern,"
     "Verlängert sich automatisch"},
    {Field::is_trial, "IsTrial,Trial,Testversion,Testabonnement,Test,Ist Testversion,Probeabo"},
    {Field::is_addon, "IsAddOn,AddOn,Ist Add-on,Zusatz,Zusatzlizenz,Zusatzabonnement"},
    {Field::base_subscription_id,
     "BaseSubscriptionId,BaseSubscription,BaseId,ID der "
     "Basis,ParentSubscriptionId,ParentSubscription,Basisabonnement,Basisabonnement-ID,"
     "Basis-Abo,Basis-Abo-ID,Hauptabonnement,Hauptabonnement-ID,Übergeordnetes Abonnement"},
    {Field::term,
     "Term,TermDuration,CurrentTerm,TermLength,CommitmentTerm,Commitment,SubscriptionTerm,Duration,Laufzeit,"
     "Laufzeitdauer,Vertragslaufzeit,Mindestlaufzeit,Bindung,Vertragsdauer"},
    {Field::billing_plan,
     "BillingPlan,BillingCycle,BillingCycleType,CurrentBillingPlan,BillingFrequency,Billing,BillingTerm,"
     "Abrechnungsplan,Abrechnung,Abrechnungszyklus,Abrechnungsintervall,Abrechnungszeitraum,Abrechnungsperiode,"
     "Zahlungsplan,Zahlungsintervall,Zahlungsweise"},
    {Field::seats,
     "Seats,SeatCount,CurrentSeatCount,Quantity,Qty,Licenses,Licences,LicenseCount,LicenseQuantity,TotalLicenses,"
     "Number of Seats,Number of Licenses,Users,Lizenzen,Lizenzanzahl,Lizenzmenge,Anzahl,Anzahl Lizenzen,"
     "Anzahl der Lizenzen,Menge,Stückzahl,Benutzer,Nutzer,Plätze"},
    {Field::creation_date,
     "CreationDate,Created,CreatedDate,CreatedOn,CreatedDateTime,DateCreated,PurchaseDate,OrderDate,Erstellungsdatum,"
     "Erstellt,Erstellt am,Bestelldatum,Kaufdatum"},
    {Field::start_date,
     "StartDate,Start,EffectiveStartDate,SubscriptionStartDate,SubscriptionStart,TermStartDate,CommitmentStartDate,"
     "Startdatum,Beginn,Laufzeitbeginn,Vertragsbeginn,Anfangsdatum"},
    {Field::term_end_date,
     "TermEndDate,TermEnd,TermEnds,CommitmentEndDate,CommitmentEnd,SubscriptionEndDate,SubscriptionEnd,ExpirationDate,"
     "Expiration,ExpiryDate,Expiry,Expires,ExpiresOn,EndDate,End,ContractEnd,ContractEndDate,ValidUntil,Laufzeitende,"
     "Ende der Laufzeit,Laufzeit bis,Enddatum,Ende,Ablaufdatum,Ablauf,Läuft ab,Läuft ab am,Gültig bis,Vertragsende,"
     "Bindungsende"},
    {Field::renewal_date,
     "RenewalDate,Renewal,Renews,NextRenewal,NextRenewalDate,RenewsOn,RenewDate,SubscriptionRenewalDate,Anniversary,"
     "AnniversaryDate,Verlängerungsdatum,Verlängerung,Verlängerung am,Nächste Verlängerung,Verlängert sich am,"
     "Verlängerungstermin"},
    {Field::charge_start_date, "ChargeStartDate"},
    {Field::migration_eligible, "MigrationEligible,Migrationsfähig,Migrierbar"},
    {Field::ineligibility_reason, "IneligibilityReason,MigrationIneligibilityReason,Ausschlussgrund"},
    {Field::promotion, "Promotion,IsPromotion,Promo,Aktionsangebot"},
    {Field::nce_product, "NceProduct,NcePsa,NceSku,NCE-Produkt"},
    {Field::target_term, "TargetTerm,NceTerm,NceTermDuration,New term,Ziellaufzeit,Neue Laufzeit,NCE-Laufzeit"},
    {Field::custom_term_end_date, "CustomTermEndDate"},
    {Field::target_date, "TargetDate,Zieldatum"},
    {Field::migrate_on_renewal, "MigrateOnRenewal"},
    {Field::migrated_from, "MigratedFrom,MigratedFromSubscriptionId"},
    {Field::provider, "Provider,ProviderName,CurrentProvider,Distributor,Anbieter,Aktueller Anbieter,Lieferant"},
    {Field::unit_price, "UnitPrice,Price,PricePerUnit,Preis,Einzelpreis,Stückpreis,Preis pro Einheit"},
    {Field::currency, "Currency,CurrencyCode,Währung,Währungscode"},
};

// The batch tool's Term, BillingPlan and SeatCount are what the migration asks for; the subscription's own values are
// in CurrentTerm, CurrentBillingPlan and CurrentSeatCount.
const std::vector<OwnMeaning> batch_tool_meanings = {
    {"Term", Field::target_term}, {"BillingPlan", std::nullopt}, {"SeatCount", std::nullopt}};

const FormatHeaders formats[] = {
    {ExportFormat::bam_subscriptions, "LegacyProductName,ExpirationDate",
     "PartnerTenantId,IndirectResellerMpnId,CustomerName,CustomerTenantId,LegacySubscriptionId,LegacySubscriptionName,"
     "LegacyProductName,ExpirationDate,AutoRenewEnabled,MigrationEligible,NcePsa,CurrentTerm,CurrentBillingPlan,"
     "CurrentSeatCount,StartNewTermInNce,Term,BillingPlan,SeatCount,CustomTermEndDate,AddOn,BaseSubscriptionId,"
     "MigrationIneligibilityReason",
     batch_tool_meanings},
    {ExportFormat::bam_schedule, "LegacyProductName,ExpirationDate,TargetDate,MigrateOnRenewal",
     "PartnerTenantId,IndirectResellerMpnId,CustomerName,CustomerTenantId,LegacySubscriptionId,LegacySubscriptionName,"
     "LegacyProductName,ExpirationDate,AutoRenewEnabled,AddOn,BaseSubscriptionId,MigrationEligible,NcePsa,CurrentTerm,"
     "CurrentBillingPlan,CurrentSeatCount,StartNewTermInNce,Term,BillingPlan,SeatCount,CustomTermEndDate,TargetDate,"
     "MigrateOnRenewal,MigrationIneligibilityReason",
     batch_tool_meanings},
    {ExportFormat::bam_nce,
     "Psa,MigratedFromSubscriptionId",
     "PartnerTenantId,IndirectResellerMpnId,CustomerName,CustomerTenantId,SubscriptionId,SubscriptionName,ProductName,"
     "ExpirationDate,Psa,Term,BillingPlan,SeatCount,MigratedFromSubscriptionId",
     {{"Psa", Field::offer_id}}},
    {ExportFormat::bam_status,
     "LegacySubscriptionId,MigrationStatus",
     "PartnerTenantId,IndirectResellerMpnId,CustomerName,CustomerTenantId,LegacySubscriptionId,LegacySubscriptionName,"
     "LegacyProductName,ExpirationDate,AddOn,BaseSubscriptionId,MigrationStatus,StartedNewTermInNce,NCETermDuration,"
     "NCEBillingPlan,NCESeatCount,CustomTermEndDate,ErrorCode,ErrorReason,NCESubscriptionId,BatchId,MigrationId",
     {}},
    {ExportFormat::bam_scheduled, "LegacySubscriptionId,MigrationScheduleStatus",
     "PartnerTenantId,IndirectResellerMpnId,CustomerName,CustomerTenantId,LegacySubscriptionId,LegacySubscriptionName,"
     "LegacyProductName,ExpirationDate,AutoRenewEnabled,AddOn,BaseSubscriptionId,MigrationEligible,NcePsa,CurrentTerm,"
     "CurrentBillingPlan,CurrentSeatCount,StartNewTermInNce,Term,BillingPlan,SeatCount,CustomTermEndDate,TargetDate,"
     "MigrateOnRenewal,MigrationScheduleStatus,MigrationScheduleId,BatchId,ErrorCode,ErrorReason",
     batch_tool_meanings},
    {ExportFormat::bam_scheduled,
     "CurrentSubscriptionId,CatalogItemId",
     "Id,CurrentSubscriptionId,Status,CustomerTenantId,CatalogItemId,SubscriptionEndDate,Quantity,TermDuration,"
     "BillingCycle,PurchaseFullTerm,CustomTermEndDate,TargetDate,MigrateOnRenewal,CreatedTime,LastModifiedTime,"
     "ExternalReferenceId,NewCommerceMigrationId,ErrorDescription,ErrorCode",
     {{"Status", std::nullopt}, {"CatalogItemId", Field::nce_product}, {"TermDuration", Field::target_term}}},
    {ExportFormat::rest,
     "id,commitmentEndDate",
     "id,entitlementId,offerId,offerName,friendlyName,quantity,unitType,parentSubscriptionId,creationDate,"
     "effectiveStartDate,commitmentEndDate,status,autoRenewEnabled,isTrial,billingType,billingCycle,termDuration,"
     "partnerId,productType,migratedFromSubscriptionId,contractType,orderId,publisherName,hasPurchasableAddons,"
     "isMicrosoftProduct,links,attributes",
     {{"id", Field::subscription_id}, {"partnerId", Field::reseller_id}}},
    {ExportFormat::rest_analytics,
     "customerName,commitmentEndDate",
     "customerTenantId,customerName,customerMarket,id,status,product,productName,subscriptionType,autoRenewEnabled,"
     "partnerId,friendlyName,partnerName,providerName,creationDate,effectiveStartDate,commitmentEndDate,"
     "currentStateEndDate,trialToPaidConversionDate,trialStartDate,lastUsageDate,deprovisionedDate,lastRenewalDate,"
     "licenseCount",
     {{"id", Field::subscription_id}}},
    {ExportFormat::powershell,
     "SubscriptionId,CommitmentEndDate",
     "ActionTaken,Actions,AttentionNeeded,AutoRenewEnabled,BillingCycle,BillingType,CommitmentEndDate,CreationDate,"
     "EffectiveStartDate,EntitlementId,FriendlyName,HasPurchasableAddons,IsMicrosoftProduct,IsTrial,OfferId,OfferName,"
     "ParentSubscriptionId,PartnerId,PublisherName,Quantity,Status,RefundOptions,SubscriptionId,SuspensionReasons,"
     "TermDuration,UnitType",
     {{"PartnerId", Field::reseller_id}}},
    // Here SubscriptionId and OfferId are numbers of the invoice; the portal's ids have other names.
    {ExportFormat::recon,
     "SyndicationPartnerSubscriptionNumber,SubscriptionEndDate",
     "PartnerId,CustomerId,CustomerName,MpnId,ResellerMpnId,OrderId,SubscriptionId,"
     "SyndicationPartnerSubscriptionNumber,OfferId,DurableOfferId,OfferName,SubscriptionStartDate,SubscriptionEndDate,"
     "ChargeStartDate,ChargeEndDate,ChargeType,UnitPrice,Quantity,Amount,TotalOtherDiscount,Subtotal,Tax,"
     "TotalForCustomer,Currency,DomainName,SubscriptionName,SubscriptionDescription,BillingCycleType",
     {{"SyndicationPartnerSubscriptionNumber", Field::subscription_id},
      {"SubscriptionId", std::nullopt},
      {"OfferId", std::nullopt},
      {"MpnId", std::nullopt}}},
    // nextLifecycleDateTime is when a subscription "moves to the next state or renews": the renewal, not the last day.
    {ExportFormat::graph,
     "skuPartNumber,nextLifecycleDateTime",
     "id,commerceSubscriptionId,ocpSubscriptionId,skuId,skuPartNumber,status,nextLifecycleDateTime,createdDateTime,"
     "isTrial,totalLicenses,ownerId,ownerTenantId,ownerType,serviceStatus",
     {{"nextLifecycleDateTime", Field::renewal_date}}},
    {ExportFormat::nceplan,
     "phase,migration_date",
     "customer_name,customer_id,customer_domain,reseller_id,subscription_id,subscription_name,product_name,offer_id,"
     "nce_product,segment,segment_basis,category,status,term,billing_plan,seats,auto_renew,is_addon,"
     "base_subscription_id,creation_date,term_end_date,renewal_date,self_migrate_from,self_migrate_until,"
     "self_migrate_blocker,ineligibility_code,ineligibility_reason,preorder_from,migration_date,migrated_by,"
     "target_term,committed_until,window_start,window_last_full_day,window_end,phase,reason,action_code,act_by,"
     "days_left,action,actions,notes,edition,waived_until,source_file,source_line,migration_state,migration_error,"
     "completed_at,window_closes_at,takeover,provider",
     {{"phase", Field::saved_phase},
      {"reason", Field::saved_reason},
      {"self_migrate_blocker", Field::saved_blocker},
      {"migrated_by", Field::saved_migrated_by},
      {"migration_date", Field::saved_migration_date},
      {"notes", Field::saved_notes},
      {"act_by", Field::saved_act_by},
      {"days_left", Field::saved_days_left},
      {"migration_state", Field::saved_migration_state},
      {"migration_error", Field::saved_migration_error},
      {"completed_at", Field::saved_completed_at},
      {"takeover", Field::saved_takeover}}},
};

}  // namespace

std::span<const CommonNames> common_names() { return common; }
std::span<const FormatHeaders> format_headers() { return formats; }

}  // namespace nceplan
