// What goes into a batch file, and why the rest does not.
#include "nceplan/plan/batch.hpp"

#include <fmt/format.h>

#include <map>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/planned.hpp"

using namespace nceplan;
using namespace nceplan::test;

namespace {

const std::string tenant = "c1c8bcc8-a55e-41c4-a32b-7a335a140c7d";

/// A subscription that can be migrated until 2024-02-28: it ends on 2024-02-29.
Row row(std::string id) {
  Row made{.id = std::move(id), .customer_id = tenant, .ends = "2024-02-29"};
  made.billing_plan = BillingPlan::annual;
  return made;
}

Row addon(std::string id, std::string base) {
  Row made = row(std::move(id));
  made.base = std::move(base);
  return made;
}

/// `row` with one thing changed.
template <typename Change>
Row with(Row made, Change change) {
  change(made);
  return made;
}

class Batched {
 public:
  explicit Batched(const std::vector<Row>& rows, const BatchRequest& request = {}, PlanOptions options = {})
      : planned_(rows, std::move(options)),
        batch_(make_batch(planned_.plan(), migration_units(planned_.plan(), [](RowIndex) { return true; }), request)) {}

  const Batch& batch() const { return batch_; }

  /// Ids file by file: `a b|c`.
  std::string files() const {
    std::string text;
    for (const BatchFile& file : batch_.files) {
      if (!text.empty()) text += '|';
      for (std::size_t i = 0; i < file.rows.size(); ++i) text += (i == 0 ? "" : " ") + id(file.rows[i].row);
    }
    return text;
  }
  /// `id reason`, joined by commas.
  std::string staying() const {
    std::string text;
    for (const StayingRow& row : batch_.staying) {
      text += fmt::format("{}{} {}", text.empty() ? "" : ", ", id(row.row), to_code(row.reason));
    }
    return text;
  }
  const BatchRow& operator[](std::string_view wanted) const {
    for (const BatchFile& file : batch_.files) {
      for (const BatchRow& row : file.rows) {
        if (id(row.row) == wanted) return row;
      }
    }
    throw std::out_of_range(std::string(wanted));
  }
  std::string problems() const {
    std::string text;
    for (const Diagnostic& diagnostic : batch_.diagnostics.kept()) {
      text += fmt::format("{} {}:{} ", to_code(diagnostic.code), diagnostic.where.file, diagnostic.where.line);
    }
    return text;
  }

 private:
  std::string id(RowIndex row) const {
    const Portfolio& portfolio = planned_.portfolio();
    return portfolio.subscription_id(portfolio.block_of(row), portfolio.row(row));
  }

  Planned planned_;
  Batch batch_;
};

BatchRequest on(std::string_view iso) { return {.timing = BatchTiming::on_day, .day = day(iso)}; }

std::string written(const BatchRow& row) {
  std::string text = fmt::format("{} {} {}", to_iso(row.term), to_code(row.billing_plan), row.seats);
  if (row.custom_end) text += " until " + to_iso(*row.custom_end);
  return text;
}

}  // namespace

TEST_CASE("what can be migrated is written like for like, the rest stays with its reason", "[batch]") {
  const Batched batched({row("open"), with(row("soon"), [](Row& r) { r.ends = "2024-01-25"; }),
                         with(row("trial"), [](Row& r) { r.flags = {RowFlag::trial}; }),
                         with(row("blocked"), [](Row& r) { r.ineligible_because = "promotion"; }),
                         with(row("moved"), [](Row& r) { r.flags = {RowFlag::migrated}; }),
                         with(row("foreign"), [](Row& r) { r.flags = {RowFlag::takeover}; }),
                         with(row("window"), [](Row& r) { r.ends = "2024-01-11"; }),
                         with(row("closed"), [](Row& r) { r.ends = "2024-01-05"; }),
                         with(row("young"), [](Row& r) { r.created = "2024-01-10"; })});
  CHECK(batched.files() == "soon open");
  CHECK(batched.staying() ==
        "trial trial, blocked ineligible, moved already_nce, foreign takeover, window window_open, closed "
        "window_closed, young too_early");
  CHECK(written(batched["open"]) == "P1Y annual 10");
  CHECK(batched.problems().empty());
}

