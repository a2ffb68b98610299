#include "nceplan/input/header_mapping.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "nceplan/base/text.hpp"
#include "support/catch.hpp"

using namespace nceplan;

namespace {

std::vector<std::string> cut(std::string_view row) {
  std::vector<std::string> headers;
  for (const std::string_view header : split(row, ',')) headers.emplace_back(header);
  return headers;
}

struct Mapped {
  HeaderMapping mapping;
  Diagnostics diagnostics;

  /// Header of a field, or nothing.
  std::string operator[](Field field) const { return mapping.has(field) ? mapping.header_of(field) : std::string(); }
};

Mapped map(std::string_view row, const FieldOverrides& overrides = {}) {
  Mapped mapped;
  mapped.mapping = map_headers(cut(row), overrides, "x.csv", mapped.diagnostics);
  return mapped;
}

Diagnostic failure_of_map(std::string_view row, const FieldOverrides& overrides) {
  try {
    map(row, overrides);
  } catch (const Failure& failure) {
    return failure.diagnostic();
  }
  FAIL("no failure");
  return {};
}

Diagnostic failure_of_requirement(std::string_view row, bool has_customer = false) {
  try {
    require_fields(map(row).mapping, has_customer, "x.csv");
  } catch (const Failure& failure) {
    return failure.diagnostic();
  }
  FAIL("no failure");
  return {};
}

const std::string bam_subscriptions =
    "PartnerTenantId,IndirectResellerMpnId,CustomerName,CustomerTenantId,LegacySubscriptionId,LegacySubscriptionName,"
    "LegacyProductName,ExpirationDate,AutoRenewEnabled,MigrationEligible,NcePsa,CurrentTerm,CurrentBillingPlan,"
    "CurrentSeatCount,StartNewTermInNce,Term,BillingPlan,SeatCount,CustomTermEndDate,AddOn,BaseSubscriptionId,"
    "MigrationIneligibilityReason";
const std::string bam_eight =
    "PartnerTenantId,IndirectResellerMpnId,CustomerName,CustomerTenantId,LegacySubscriptionId,LegacySubscriptionName,"
    "LegacyProductName,ExpirationDate,";
const std::string bam_schedule =
    bam_eight +
    "AutoRenewEnabled,AddOn,BaseSubscriptionId,MigrationEligible,NcePsa,CurrentTerm,CurrentBillingPlan,"
    "CurrentSeatCount,StartNewTermInNce,Term,BillingPlan,SeatCount,CustomTermEndDate,TargetDate,MigrateOnRenewal,"
    "MigrationIneligibilityReason";
const std::string bam_nce =
    "PartnerTenantId,IndirectResellerMpnId,CustomerName,CustomerTenantId,SubscriptionId,SubscriptionName,ProductName,"
    "ExpirationDate,Psa,Term,BillingPlan,SeatCount,MigratedFromSubscriptionId";
const std::string bam_status =
    bam_eight +
    "AddOn,BaseSubscriptionId,MigrationStatus,StartedNewTermInNce,NCETermDuration,NCEBillingPlan,NCESeatCount,"
    "CustomTermEndDate,ErrorCode,ErrorReason,NCESubscriptionId,BatchId,MigrationId";
const std::string bam_scheduled =
    bam_eight +
    "AddOn,BaseSubscriptionId,CurrentTerm,Term,BillingPlan,SeatCount,CustomTermEndDate,TargetDate,MigrateOnRenewal,"
    "MigrationScheduleStatus,MigrationScheduleId,BatchId,ErrorCode,ErrorReason";
const std::string bam_schedules =
    "Id,CurrentSubscriptionId,Status,CustomerTenantId,CatalogItemId,SubscriptionEndDate,Quantity,TermDuration,"
    "BillingCycle,PurchaseFullTerm,CustomTermEndDate,TargetDate,MigrateOnRenewal,CreatedTime,LastModifiedTime,"
    "ExternalReferenceId,NewCommerceMigrationId,ErrorDescription,ErrorCode";
const std::string powershell =
    "ActionTaken,Actions,AttentionNeeded,AutoRenewEnabled,BillingCycle,BillingType,CommitmentEndDate,CreationDate,"
    "EffectiveStartDate,EntitlementId,FriendlyName,HasPurchasableAddons,IsMicrosoftProduct,IsTrial,OfferId,OfferName,"
    "ParentSubscriptionId,PartnerId,PublisherName,Quantity,Status,RefundOptions,SubscriptionId,SuspensionReasons,"
    "TermDuration,UnitType";
const std::string recon =
    "PartnerId,CustomerId,CustomerName,MpnId,ResellerMpnId,OrderId,SubscriptionId,SyndicationPartnerSubscriptionNumber,"
    "OfferId,DurableOfferId,OfferName,SubscriptionStartDate,SubscriptionEndDate,ChargeStartDate,ChargeEndDate,"
    "ChargeType,UnitPrice,Quantity,Amount,TotalOtherDiscount,Subtotal,Tax,TotalForCustomer,Currency,DomainName,"
    "SubscriptionName,SubscriptionDescription,BillingCycleType";
const std::string rest =
    "id,offerId,offerName,friendlyName,quantity,parentSubscriptionId,creationDate,effectiveStartDate,"
    "commitmentEndDate,status,autoRenewEnabled,isTrial,billingType,billingCycle,termDuration,partnerId,productType,"
    "migratedFromSubscriptionId";
const std::string nceplan_plan =
    "customer_name,customer_id,customer_domain,reseller_id,subscription_id,subscription_name,product_name,offer_id,"
    "nce_product,segment,segment_basis,category,status,term,billing_plan,seats,auto_renew,is_addon,"
    "base_subscription_id,creation_date,term_end_date,renewal_date,self_migrate_from,self_migrate_until,"
    "self_migrate_blocker,ineligibility_code,ineligibility_reason,preorder_from,migration_date,migrated_by,target_term,"
    "committed_until,window_start,window_last_full_day,window_end,phase,reason,action_code,act_by,days_left,action,"
    "actions,notes,edition,waived_until,source_file,source_line";

}  // namespace

