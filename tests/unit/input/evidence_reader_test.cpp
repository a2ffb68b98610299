// What the files of the batch tool and of Partner Center say of migrations (R8).
#include "nceplan/input/evidence_reader.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "nceplan/input/encoding.hpp"
#include "support/catch.hpp"

using namespace nceplan;

namespace {

constexpr const char* status_header =
    "PartnerTenantId,IndirectResellerMpnId,CustomerName,CustomerTenantId,LegacySubscriptionId,LegacySubscriptionName,"
    "LegacyProductName,ExpirationDate,AddOn,BaseSubscriptionId,MigrationStatus,StartedNewTermInNce,NCETermDuration,"
    "NCEBillingPlan,NCESeatCount,CustomTermEndDate,ErrorCode,ErrorReason,NCESubscriptionId,BatchId,MigrationId\r\n";

constexpr const char* schedule_header =
    "Id,CurrentSubscriptionId,Status,CustomerTenantId,CatalogItemId,SubscriptionEndDate,Quantity,TermDuration,"
    "BillingCycle,PurchaseFullTerm,CustomTermEndDate,TargetDate,MigrateOnRenewal,CreatedTime,LastModifiedTime,"
    "ExternalReferenceId,NewCommerceMigrationId,ErrorDescription,ErrorCode\n";

struct ReadEvidence {
  Evidence evidence;
  Diagnostics diagnostics;

  const MigrationEvidence& operator[](std::size_t i) const { return evidence.statements.at(i); }
  const EvidenceSource& source() const { return evidence.sources.at(0); }
};

ReadEvidence read(const std::string& text, const ReadOptions& options = {}) {
  ReadEvidence result;
  const std::vector<InputFile> files = {memory_file("e.csv", text)};
  result.evidence = read_evidence(files, options, result.diagnostics);
  const EvidenceSource& source = result.source();
  CHECK(source.source.rows == source.statements + source.silent + source.source.rejected);
  CHECK(source.statements == result.evidence.statements.size());
  CHECK(result.evidence.rows_rejected() == source.source.rejected);
  return result;
}

std::string status_row(const std::string& id, const std::string& status, const std::string& error = ",",
                       const std::string& term = "P1Y") {
  return ",,Contoso,," + id + ",,Office 365 E3,01/14/2024 00:00:00,False,," + status + ",False," + term +
         ",Monthly,42,," + error + ",nce-1,b,m\r\n";
}

std::string schedule_row(const std::string& id, const std::string& status, const std::string& target,
                         const std::string& on_renewal = "False") {
  return "s," + id + ',' + status + ",c,P:1,05/19/2024 00:00:00,610,P3Y,Annual,False,," + target + ',' + on_renewal +
         ",12/04/2023 09:12:31 +00:00,12/04/2023 09:12:33 +00:00,,,,\n";
}

DiagnosticCode refused(const std::string& text) {
  Diagnostics diagnostics;
  const std::vector<InputFile> files = {memory_file("e.csv", text)};
  try {
    read_evidence(files, {}, diagnostics);
  } catch (const Failure& failure) {
    return failure.diagnostic().code;
  }
  FAIL("accepted: " << text);
  return {};
}

}  // namespace

TEST_CASE("a status file tells completed, running and failed migrations", "[evidence]") {
  const ReadEvidence read_file = read(status_header + status_row("A", "Completed") + status_row("B", "Processing") +
                                      status_row("C", "Failed", "2,Too close.") + status_row("D", "", "9,Bad id."));
  CHECK(read_file.diagnostics.empty());
  CHECK(read_file.source().source.format == ExportFormat::bam_status);
  CHECK(read_file[0].state == MigrationState::completed);
  CHECK(read_file[0].subscription_id == "A");
  CHECK(read_file[0].nce_subscription_id == "nce-1");
  CHECK(read_file[0].target_term == one_year);
  CHECK(read_file[0].line == 2);
  CHECK(read_file[1].state == MigrationState::processing);
  CHECK(read_file[2].state == MigrationState::failed);
  CHECK(error_text(read_file[2]) == "2: Too close.");
  CHECK(read_file[3].state == MigrationState::failed);  // it could not even start
}