TEST_CASE("every planned row is in a file or among those that stay", "[batch]") {
  const Batched batched({row("a"), addon("b", "a"), row("c"), with(addon("d", "c"), [](Row& r) { r.seats = -1; }),
                         with(row("e"), [](Row& r) { r.customer_id = "4711"; }), row("f"), row("f")});
  CHECK(batched.files() == "a b f");
  CHECK(batched.staying() == "c bundle_incomplete, d seats_missing, e customer_id_missing");
}

TEST_CASE("what the tool cannot do without keeps a row out", "[batch]") {
  const Batched batched({with(row(""), [](Row&) {}), with(row("seats"), [](Row& r) { r.seats = 0; }),
                         with(row("plan"), [](Row& r) { r.billing_plan = BillingPlan::unknown; }),
                         with(row("tenant"), [](Row& r) { r.customer_id.clear(); }), with(row("month"), [](Row& r) {
                           r.billing_plan = BillingPlan::unknown;
                           r.term = "P1M";
                         })});
  CHECK(batched.files() == "month");
  CHECK(written(batched["month"]) == "P1M monthly 10");  // a month leaves no choice
  CHECK(batched.staying() ==
        "a.csv:2 subscription_id_missing, seats seats_missing, plan billing_plan_missing, tenant customer_id_missing");
}

TEST_CASE("in the last 24 hours only a new full term is written", "[batch]") {
  const std::vector<Row> rows = {with(row("late"), [](Row& r) { r.ends = "2024-01-16"; })};
  CHECK(Batched(rows).staying() == "late full_term_only");
  CHECK(Batched(rows, {.new_term = true}).files() == "late");
}

TEST_CASE("a scheduled day lies between opening and due day", "[batch]") {
  const std::vector<Row> rows = {with(row("young"), [](Row& r) { r.created = "2024-01-10"; })};
  CHECK(Batched(rows, on("2024-02-09")).staying() == "young too_early");
  CHECK(Batched(rows, on("2024-02-10")).files() == "young");
  CHECK(Batched(rows, on("2024-02-28")).files() == "young");
  CHECK(Batched(rows, on("2024-02-29")).staying() == "young full_term_only");
  CHECK(Batched(rows, on("2024-03-01")).staying() == "young too_late");
  CHECK(to_iso(*Batched(rows, on("2024-02-10"))["young"].target) == "2024-02-10");
}

TEST_CASE("a schedule gives each base its day, its add-ons follow, and order is by day", "[batch]") {
  BatchRequest request{.timing = BatchTiming::on_day};
  request.days = Wishes<Date>{{"a", {day("2024-02-20"), {}}}, {"c", {day("2024-02-05"), {}}}};
  const Batched batched({row("a"), addon("b", "a"), row("c"), row("d")}, request);
  CHECK(batched.files() == "c a b");
  CHECK(to_iso(*batched["b"].target) == "2024-02-20");
  CHECK(batched.staying() == "d not_in_schedule");
  request.days->at("c").value = day("2024-01-15");
  CHECK(Batched({row("c")}, request).staying() == "c day_passed");
}

TEST_CASE("at renewal nothing is too late, and what opens behind it is too early", "[batch]") {
  const BatchRequest request{.timing = BatchTiming::on_renewal};
  CHECK(Batched({with(row("late"), [](Row& r) { r.ends = "2024-01-16"; })}, request).files() == "late");
  CHECK(Batched({with(row("young"),
                      [](Row& r) {
                        r.created = "2024-01-14";
                        r.ends = "2024-01-31";
                      })},
                request)
            .staying() == "young too_early");
}