TEST_CASE("Headers compare without case, separators and byte order mark") {
  const auto [header, normalized] = GENERATE(table<std::string, std::string>({
      {"Customer Name", "customername"},
      {" customer_name\t", "customername"},
      {"CUSTOMER-NAME", "customername"},
      {"\xef\xbb\xbf"
       "CustomerName",
       "customername"},
      {"Kunden-Nr.", "kundennr"},
      {"VERLÄNGERUNGSDATUM", "verlängerungsdatum"},
      {"Verla\xcc\x88ngerungsdatum", "verlängerungsdatum"},
      {"Renewal\nDate", "renewaldate"},
      {"", ""},
  }));
  CHECK(normalized_header(header) == normalized);
}

TEST_CASE("Formats are recognised by their header rows, in any order and case") {
  const auto [row, format] = GENERATE_REF(table<std::string, ExportFormat>({
      {bam_subscriptions, ExportFormat::bam_subscriptions},
      {bam_schedule, ExportFormat::bam_schedule},
      {bam_nce, ExportFormat::bam_nce},
      {bam_status, ExportFormat::bam_status},
      {bam_scheduled, ExportFormat::bam_scheduled},
      {bam_schedules, ExportFormat::bam_scheduled},
      {powershell, ExportFormat::powershell},
      {recon, ExportFormat::recon},
      {rest, ExportFormat::rest},
      {"customerName,product,commitmentEndDate,status", ExportFormat::rest_analytics},
      {"commerceSubscriptionId,skuId,skuPartNumber,status,nextLifecycleDateTime,isTrial,totalLicenses",
       ExportFormat::graph},
      {nceplan_plan, ExportFormat::nceplan},
      {"customer_name,subscription_id,product_name,category,migration_date,window_end,phase,preorder_from,seats",
       ExportFormat::nceplan},
      {"Customer,Product,Seats,Renewal date", ExportFormat::generic},
      {"", ExportFormat::generic},
  }));
  CAPTURE(row);
  Diagnostics diagnostics;
  std::vector<std::string> headers = cut(row);
  CHECK(map_headers(headers, {}, "x.csv", diagnostics).format == format);
  CHECK(diagnostics.empty());
  std::reverse(headers.begin(), headers.end());
  for (std::string& header : headers) header = ' ' + to_lower_ascii(header);
  CHECK(map_headers(headers, {}, "x.csv", diagnostics).format == format);
}

TEST_CASE("Older and trimmed files of the batch tool keep their format") {
  CHECK(map("CustomerName,LegacyProductName,ExpirationDate,CurrentTerm,Term").mapping.format ==
        ExportFormat::bam_subscriptions);
}

TEST_CASE("In the batch tool's files Term, BillingPlan and SeatCount are what is asked for") {
  const Mapped mapped = map(bam_subscriptions);
  CHECK(mapped[Field::term] == "CurrentTerm");
  CHECK(mapped[Field::billing_plan] == "CurrentBillingPlan");
  CHECK(mapped[Field::seats] == "CurrentSeatCount");
  CHECK(mapped[Field::target_term] == "Term");
  CHECK(mapped[Field::nce_product] == "NcePsa");
  CHECK(mapped[Field::subscription_id] == "LegacySubscriptionId");
  CHECK(mapped[Field::subscription_name] == "LegacySubscriptionName");
  CHECK(mapped[Field::product_name] == "LegacyProductName");
  CHECK(mapped[Field::term_end_date] == "ExpirationDate");
  CHECK(mapped[Field::customer_id] == "CustomerTenantId");
  CHECK(mapped[Field::reseller_id] == "IndirectResellerMpnId");
  CHECK(mapped[Field::ineligibility_reason] == "MigrationIneligibilityReason");
  CHECK(mapped[Field::offer_id].empty());
  CHECK(map(bam_schedule)[Field::target_date] == "TargetDate");
}

