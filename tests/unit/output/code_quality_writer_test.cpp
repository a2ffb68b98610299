#include <nlohmann/json.hpp>
#include <set>

#include "support/catch.hpp"
#include "unit/output/sample_plan.hpp"

using namespace nceplan;
using nceplan::testing::SamplePlan;
using nceplan::testing::SampleRow;
using Json = nlohmann::json;

namespace {

SampleRow row_with(std::string id, std::string term_end, std::string product = "Office 365 E3") {
  SampleRow row;
  row.id = std::move(id);
  row.term_end = std::move(term_end);
  row.product = std::move(product);
  return row;
}

ReportOptions options_with(std::vector<GateCondition> gate) {
  ReportOptions options;
  options.format = ReportFormat::codequality;
  options.gate = std::move(gate);
  return options;
}

Json findings_of(const std::vector<SampleRow>& rows, const Diagnostics& diagnostics = {}) {
  return Json::parse(SamplePlan(rows).report(options_with({{GateKind::due, 400}}), {}, diagnostics));
}

const std::string first_id = "11111111-aaaa-4aaa-8aaa-000000000001";
const std::string second_id = "11111111-aaaa-4aaa-8aaa-000000000002";

}  // namespace

TEST_CASE("a finding has what GitLab needs", "[output]") {
  const Json findings = findings_of({row_with(first_id, "2024-01-20")});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0]["description"] == "Contoso: Office 365 E3: migrate yourself by 2024-01-19");
  CHECK(findings[0]["check_name"] == "nceplan/migrate_yourself");
  CHECK(findings[0]["severity"] == "critical");
  CHECK(findings[0]["location"]["path"] == "kunden.csv");
  CHECK(findings[0]["location"]["lines"]["begin"] == 2);
}

TEST_CASE("severity follows the days left", "[output]") {
  const auto severity = [](std::string end) {
    return findings_of({row_with(first_id, std::move(end))})[0]["severity"];
  };
  CHECK(severity("2024-01-20") == "critical");
  CHECK(severity("2024-02-10") == "major");
  CHECK(severity("2024-12-31") == "minor");
}

TEST_CASE("fingerprints follow the subscription, not its line", "[output]") {
  const Json before = findings_of({row_with(first_id, "2024-01-20"), row_with(second_id, "2024-01-20")});
  const Json after = findings_of({row_with(second_id, "2024-01-20"), row_with(first_id, "2024-01-20")});
  CHECK(before[0]["fingerprint"] == after[1]["fingerprint"]);
  CHECK(before[1]["fingerprint"] == after[0]["fingerprint"]);
  CHECK(before[0]["fingerprint"] != before[1]["fingerprint"]);
}

TEST_CASE("no two findings share a fingerprint, also without ids", "[output]") {
  const Json findings = findings_of({row_with("", "2024-01-20"), row_with("", "2024-01-20"), row_with("", "2024-02-10"),
                                     row_with("", "2024-01-20", "Visio Plan 2")});
  std::set<std::string> fingerprints;
  for (const Json& finding : findings) fingerprints.insert(finding["fingerprint"].get<std::string>());
  CHECK(fingerprints.size() == 4);
}

TEST_CASE("problems of the input stand at their line; an empty report is an empty array", "[output]") {
  Diagnostics diagnostics;
  diagnostics.add({DiagnosticCode::seats_invalid, Severity::error, {"./kunden.csv", 7, 3, "Seats"}, "-1", {}});
  diagnostics.add({DiagnosticCode::status_unknown, Severity::warning, {"kunden.csv", 0, 0, ""}, "odd", {}});
  const Json findings = findings_of({row_with(first_id, "2030-12-31")}, diagnostics);
  REQUIRE(findings.size() == 2);
  CHECK(findings[0]["check_name"] == "nceplan/seats-invalid");
  CHECK(findings[0]["severity"] == "major");
  CHECK(findings[0]["location"]["path"] == "kunden.csv");
  CHECK(findings[0]["location"]["lines"]["begin"] == 7);
  CHECK(findings[1]["severity"] == "minor");
  CHECK(findings[1]["location"]["lines"]["begin"] == 1);
  CHECK(SamplePlan({row_with(first_id, "2030-12-31")}).report(options_with({})) == "[]\n");
}