TEST_CASE("an add-on without its base can be migrated at once, but not scheduled", "[batch]") {
  CHECK(Batched({addon("alone", "elsewhere")}).files() == "alone");
  CHECK(Batched({addon("alone", "elsewhere")}, on("2024-02-10")).staying() == "alone base_missing");
}

TEST_CASE("add-ons of add-ons name the nearest member that is written", "[batch]") {
  const Batched batched({row("a"), addon("b", "a"), addon("c", "b"),
                         with(addon("d", "a"), [](Row& r) { r.status = Status::suspended; }), addon("e", "d")});
  CHECK(batched.files() == "a b c e");
  CHECK(batched.staying() == "d suspended");
  CHECK(batched["b"].base == RowIndex{0});
  CHECK(batched["c"].base == RowIndex{1});
  CHECK(batched["e"].base == RowIndex{0});
}

TEST_CASE("an add-on whose auto-renew is off moves with its base", "[batch]") {
  const Batched batched({row("a"), with(addon("b", "a"), [](Row& r) { r.auto_renew = false; }),
                         with(row("c"), [](Row& r) { r.auto_renew = false; })});
  CHECK(batched.files() == "a b");
  CHECK(batched.staying() == "c auto_renew_off");
}

TEST_CASE("a file has at most 200 rows and 100 migrations, and no bundle is split", "[batch]") {
  std::vector<Row> rows;
  for (int i = 0; i < 150; ++i) rows.push_back(row(fmt::format("s{:03}", i)));
  for (int i = 0; i < 60; ++i) {
    rows.push_back(row(fmt::format("b{:03}", i)));
    for (int k = 0; k < 4; ++k) rows.push_back(addon(fmt::format("b{:03}-{}", i, k), fmt::format("b{:03}", i)));
  }
  const Batched batched(rows);
  std::size_t written_rows = 0;
  std::map<RowIndex, std::size_t> file_of;
  for (std::size_t i = 0; i < batched.batch().files.size(); ++i) {
    const BatchFile& file = batched.batch().files[i];
    CHECK(file.rows.size() <= rows_per_file);
    CHECK(file.migrations <= migrations_per_slot);
    written_rows += file.rows.size();
    for (const BatchRow& one : file.rows) file_of[one.row] = i;
    for (const BatchRow& one : file.rows) {
      if (one.base) CHECK(file_of.at(*one.base) == i);
    }
  }
  CHECK(written_rows == rows.size());
}

TEST_CASE("a bundle that no file holds stays", "[batch]") {
  std::vector<Row> rows = {row("a")};
  for (int i = 0; i < 200; ++i) rows.push_back(addon(fmt::format("x{}", i), "a"));
  const Batched batched(rows);
  CHECK(batched.batch().files.empty());
  CHECK(batched.batch().staying.size() == 201);
  CHECK(batched.batch().staying[0].reason.reason == BatchReason::bundle_too_large);
}

TEST_CASE("files are in order of urgency", "[batch]") {
  std::vector<Row> rows;
  for (int i = 0; i < 101; ++i) rows.push_back(row(fmt::format("later{}", i)));
  rows.push_back(with(row("first"), [](Row& r) { r.ends = "2024-01-20"; }));
  const Batched batched(rows);
  CHECK(batched.batch().files.size() == 2);
  CHECK(batched.files().substr(0, 5) == "first");
}

TEST_CASE("term and billing plan change together only where New Commerce has both", "[batch]") {
  CHECK(written(Batched({row("a")}, {.term = one_month})["a"]) == "P1M monthly 10");
  CHECK(written(Batched({row("a")}, {.term = three_years, .billing_plan = BillingPlan::triennial})["a"]) ==
        "P3Y triennial 10");
  CHECK(written(Batched({row("a")}, {.billing_plan = BillingPlan::monthly})["a"]) == "P1Y monthly 10");
  const Row monthly = with(row("m"), [](Row& r) {
    r.term = "P1M";
    r.billing_plan = BillingPlan::monthly;
  });
  const Batched refused({monthly}, {.billing_plan = BillingPlan::annual});
  CHECK(refused.staying() == "m combination_unsupported");
  CHECK(refused.problems() == "combination-unsupported a.csv:2 ");
}

