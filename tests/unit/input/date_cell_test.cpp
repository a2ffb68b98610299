#include "nceplan/input/date_cell.hpp"

#include "support/catch.hpp"

using namespace nceplan;

namespace {

std::string day_of(std::string_view text, CellOrder order) {
  const OptionalDate date = date_of(parse_date_cell(text), order);
  return date ? to_iso(*date) : "-";
}

CellOrder order_of(std::initializer_list<const char*> cells, bool batch_tool_booleans = false,
                   std::optional<DateOrder> requested = std::nullopt) {
  DateColumnEvidence evidence;
  for (const char* cell : cells) evidence.add(parse_date_cell(cell), cell);
  return decide_order(evidence, batch_tool_booleans, requested);
}

}  // namespace

TEST_CASE("every way of writing a date is read") {
  struct Case {
    const char* text;
    CellOrder order;
    const char* expected;
  };
  const auto mdy = CellOrder::month_first;
  const auto dmy = CellOrder::day_first;
  const Case cases[] = {{"2024-02-29", mdy, "2024-02-29"},
                        {"2024-02-29T23:59:59Z", mdy, "2024-02-29"},
                        {"2024-02-29T23:59:59.1234567", mdy, "2024-02-29"},
                        {"2024-02-29 10:00", mdy, "2024-02-29"},
                        {"2024-02-29T23:30:00-01:00", mdy, "2024-03-01"},
                        {"2024-03-01T00:30:00+01:00", mdy, "2024-02-29"},
                        {"2024-03-01T00:30:00+0100", mdy, "2024-02-29"},
                        {"2024/02/29", mdy, "2024-02-29"},
                        {"9999-12-31T00:00:00Z", mdy, "9999-12-31"},
                        {"03/04/2024 00:00:00", mdy, "2024-03-04"},
                        {"03/04/2024 00:00:00", dmy, "2024-04-03"},
                        {"3/4/2024 1:05 PM", mdy, "2024-03-04"},
                        {"3/4/2024 12:00:00 AM", mdy, "2024-03-04"},
                        {"3.4.2024", dmy, "2024-04-03"},
                        {"03.04.2024 14:30:00", dmy, "2024-04-03"},
                        {"03.04.2024 14:30", dmy, "2024-04-03"},
                        {"03-04-2024", dmy, "2024-04-03"},
                        {"45292", mdy, "2024-01-01"},
                        {"45292.5", mdy, "2024-01-01"},
                        {"45292,75", mdy, "2024-01-01"},
                        {"40000", mdy, "2009-07-06"},
                        {"60000", mdy, "2064-04-08"}};
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(day_of(c.text, c.order) == c.expected);
  }
}

TEST_CASE("what is no date is refused whole") {
  for (const char* text : {"",
                           "soon",
                           "2024-02-30",
                           "2024-13-01",
                           "31/04/2024",
                           "2024-02",
                           "02/2024",
                           "1/2/24",
                           "39999",
                           "60001",
                           "2024-01-01T25:00",
                           "2024-01-01T10:61",
                           "03/04/2024 13:00 PM",
                           "03/04/2024 xx",
                           "2024-01-01 extra",
                           "20240101",
                           "1e5",
                           "-5",
                           "03/04/2024 00:00:99",
                           "2024-01-01T00:00:00+99:00",
                           "00/00/0000"}) {
    CAPTURE(text);
    CHECK(day_of(text, CellOrder::day_first) == "-");
    CHECK(day_of(text, CellOrder::month_first) == "-");
    CHECK(day_of(text, CellOrder::unknown) == "-");
  }
}

TEST_CASE("timestamps of the REST interface are read as those with a fraction are, which take another way") {
  constexpr std::array days = {"2023-12-04", "2024-02-29", "2023-02-29", "2024-13-01", "2024-00-10",
                               "0000-01-01", "0001-01-01", "9999-12-31", "2024-04-31"};
  constexpr std::array times = {"00:00:00", "23:59:59", "23:59:60", "24:00:00", "12:60:00", "00:00:61", "99:99:99"};
  for (const std::string day : days) {
    for (const std::string time : times) {
      const std::string start = day + 'T' + time;
      CAPTURE(start);
      const DateCell cell = parse_date_cell(start + 'Z');
      const DateCell with_fraction = parse_date_cell(start + ".0Z");
      CHECK(cell.shape == with_fraction.shape);
      CHECK(cell.date == with_fraction.date);
    }
  }
}

TEST_CASE("one telling cell decides the column") {
  CHECK(order_of({"03/04/2024", "03/13/2024"}) == CellOrder::month_first);
  CHECK(order_of({"03/04/2024", "13/03/2024"}) == CellOrder::day_first);
  CHECK(order_of({"03/04/2024", "05/06/2024"}) == CellOrder::refuse_ambiguous);
  CHECK(order_of({"05/05/2024"}) == CellOrder::month_first);
  CHECK(order_of({"03.04.2024"}) == CellOrder::day_first);
  CHECK(order_of({"2024-03-04"}) == CellOrder::day_first);
}

TEST_CASE("the batch tool's own form is month first without a telling cell") {
  CHECK(order_of({"03/04/2024 00:00:00"}, true) == CellOrder::month_first);
  CHECK(order_of({"03/04/2024 00:00:00"}, false) == CellOrder::refuse_ambiguous);
  CHECK(order_of({"03/04/2024 00:00:00", "3/4/2024 0:00"}, true) == CellOrder::refuse_ambiguous);
  CHECK(order_of({"03/04/2024 00:00:00", "25/03/2024 00:00:00"}, true) == CellOrder::day_first);
}

TEST_CASE("both orders in one column are refused, and a spreadsheet's half turn is told apart") {
  CHECK(order_of({"13/03/2024 00:00:00", "03/13/2024 00:00:00"}) == CellOrder::refuse_mixed);
  CHECK(order_of({"03.04.2024", "03/25/2024 00:00:00"}) == CellOrder::refuse_swapped);
  CHECK(order_of({"3/4/2024 0:00", "25/03/2024 00:00:00", "3/13/2024 0:00"}) == CellOrder::refuse_swapped);
  CHECK(day_of("03/25/2024", CellOrder::refuse_swapped) == "2024-03-25");
  CHECK(day_of("03.04.2024", CellOrder::refuse_swapped) == "-");
  CHECK(day_of("05.05.2024", CellOrder::refuse_swapped) == "2024-05-05");
}

TEST_CASE("the user's order wins") {
  CHECK(order_of({"03/13/2024"}, false, DateOrder::dmy) == CellOrder::day_first);
  CHECK(order_of({"03.04.2024", "03/25/2024"}, false, DateOrder::mdy) == CellOrder::month_first);
  CHECK(day_of("03/13/2024", CellOrder::day_first) == "-");
}

TEST_CASE("evidence does not depend on where a column is cut") {
  const char* cells[] = {"03/04/2024", "03/25/2024", "3.4.2024", "2024-01-01"};
  for (std::size_t cut = 0; cut <= 4; ++cut) {
    DateColumnEvidence first;
    DateColumnEvidence second;
    for (std::size_t i = 0; i < 4; ++i) (i < cut ? first : second).add(parse_date_cell(cells[i]), cells[i]);
    first.append(second);
    CHECK(decide_order(first, false, std::nullopt) == CellOrder::refuse_swapped);
    CHECK(first.month_first_cell() == "03/25/2024");
  }
}
