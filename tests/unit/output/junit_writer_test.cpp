#include "support/catch.hpp"
#include "unit/output/sample_plan.hpp"

using namespace nceplan;
using nceplan::testing::SamplePlan;
using nceplan::testing::SampleRow;

namespace {

SampleRow row_of(std::string customer, int number, std::string term_end) {
  SampleRow row;
  row.id = "11111111-aaaa-4aaa-8aaa-00000000000" + std::to_string(number);
  row.customer = std::move(customer);
  row.customer_id.clear();
  row.term_end = std::move(term_end);
  return row;
}

std::string junit(const std::vector<SampleRow>& rows, std::vector<GateCondition> gate,
                  const Diagnostics& diagnostics = {}) {
  ReportOptions options;
  options.format = ReportFormat::junit;
  options.gate = std::move(gate);
  return SamplePlan(rows).report(options, {}, diagnostics);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a suite per customer, a case per subscription, failures as the gate has them", "[output]") {
  const std::string xml = junit(
      {row_of("Calm & Co", 1, "2025-06-30"), row_of("Urgent", 2, "2024-01-20"), row_of("Urgent", 3, "2025-06-30")},
      {{GateKind::window_open, 0}, {GateKind::due, 30}});
  CHECK(has(xml, R"(<testsuites name="nceplan" tests="3" failures="1" errors="0" skipped="0" time="0">)"));
  CHECK(has(xml, R"(<testsuite name="Urgent" tests="2" failures="1" errors="0" skipped="0" time="0")"));
  CHECK(has(xml, R"(<testsuite name="Calm &amp; Co" tests="1" failures="0" errors="0" skipped="0" time="0")"));
  CHECK(has(xml, R"(timestamp="2024-01-16T00:00:00")"));
  CHECK(has(xml, R"x(<testcase name="Office 365 E3 (11111111-aaaa-4aaa-8aaa-000000000002)" classname="Urgent" )x"
                 R"(file="kunden.csv" line="3" time="0">)"));
  CHECK(has(xml, R"(<failure message="migrate yourself by 2024-01-19" type="due:30d">)"));
  CHECK(xml.find("Urgent") < xml.find("Calm"));
}

TEST_CASE("without a gate nothing fails", "[output]") {
  CHECK(has(junit({row_of("Urgent", 2, "2024-01-20")}, {}), R"(tests="1" failures="0" errors="0" skipped="0")"));
  CHECK(has(junit({}, {}),
            "<testsuites name=\"nceplan\" tests=\"0\" failures=\"0\" errors=\"0\" skipped=\"0\" "
            "time=\"0\">\n</testsuites>\n"));
}

TEST_CASE("rejected rows are errors, and those beyond the twentieth of a kind one more", "[output]") {
  Diagnostics diagnostics;
  for (unsigned line = 2; line < 25; ++line) {
    diagnostics.add({DiagnosticCode::seats_invalid, Severity::error, {"kunden.csv", line, 3, "Seats"}, "<1>", {}});
  }
  diagnostics.add({DiagnosticCode::status_unknown, Severity::warning, {"kunden.csv", 30, 3, "Status"}, "odd", {}});
  const std::string xml = junit({}, {}, diagnostics);
  CHECK(has(xml, R"(<testsuite name="Rejected rows" tests="21" failures="0" errors="21" skipped="0")"));
  CHECK(has(xml,
            R"(<testcase name="kunden.csv:2:3 seats-invalid" classname="Rejected rows" file="kunden.csv" line="2")"));
  CHECK(has(xml, "&lt;1&gt;"));
  CHECK(has(xml, R"(name="3 more errors")"));
}