TEST_CASE("a schedule has a day, or waits for the renewal", "[evidence]") {
  const ReadEvidence read_file =
      read(schedule_header + schedule_row("A", "Scheduled", "02/26/2024 00:00:00") +
           schedule_row("B", "Scheduled", "", "True") + schedule_row("C", "Cancelled", "02/26/2024 00:00:00"));
  CHECK(read_file.source().source.format == ExportFormat::bam_scheduled);
  CHECK(read_file[0].target_date == OptionalDate(*parse_iso_date("2024-02-26")));
  CHECK(read_file[0].target_term == three_years);
  CHECK_FALSE(read_file[1].target_date);
  CHECK(read_file[2].state == MigrationState::cancelled);
}

TEST_CASE("of NCE subscriptions only those that replaced a legacy one are statements", "[evidence]") {
  const ReadEvidence read_file = read(
      "PartnerTenantId,IndirectResellerMpnId,CustomerName,CustomerTenantId,SubscriptionId,SubscriptionName,ProductName,"
      "ExpirationDate,Psa,Term,BillingPlan,SeatCount,MigratedFromSubscriptionId\n"
      ",,Contoso,,new,,E1,01/14/2025 00:00:00,CFQ:1:2,P1Y,Monthly,42,old\n"
      ",,Contoso,,bought,,E1,01/14/2025 00:00:00,CFQ:1:2,P1Y,Monthly,42,\n");
  CHECK(read_file.evidence.statements.size() == 1);
  CHECK(read_file[0].subscription_id == "old");
  CHECK(read_file[0].nce_subscription_id == "new");
  CHECK(read_file.source().silent == 1);
}

TEST_CASE("a German Excel's version of a file says the same", "[evidence]") {
  const std::string german =
      "Id;CurrentSubscriptionId;Status;CustomerTenantId;CatalogItemId;SubscriptionEndDate;Quantity;TermDuration;"
      "BillingCycle;PurchaseFullTerm;CustomTermEndDate;TargetDate;MigrateOnRenewal;CreatedTime;LastModifiedTime;"
      "ExternalReferenceId;NewCommerceMigrationId;ErrorDescription;ErrorCode;;\r\n"
      "s;A;Scheduled;c;P:1;19.05.2024 00:00;610;P3Y;Annual;FALSCH;;26.02.2024 00:00;FALSCH;x;x;;;;;;\r\n"
      "s;B;Scheduled;c;P:1;19.05.2024 00:00;610;P3Y;Annual;FALSCH;;03.04.2024;FALSCH;x;x;;;;;;\r\n"
      ";;;;;;;;;;;;;;;;;;;;\r\n";
  const ReadEvidence read_file = read(german);
  CHECK(read_file.diagnostics.empty());
  CHECK(read_file[0].target_date == OptionalDate(*parse_iso_date("2024-02-26")));
  CHECK(read_file[1].target_date == OptionalDate(*parse_iso_date("2024-04-03")));
  CHECK(read_file.source().source.rows == 2);
}

TEST_CASE("UTF-16, as PowerShell writes it, is read", "[evidence]") {
  std::string wide = "\xff\xfe";
  for (const char c : status_header + status_row("A", "Completed")) wide += std::string{c, '\0'};
  const ReadEvidence read_file = read(wide);
  CHECK(read_file.source().source.encoding == Encoding::utf16le);
  CHECK(read_file.evidence.statements.size() == 1);
}

TEST_CASE("a row that cannot be used is named and counted, the others count", "[evidence]") {
  const ReadEvidence read_file =
      read(status_header + status_row("A", "Completed") + status_row("", "Completed") + status_row("B", "Maybe") +
           status_row("C", "Completed", ",", "forever") + "too,few\r\n");
  CHECK(read_file.evidence.statements.size() == 1);
  CHECK(read_file.source().source.rejected == 4);
  std::vector<std::string> problems;
  for (const Diagnostic& problem : read_file.diagnostics.kept()) {
    problems.push_back(std::to_string(problem.where.line) + ' ' + problem.where.field + ' ' + problem.seen + ' ' +
                       std::string(to_code(problem.code)));
  }
  CHECK(problems == std::vector<std::string>{"3 LegacySubscriptionId  evidence-id-missing",
                                             "4 MigrationStatus Maybe evidence-status-unknown",
                                             "5 NCETermDuration forever term-invalid", "6   fields-too-few"});
}