TEST_CASE("Rows of the tool's NCE file show their product:sku as offer") {
  const Mapped mapped = map(bam_nce);
  CHECK(mapped[Field::offer_id] == "Psa");
  CHECK(mapped[Field::migrated_from] == "MigratedFromSubscriptionId");
  CHECK(mapped[Field::term] == "Term");
}

TEST_CASE("In reconciliation files the portal's ids have other names") {
  const Mapped mapped = map(recon);
  CHECK(mapped[Field::subscription_id] == "SyndicationPartnerSubscriptionNumber");
  CHECK(mapped[Field::offer_id] == "DurableOfferId");
  CHECK(mapped[Field::charge_start_date] == "ChargeStartDate");
  CHECK(mapped[Field::term_end_date] == "SubscriptionEndDate");
  CHECK(mapped[Field::start_date] == "SubscriptionStartDate");
  CHECK(mapped[Field::reseller_id] == "ResellerMpnId");
  CHECK(mapped[Field::customer_domain] == "DomainName");
  CHECK(mapped[Field::billing_plan] == "BillingCycleType");
}

TEST_CASE("Partner Center's names are mapped for PowerShell and REST") {
  const Mapped shell = map(powershell);
  CHECK(shell[Field::subscription_name] == "FriendlyName");
  CHECK(shell[Field::product_name] == "OfferName");
  CHECK(shell[Field::term_end_date] == "CommitmentEndDate");
  CHECK(shell[Field::base_subscription_id] == "ParentSubscriptionId");
  CHECK(shell[Field::reseller_id] == "PartnerId");
  const Mapped api = map(rest);
  CHECK(api[Field::subscription_id] == "id");
  CHECK(api[Field::migrated_from] == "migratedFromSubscriptionId");
  CHECK(api[Field::billing_type] == "billingType");
  CHECK(map("id,customer,product,renewalDate")[Field::subscription_id].empty());
}

TEST_CASE("A saved plan gives its decisions back") {
  const Mapped mapped = map(nceplan_plan);
  CHECK(mapped[Field::saved_phase] == "phase");
  CHECK(mapped[Field::saved_reason] == "reason");
  CHECK(mapped[Field::saved_blocker] == "self_migrate_blocker");
  CHECK(mapped[Field::saved_migrated_by] == "migrated_by");
  CHECK(mapped[Field::saved_migration_date] == "migration_date");
  CHECK(mapped[Field::saved_notes] == "notes");
  CHECK(mapped[Field::target_term] == "target_term");
  CHECK(mapped[Field::term] == "term");
  CHECK(mapped[Field::term_end_date] == "term_end_date");
}

TEST_CASE("German headers are mapped, with umlauts and without") {
  const auto [header, field] = GENERATE(table<std::string, Field>({
      {"Kunde", Field::customer_name},
      {"Kundenname", Field::customer_name},
      {"Kunden-ID", Field::customer_id},
      {"Mandanten-ID", Field::customer_id},
      {"Domäne", Field::customer_domain},
      {"Domaene", Field::customer_domain},
      {"Produkt", Field::product_name},
      {"Produktname", Field::product_name},
      {"Angebot", Field::product_name},
      {"Angebots-ID", Field::offer_id},
      {"Abonnement", Field::subscription_name},
      {"Abonnement-ID", Field::subscription_id},
      {"Abo-ID", Field::subscription_id},
      {"Lizenzen", Field::seats},
      {"Lizenzanzahl", Field::seats},
      {"Anzahl", Field::seats},
      {"Menge", Field::seats},
      {"Verlängerungsdatum", Field::renewal_date},
      {"VERLÄNGERUNGSDATUM", Field::renewal_date},
      {"Verlaengerungsdatum", Field::renewal_date},
      {"Verlängerung", Field::renewal_date},
      {"Laufzeitende", Field::term_end_date},
      {"Enddatum", Field::term_end_date},
      {"Ablaufdatum", Field::term_end_date},
      {"Läuft ab am", Field::term_end_date},
      {"Laufzeit", Field::term},
      {"Abrechnungsplan", Field::billing_plan},
      {"Abrechnung", Field::billing_plan},
      {"Status", Field::status},
      {"Automatische Verlängerung", Field::auto_renew},
      {"automatische verlaengerung", Field::auto_renew},
      {"Testversion", Field::is_trial},
      {"Add-on", Field::is_addon},
      {"Basisabonnement", Field::base_subscription_id},
      {"Übergeordnetes Abonnement", Field::base_subscription_id},
      {"Erstellungsdatum", Field::creation_date},
      {"Startdatum", Field::start_date},
      {"Anbieter", Field::provider},
      {"Preis", Field::unit_price},
      {"Währung", Field::currency},
  }));
  CAPTURE(header);
  CHECK(map(header)[field] == header);
}

