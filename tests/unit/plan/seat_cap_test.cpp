// The 300 seats that a customer can hold of one Business offer (R10).
#include "support/catch.hpp"
#include "support/planned.hpp"

using namespace nceplan;
using namespace nceplan::test;

namespace {

Row business(std::string id, int seats) {
  Row row;
  row.id = std::move(id);
  row.product = "Microsoft 365 Business Standard";
  row.seats = seats;
  return row;
}

}  // namespace

TEST_CASE("the note begins at 301 seats of one customer and offer", "[plan][R10]") {
  const auto second = GENERATE(200, 201);
  const Planned planned({business("a", 100), business("b", second)});
  const std::uint32_t sum = second == 201 ? 301 : 0;
  for (const std::string id : {"a", "b"}) {
    CHECK(planned[id].notes.has(Note::seat_cap) == (sum != 0));
    CHECK(planned[id].seat_sum == sum);
  }
}

TEST_CASE("only covered subscriptions of the same customer and offer are summed", "[plan][R10]") {
  Row trial = business("trial", 300);
  trial.flags = {RowFlag::trial};
  Row off = business("off", 300);
  off.auto_renew = false;
  Row moved = business("moved", 300);
  moved.flags = {RowFlag::migrated};
  Row unknown = business("unknown", -1);
  Row elsewhere = business("elsewhere", 300);
  elsewhere.customer = "Fabrikam";
  Row other = business("other", 300);
  other.product = "Microsoft 365 Business Basic";
  Row uncapped = business("uncapped", 5000);
  uncapped.product = "Office 365 E3";
  Row below = business("below", 300);
  below.base = "off";
  const Planned planned({business("a", 300), trial, off, moved, unknown, elsewhere, other, uncapped, below});
  for (RowIndex row = 0; row < planned.portfolio().row_count(); ++row) CHECK(planned.plan().entry(row).seat_sum == 0);
}

TEST_CASE("seats are pooled over files by offer id, else by name", "[plan][R10]") {
  const std::string offer = "031c9e47-4802-4248-838e-778fb1d2cc05";
  Row by_id = business("a", 200);
  by_id.offer_id = offer;
  Row renamed = business("b", 200);
  renamed.offer_id = "031C9E47-4802-4248-838E-778FB1D2CC05";
  renamed.product = "Office 365 Business Premium";
  Row upper = business("d", 200);
  upper.product = "MICROSOFT 365 BUSINESS STANDARD";
  PortfolioMaker maker;
  maker.add({by_id, business("c", 200)}).file("b.csv").add({renamed, upper});
  const Planned planned = Planned::of(maker.make());
  for (const std::string id : {"a", "b", "c", "d"}) CHECK(planned[id].seat_sum == 400);
}

TEST_CASE("sums do not depend on where a customer's rows stand", "[plan][R10][parallel]") {
  constexpr std::size_t customers = 12'000;
  constexpr std::size_t each = 5;
  constexpr std::size_t large = 21'000;  // rows of one more customer, past the border of any part
  const auto row_of = [](std::size_t customer, std::size_t number) {
    Row row = business(std::to_string(customer) + '-' + std::to_string(number),
                       static_cast<int>(customer % 100 + number + 1));
    row.customer = "Customer " + std::to_string(customer);
    return row;
  };
  std::vector<Row> together;
  std::vector<Row> apart;
  for (std::size_t customer = 0; customer < customers; ++customer) {
    for (std::size_t number = 0; number < each; ++number) together.push_back(row_of(customer, number));
    if (customer != customers / 2) continue;
    for (std::size_t number = 0; number < large; ++number) together.push_back(row_of(customers, number));
  }
  for (std::size_t i = 0; i < together.size(); ++i) apart.push_back(together[i * 7919 % together.size()]);

  const auto jobs = GENERATE(1U, 3U);
  for (const std::vector<Row>& rows : {together, apart}) {
    const Planned planned(rows, {.jobs = jobs});
    std::size_t wrong = 0;
    for (RowIndex row = 0; row < rows.size(); ++row) {
      const std::size_t customer = std::stoul(rows[row].id);
      const std::size_t count = customer == customers ? large : each;
      const std::size_t sum = count * (customer % 100) + count * (count + 1) / 2;
      if (planned.plan().entry(row).seat_sum != (sum > 300 ? sum : 0)) ++wrong;
    }
    CHECK(wrong == 0);
  }
}

TEST_CASE("a sum of any size is shown", "[plan][R10]") {
  std::vector<Row> rows;
  for (int i = 0; i < 500; ++i) rows.push_back(business(std::to_string(i), 10'000'000));
  const Planned planned(rows);
  CHECK(planned["0"].seat_sum == 4'294'967'295U);
}