TEST_CASE("an ambiguous target date is refused until the order is said", "[evidence]") {
  std::string text = schedule_header;
  text += "s,A,Scheduled,c,P:1,1/2/2024,1,P1Y,Annual,no,,3/4/2024,no,,,,,,\n";
  const ReadEvidence unclear = read(text);
  CHECK(unclear.diagnostics.count(DiagnosticCode::date_ambiguous) == 1);
  CHECK(unclear.evidence.statements.empty());
  ReadOptions options;
  options.date_order = DateOrder::dmy;
  const ReadEvidence clear = read(text, options);
  CHECK(clear[0].target_date == OptionalDate(*parse_iso_date("2024-04-03")));
}

TEST_CASE("Partner Center's migrations have the instant of completion, add-ons that of their base", "[evidence]") {
  const std::string text = R"([{"id": "m", "startedTime": "2021-10-13T16:30:32.1446219Z",
    "completedTime": "2021-10-13T16:35:40.3844713Z", "currentSubscriptionId": "5C77DC7F-BE2C-4306-A3B5-0EBB4365D7FC",
    "status": "Completed", "newCommerceSubscriptionId": "n", "quantity": 1, "termDuration": "P1Y",
    "addOnMigrations": [{"currentSubscriptionId": "B", "newCommerceSubscriptionId": "nb", "termDuration": "P1Y"}]},
    {"currentSubscriptionId": "C", "status": "Failed", "errors": [{"code": 3, "description": "Promotions."}]}])";
  const ReadEvidence read_file = read(text);
  CHECK(read_file.source().source.format == ExportFormat::rest_migrations);
  REQUIRE(read_file.evidence.statements.size() == 3);
  CHECK(to_iso(*read_file[0].completed_at) == "2021-10-13T16:35:40Z");
  CHECK(read_file[1].subscription_id == "B");
  CHECK(read_file[1].completed_at == read_file[0].completed_at);
  CHECK(read_file[1].nce_subscription_id == "nb");
  CHECK(error_text(read_file[2]) == "3: Promotions.");
  CHECK(read_file[2].line == 3);
}

TEST_CASE("schedules as JSON, in a collection or one a line, and Microsoft's own are none of the partner's",
          "[evidence]") {
  const std::string partner = R"({"currentSubscriptionId": "A", "status": "Scheduled", "targetDate":
    "2024-02-26T00:00:00Z", "migrateOnRenewal": false, "microsoftLed": false})";
  const std::string microsoft = R"({"currentSubscriptionId": "B", "status": "Scheduled", "microsoftLed": true})";
  const ReadEvidence collection = read(R"({"totalCount": 2, "items": [)" + partner + "," + microsoft + "]}");
  CHECK(collection.evidence.statements.size() == 1);
  CHECK(collection[0].target_date == OptionalDate(*parse_iso_date("2024-02-26")));
  CHECK(collection.source().silent == 1);
  std::string one_line = partner;
  one_line.erase(std::remove(one_line.begin(), one_line.end(), '\n'), one_line.end());
  const ReadEvidence lines = read(one_line + "\n" + microsoft + "\n{broken\n");
  CHECK(lines.evidence.statements.size() == 1);
  CHECK(lines.diagnostics.count(DiagnosticCode::json_line_invalid) == 1);
  CHECK(lines.diagnostics.kept().front().where.line == 3);
}

TEST_CASE("what is no evidence is refused by name", "[evidence]") {
  CHECK(refused("Customer,Product,Renewal date\nContoso,E3,2024-01-01\n") == DiagnosticCode::evidence_expected);
  CHECK(refused("CustomerName,LegacySubscriptionId,LegacyProductName,ExpirationDate\na,b,c,2024-01-01\n") ==
        DiagnosticCode::evidence_expected);
  CHECK(refused(R"([{"id": "x", "offerName": "E3", "commitmentEndDate": "2024-01-01"}])") ==
        DiagnosticCode::evidence_expected);
  CHECK(refused("[{\"currentSubscriptionId\": ") == DiagnosticCode::json_invalid);
  CHECK(refused("") == DiagnosticCode::file_empty);
  CHECK(refused("PK\x03\x04...") == DiagnosticCode::xlsx_unsupported);
}

TEST_CASE("deeply nested add-ons are refused from some depth on, and cost no stack", "[evidence]") {
  constexpr int depth = 20'000;
  std::string text;
  for (int i = 0; i < depth; ++i) text += R"({"currentSubscriptionId":"A","status":"Completed","addOnMigrations":[)";
  for (int i = 0; i < depth; ++i) text += "]}";
  const ReadEvidence read_file = read(text);
  CHECK(read_file.evidence.statements.size() == 17);
  CHECK(read_file.source().source.rejected == 1);
}