TEST_CASE("Every field is found under its canonical name, save those of saved plans") {
  for (std::size_t i = 0; i < index_of(Field::saved_phase); ++i) {
    const auto field = static_cast<Field>(i);
    CAPTURE(to_code(field));
    CHECK(map(to_code(field)).mapping.has(field));
  }
}

TEST_CASE("Of two columns for one field the first is used, with a warning") {
  const Mapped mapped = map("Customer,Product,Produkt,Renewal date");
  CHECK(mapped[Field::product_name] == "Product");
  CHECK_FALSE(mapped.mapping.fields[2]);
  REQUIRE(mapped.diagnostics.kept().size() == 1);
  const Diagnostic& warning = mapped.diagnostics.kept().front();
  CHECK(warning.code == DiagnosticCode::header_duplicate);
  CHECK(warning.severity == Severity::warning);
  CHECK(warning.where == Location{"x.csv", 0, 3, "Produkt"});
  CHECK(warning.details == std::vector<std::string>{"product_name", "Product"});
}

TEST_CASE("--map outranks what headers mean") {
  const Mapped mapped = map("Customer,Product,Remark,Renewal date", {{"product_name", "remark"}});
  CHECK(mapped[Field::product_name] == "Remark");
  CHECK_FALSE(mapped.mapping.fields[1]);
  CHECK(mapped.diagnostics.empty());
  CHECK(map("Customer,Product", {{"customer_id", "customer"}})[Field::customer_name].empty());
}

TEST_CASE("--map with an unknown field or header fails and names the nearest") {
  const Diagnostic field = failure_of_map("Customer,Product", {{"prodct_name", "Product"}});
  CHECK(field.code == DiagnosticCode::mapping_unknown);
  CHECK(field.seen == "prodct_name");
  CHECK(field.details == std::vector<std::string>{"product_name"});
  const Diagnostic header = failure_of_map("Customer,Product", {{"product_name", "Produkt"}});
  CHECK(header.seen == "Produkt");
  CHECK(header.details == std::vector<std::string>{"Product"});
}

TEST_CASE("A row is a header row when it has a product and an end, or is one of the evidence formats") {
  CHECK(looks_like_header_row(cut("Kunde,Produkt,Lizenzen,Verlängerungsdatum"), {}));
  CHECK(looks_like_header_row(cut(bam_subscriptions), {}));
  CHECK(looks_like_header_row(cut(bam_schedules), {}));
  CHECK_FALSE(looks_like_header_row(cut("Contoso,Visio Plan 2,5,2024-06-01"), {}));
  CHECK_FALSE(looks_like_header_row(cut("Kunde,Produkt,Lizenzen"), {}));
  CHECK(looks_like_header_row(cut("Kunde,Produkt,bis"), {{"term_end_date", "bis"}, {"seats", "not here"}}));
}

TEST_CASE("A needed column that is missing is named, with the nearest header") {
  const Diagnostic failure = failure_of_requirement("Customer,Product,Renewel date");
  CHECK(failure.code == DiagnosticCode::columns_missing);
  CHECK(failure.where.file == "x.csv");
  CHECK(failure.details ==
        std::vector<std::string>{"term_end_date/renewal_date", "Customer, Product, Renewel date", "Renewel date"});
  CHECK(failure_of_requirement("Product,Renewal date").details[0] == "customer_name/customer_id");
  CHECK(failure_of_requirement("Seats,Status", true).details ==
        std::vector<std::string>{"product_name/offer_id, term_end_date/renewal_date", "Seats, Status", ""});
}

TEST_CASE("Headers that mean nothing are not a header row") {
  const Diagnostic failure = failure_of_requirement("alpha,beta,,gamma");
  CHECK(failure.code == DiagnosticCode::header_unrecognized);
  CHECK(failure.details == std::vector<std::string>{"alpha, beta, gamma"});
}

TEST_CASE("Complete headers are accepted; the customer may come from elsewhere") {
  CHECK_NOTHROW(require_fields(map("Kunde,Produkt,Laufzeitende").mapping, false, "x.csv"));
  CHECK_NOTHROW(require_fields(map("OfferId,CommitmentEndDate").mapping, true, "x.csv"));
}
