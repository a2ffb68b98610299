// The batch tool's files to the byte.
#include "nceplan/output/batch_writer.hpp"

#include <string>

#include "support/catch.hpp"
#include "support/planned.hpp"

using namespace nceplan;
using namespace nceplan::test;

namespace {

std::string file_of(const std::vector<Row>& rows, const BatchRequest& request) {
  const Planned planned(rows);
  const Batch batch =
      make_batch(planned.plan(), migration_units(planned.plan(), [](RowIndex) { return true; }), request);
  const std::vector<std::string> tenants = {"7454739e-907f-4595-ae61-d84b8547f574"};
  std::string bytes;
  REQUIRE(batch.files.size() == 1);
  write_batch_file(planned.plan(), batch.files[0],
                   {.timing = request.timing, .new_term = request.new_term, .partner_tenants = tenants},
                   [&](std::string_view more) { bytes += more; });
  return bytes;
}

Row row() {
  Row made{.id = "F5F4DE60-D9D6-46EC-B48E-2ED4315B08AC",
           .customer = "Müller, \"Söhne\"\nKöln ",
           .customer_id = "c1c8bcc8-a55e-41c4-a32b-7a335a140c7d",
           .ends = "2024-02-29"};
  made.billing_plan = BillingPlan::monthly;
  return made;
}

}  // namespace

TEST_CASE("a row for command 3 has the form that CsvHelper writes", "[batch]") {
  CHECK(file_of({row()}, {}) ==
        "PartnerTenantId,IndirectResellerMpnId,CustomerName,CustomerTenantId,LegacySubscriptionId,"
        "LegacySubscriptionName,LegacyProductName,ExpirationDate,AutoRenewEnabled,MigrationEligible,NcePsa,CurrentTerm,"
        "CurrentBillingPlan,CurrentSeatCount,StartNewTermInNce,Term,BillingPlan,SeatCount,CustomTermEndDate,AddOn,"
        "BaseSubscriptionId,MigrationIneligibilityReason\r\n"
        "7454739e-907f-4595-ae61-d84b8547f574,,\"Müller, \"\"Söhne\"\"\nKöln \",c1c8bcc8-a55e-41c4-a32b-7a335a140c7d,"
        "f5f4de60-d9d6-46ec-b48e-2ed4315b08ac,,Office 365 E3,02/29/2024 00:00:00,True,True,,P1Y,Monthly,10,False,P1Y,"
        "Monthly,10,,False,,\r\n");
}

TEST_CASE("a row for command 7 has its day, or the renewal", "[batch]") {
  const std::string on_day = file_of({row()}, {.timing = BatchTiming::on_day, .day = day("2024-02-05")});
  CHECK(on_day.find("MigrateOnRenewal,MigrationIneligibilityReason\r\n") != on_day.npos);
  CHECK(on_day.find(",True,False,,True,,P1Y,Monthly,10,False,P1Y,Monthly,10,,02/05/2024 00:00:00,False,\r\n") !=
        on_day.npos);
  const std::string at_renewal = file_of({row()}, {.timing = BatchTiming::on_renewal, .new_term = true});
  CHECK(at_renewal.find(",10,True,P1Y,Monthly,10,,,True,\r\n") != at_renewal.npos);
}
