#include "nceplan/input/subscription_list.hpp"

#include <map>
#include <string>

#include "nceplan/input/partner_tenant.hpp"
#include "support/catch.hpp"

using namespace nceplan;

namespace {

std::string seats_of(const std::string& text, Diagnostics& diagnostics) {
  const auto wishes = read_seat_list(memory_file("seats.csv", text), {}, diagnostics);
  std::map<std::string, std::string> sorted;
  for (const auto& [id, wish] : wishes) {
    sorted[id] =
        std::to_string(wish.value) + "@" + std::to_string(wish.place.line) + ":" + std::to_string(wish.place.column);
  }
  std::string written;
  for (const auto& [id, wish] : sorted) written += (written.empty() ? "" : " ") + id + "=" + wish;
  return written;
}

std::string seats(const std::string& text) {
  Diagnostics diagnostics;
  const std::string written = seats_of(text, diagnostics);
  CHECK(diagnostics.empty());
  return written;
}

std::string days_of(const std::string& text, Diagnostics& diagnostics) {
  const auto wishes = read_day_list(memory_file("schedule.csv", text), {}, diagnostics);
  std::map<std::string, Date> sorted;
  for (const auto& [id, wish] : wishes) sorted[id] = wish.value;
  std::string written;
  for (const auto& [id, day] : sorted) written += (written.empty() ? "" : " ") + id + "=" + to_iso(day);
  return written;
}

std::string days(const std::string& text) {
  Diagnostics diagnostics;
  const std::string written = days_of(text, diagnostics);
  CHECK(diagnostics.empty());
  return written;
}

std::string failure_of(const std::string& text) {
  Diagnostics diagnostics;
  try {
    read_seat_list(memory_file("seats.csv", text), {}, diagnostics);
  } catch (const Failure& failure) {
    return std::string(to_code(failure.diagnostic().code));
  }
  return "";
}

}  // namespace

TEST_CASE("seats are read by subscription id, from lists in English and German", "[batch]") {
  CHECK(seats("subscription_id,seats\nA-1,25\nb,\n") == "a-1=25@2:2");
  CHECK(seats("Kunde;Abonnement-ID;Lizenzen\nX;{0F9A3C1E-0000-4000-8000-0000000000AB};1.050\n") ==
        "0f9a3c1e-0000-4000-8000-0000000000ab=1050@2:3");
  CHECK(seats("subscription_id,seats\n{ABC},1\n") == "{abc}=1@2:2");
  CHECK(seats(R"([{"subscription_id":"a","seats":7},{"subscription_id":"b","seats":null}])") == "a=7@1:2");
  CHECK(seats(R"({"seats":[{"subscription_id":"a","seats":"8"}]})") == "a=8@1:2");
}

TEST_CASE("of the batch tool's export the number that is asked for counts", "[batch]") {
  CHECK(seats("LegacySubscriptionId,LegacyProductName,ExpirationDate,CurrentSeatCount,SeatCount\n"
              "a,Office 365 E3,01/20/2024 00:00:00,10,12\n") == "a=12@2:5");
}

TEST_CASE("what is unreadable in a list is named, and the rest is taken", "[batch]") {
  Diagnostics diagnostics;
  CHECK(seats_of("subscription_id,seats\na,many\nb,3\nb,4\n", diagnostics) == "b=4@4:2");
  CHECK(diagnostics.count(DiagnosticCode::seats_invalid) == 1);
  CHECK(diagnostics.count(DiagnosticCode::duplicate_conflict) == 1);
  CHECK(failure_of("customer,seats\nx,3\n") == "list-columns-missing");
  CHECK(failure_of("") == "file-empty");
  CHECK(failure_of("[{]") == "json-invalid");
  CHECK(failure_of("PK\x03\x04rest") == "xlsx-unsupported");
}

TEST_CASE("a row that is cut off, or names no subscription, is reported; one without a value wishes nothing",
          "[batch]") {
  Diagnostics diagnostics;
  CHECK(seats_of("subscription_id,seats\na,3\nb\n,7\nc,\nd,4\n", diagnostics) == "a=3@2:2 d=4@6:2");
  REQUIRE(diagnostics.kept().size() == 2);
  CHECK(diagnostics.kept()[0].code == DiagnosticCode::fields_too_few);
  CHECK(diagnostics.kept()[0].where.line == 3);
  CHECK(diagnostics.kept()[1].code == DiagnosticCode::reference_unused);
  CHECK(diagnostics.kept()[1].where.line == 4);
}

TEST_CASE("days are read as a schedule writes them, or a spreadsheet saves them", "[batch]") {
  CHECK(days("target_date,slot,subscription_id\n2024-02-05,1,A\n,,b\n") == "a=2024-02-05");
  CHECK(days("target_date;subscription_id\r\n05.02.2024;a\r\n") == "a=2024-02-05");
  CHECK(days(R"({"schedule":[{"target_date":"2024-02-05","subscription_id":"a"}],"figures":[{"per_day":40}]})") ==
        "a=2024-02-05");
  Diagnostics diagnostics;
  CHECK(days_of("target_date,subscription_id\n03/04/2024,a\n", diagnostics).empty());
  CHECK(diagnostics.count(DiagnosticCode::date_ambiguous) == 1);
}

TEST_CASE("the partner's tenant stands in the batch tool's exports only", "[batch]") {
  const auto tenant = [](const std::string& text) { return read_partner_tenant(memory_file("x.csv", text), {}); };
  CHECK(tenant("PartnerTenantId,CustomerName\r\nabc,Contoso\r\n") == "abc");
  CHECK(tenant("PartnerTenantId,CustomerName\r\n").empty());
  CHECK(tenant("Customer,Product\nContoso,Office\n").empty());
  CHECK(tenant("").empty());
  CHECK(tenant(R"([{"PartnerTenantId":"abc"}])").empty());
}
