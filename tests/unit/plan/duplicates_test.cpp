// Rows that share a subscription id (R14).
#include "support/catch.hpp"
#include "support/planned.hpp"

using namespace nceplan;
using namespace nceplan::test;

namespace {

constexpr const char* guid = "0f8fad5b-d9cb-469f-a165-70867728950e";

RowCounts counts(std::uint64_t read, std::uint64_t planned, std::uint64_t merged) {
  return {.read = read, .planned = planned, .already_nce = 0, .other = 0, .rejected = 0, .merged = merged};
}

}  // namespace

TEST_CASE("equal rows are merged without a word", "[plan][R14]") {
  const Planned planned({{.id = "s"}, {.id = "t"}, {.id = "S"}});
  CHECK(planned.plan().counts() == counts(3, 2, 1));
  CHECK(planned.plan().fate(0) == RowFate::planned);
  CHECK(planned.plan().fate(2) == RowFate::merged);
  CHECK(planned.diagnostics().empty());
}

TEST_CASE("the later of two different rows wins, with a warning that names both lines", "[plan][R14]") {
  const Row before{.id = guid};
  Row after = before;
  const auto field = GENERATE(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
  CAPTURE(field);
  switch (field) {
    case 0:
      after.customer = "Fabrikam";
      break;
    case 1:
      after.product = "Office 365 E1";
      break;
    case 2:
      after.ends = "2024-01-20";
      break;
    case 3:
      after.renews = "2024-01-20";
      break;
    case 4:
      after.created = "2020-01-01";
      break;
    case 5:
      after.term = "P1M";
      break;
    case 6:
      after.seats = 11;
      break;
    case 7:
      after.status = Status::suspended;
      break;
    case 8:
      after.auto_renew = false;
      break;
    case 9:
      after.provider = "Fabrikam Cloud";
      break;
    case 10:
      after.ineligible_because = "promotion";
      break;
    case 11:
      after.kind = RowKind::nce;
      break;
    case 12:
      after.offer_id = guid;
      break;
    default:
      FAIL();
  }
  PortfolioMaker maker("old.csv");
  maker.add(before).file("new.csv").add(after);
  const Planned planned = Planned::of(maker.make());
  CHECK(planned.plan().fate(0) == RowFate::merged);
  CHECK(planned.plan().fate(1) != RowFate::merged);
  CHECK(planned.diagnostics() ==
        std::vector<std::string>{"duplicate-conflict new.csv:2 " + std::string(guid) + " [old.csv:2]"});
  CHECK(planned.plan().diagnostics().warnings() == 1);
}

TEST_CASE("each row is held against the one that counts so far", "[plan][R14]") {
  const Planned planned(
      {{.id = "s", .seats = 1}, {.id = "s", .seats = 2}, {.id = "s", .seats = 2}, {.id = "s", .seats = 1}});
  CHECK(planned.plan().counts() == counts(4, 1, 3));
  CHECK(planned.plan().fate(3) == RowFate::planned);
  CHECK(planned.diagnostics() ==
        std::vector<std::string>{"duplicate-conflict a.csv:3 s [a.csv:2]", "duplicate-conflict a.csv:5 s [a.csv:3]"});
}

TEST_CASE("of reconciliation rows the latest charge wins silently", "[plan][R14]") {
  const auto winner = GENERATE(0U, 1U, 2U);
  std::vector<Row> rows(3, Row{.id = "s", .charge_start = "2023-11-01"});
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].seats = static_cast<int>(i + 1);
  rows[winner].charge_start = "2023-12-01";
  const Planned planned(rows);
  for (RowIndex row = 0; row < 3; ++row) CHECK(planned.plan().is_planned(row) == (row == winner));
  CHECK(planned.diagnostics().empty());
}

TEST_CASE("equal charge dates leave it to the later row", "[plan][R14]") {
  const Planned planned(
      {{.id = "s", .seats = 1, .charge_start = "2023-11-01"}, {.id = "s", .seats = 2, .charge_start = "2023-11-01"}});
  CHECK(planned.plan().fate(0) == RowFate::merged);
  CHECK(planned.plan().is_planned(1));
  CHECK(planned.diagnostics().empty());
}

TEST_CASE("rows without an id are never merged", "[plan][R3][R14]") {
  const Planned planned({{.id = ""}, {.id = ""}, {.id = ""}});
  CHECK(planned.plan().counts() == counts(3, 3, 0));
}

TEST_CASE("one customer in two files is one customer", "[plan][R14]") {
  const std::string tenant = "3F2504E0-4F89-11D3-9A0C-0305E82C3301";
  PortfolioMaker maker("a.csv");
  maker.add({{.id = "1", .customer = "Contoso", .customer_id = tenant},
             {.id = "2", .customer = "Straße GmbH"},
             {.id = "3", .customer = "Contoso"},
             {.id = "4", .customer = "Contoso", .customer_id = "C-17"}});
  maker.file("b.csv").add(
      {{.id = "5", .customer = "CONTOSO Ltd", .customer_id = "3f2504e0-4f89-11d3-9a0c-0305e82c3301"},
       {.id = "6", .customer = " STRASSE gmbh "},
       {.id = "7", .customer = "contoso"},
       {.id = "8", .customer = "Fabrikam", .customer_id = "c-17"}});
  const Planned planned = Planned::of(maker.make());
  const auto group = [&planned](RowIndex row) { return planned.plan().customer_group(planned.portfolio().row(row)); };
  for (RowIndex row = 0; row < 4; ++row) {
    CHECK(group(row) == group(row + 4));
    for (RowIndex other = 0; other < row; ++other) CHECK(group(row) != group(other));
  }
}