TEST_CASE("a term that New Commerce does not have becomes what Microsoft makes of it", "[batch]") {
  PlanOptions options;
  options.matrix = OfferMatrix({{.offer_name = "Office 365 A3 (6 year)", .migration_enabled = true}});
  const Batched batched({with(row("six"),
                              [](Row& r) {
                                r.product = "Office 365 A3 (6 year)";
                                r.term = "P6Y";
                              })},
                        {}, std::move(options));
  CHECK(written(batched["six"]) == "P1Y annual 10");
}

TEST_CASE("end dates are aligned within the first term", "[batch]") {
  CHECK(written(Batched({row("a")}, {.alignment = EndAlignment::month_end})["a"]) == "P1Y annual 10 until 2024-02-29");
  CHECK(written(Batched({row("a")}, {.new_term = true, .alignment = EndAlignment::month_end})["a"]) ==
        "P1Y annual 10 until 2024-12-31");
  CHECK(written(Batched({row("a")}, {.timing = BatchTiming::on_renewal, .alignment = EndAlignment::month_end})["a"]) ==
        "P1Y annual 10 until 2025-02-28");
  const Row nce = {.id = "nce", .customer_id = tenant, .kind = RowKind::nce, .ends = "2024-10-01"};
  const BatchRequest customer{.new_term = true, .alignment = EndAlignment::customer};
  CHECK(written(Batched({row("a"), nce}, customer)["a"]) == "P1Y annual 10 until 2024-10-01");
  const Batched alone({row("a")}, customer);
  CHECK(alone.staying() == "a end_date_unsupported");
  CHECK(alone.problems() == "end-date-unsupported a.csv:2 ");
}

TEST_CASE("an end date of one's own is a month end, or one that the customer has", "[batch]") {
  const Row nce = {.id = "nce", .customer_id = tenant, .kind = RowKind::nce, .ends = "2024-10-01"};
  const auto until = [](std::string_view iso) {
    return BatchRequest{.new_term = true, .alignment = EndAlignment::day, .aligned_end = day(iso)};
  };
  CHECK(Batched({row("a"), nce}, until("2024-10-01")).files() == "a");
  CHECK(Batched({row("a"), nce}, until("2024-10-31")).files() == "a");
  CHECK(Batched({row("a"), nce}, until("2024-10-02")).staying() == "a end_date_unsupported");
  CHECK(Batched({row("a")}, until("2024-10-02")).files() == "a");  // only Microsoft can tell
  CHECK(Batched({row("a")}, until("2025-01-16")).staying() == "a end_date_unsupported");
}

TEST_CASE("seats change, but not over the cap of a Business offer, and ids must exist", "[batch][R10]") {
  const Row business = with(row("b"), [](Row& r) { r.product = "Microsoft 365 Business Basic"; });
  const auto seats = [](std::string id, std::int32_t count) {
    BatchRequest request;
    request.seats[std::move(id)] = {count, {.file = "seats.csv", .line = 2}};
    return request;
  };
  CHECK(written(Batched({row("a")}, seats("a", 25))["a"]) == "P1Y annual 25");
  CHECK(written(Batched({business}, seats("b", 300))["b"]) == "P1Y annual 300");
  const Batched over({business, with(business, [](Row& r) { r.id = "c"; })}, seats("b", 291));
  CHECK(over.files() == "c");
  CHECK(over.staying() == "b seat_cap");
  CHECK(over.problems() == "seats-over-cap seats.csv:2 ");
  CHECK(Batched({row("a")}, seats("nobody", 5)).problems() == "reference-unused seats.csv:2 ");
  CHECK(written(Batched({with(row("a"), [](Row& r) { r.seats = -1; })}, seats("a", 5))["a"]) == "P1Y annual 5");
}
