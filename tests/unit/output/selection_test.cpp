#include "support/catch.hpp"
#include "unit/output/sample_plan.hpp"

using namespace nceplan;
using namespace nceplan::testing;

namespace {

std::vector<RowIndex> rows_of(const SelectedRows& rows) {
  std::vector<RowIndex> list;
  rows.for_each([&](RowIndex row) { list.push_back(row); });
  return list;
}

std::vector<RowIndex> selected(const SamplePlan& sample, const Selection& selection) {
  const SelectedRows rows = select_rows(sample.plan(), selection);
  std::vector<RowIndex> list = rows_of(rows);
  REQUIRE(list.size() == rows.size());
  return list;
}

std::vector<RowIndex> sorted(const SamplePlan& sample, std::vector<SortKey> keys) {
  return selected(sample, {.sort = std::move(keys)});
}

using Rows = std::vector<RowIndex>;

}  // namespace

TEST_CASE("without a selection no list of rows is made") {
  const SamplePlan sample =
      plan_of({{.id = "1"}, {.id = "2", .kind = RowKind::nce}, {.id = "3"}, {.id = "4"}, {.id = "5"}});
  const SelectedRows rows = select_rows(sample.plan(), {});
  CHECK_FALSE(rows.rows().has_value());
  CHECK(rows.size() == 4);
  CHECK(rows_of(rows) == Rows{0, 2, 3, 4});
}

TEST_CASE("a filter matches the value as machine formats write it") {
  const SamplePlan sample = plan_of({{.id = "1", .customer = "Fabrikam AG"},
                                     {.id = "2", .customer = "fabrikam Süd", .seats = -1},
                                     {.id = "3", .customer = "Contoso", .term_end = "2024-02-29", .seats = 140},
                                     {.id = "4", .customer = "Contoso", .auto_renew = false}});
  const auto where = [&](Column column, std::string glob) {
    return selected(sample, {.where = {{column, std::move(glob)}}});
  };
  CHECK(where(Column::customer_name, "Fabrikam*") == Rows{0, 1});
  CHECK(where(Column::customer_name, "Fabrikam") == Rows{});
  CHECK(where(Column::migration_date, "2024-03-*") == Rows{2});
  CHECK(where(Column::migration_date, "") == Rows{3});
  CHECK(where(Column::migration_date, "*") == Rows{0, 1, 2, 3});
  CHECK(where(Column::seats, "1?0") == Rows{2});
  CHECK(where(Column::seats, "") == Rows{1});
  CHECK(where(Column::auto_renew, "false") == Rows{3});
  CHECK(where(Column::actions, "*preorder:2024-01-30*") == Rows{0, 1});
  CHECK(where(Column::phase, "DUE_SOON") == Rows{0, 1});
}

TEST_CASE("all filters must match") {
  const SamplePlan sample =
      plan_of({{.id = "1", .seats = 1}, {.id = "2", .seats = 2}, {.id = "3", .customer = "B", .seats = 2}});
  CHECK(selected(sample, {.where = {{Column::customer_name, "Contoso"}, {Column::seats, "2"}}}) == Rows{1});
}

TEST_CASE("due days count up to and including the day, and what is overdue") {
  // Due 2 days before the migration date, as of 2024-01-16.
  const SamplePlan sample = plan_of({{.id = "1", .term_end = "2024-01-23"},  // 6 days left
                                     {.id = "2", .term_end = "2024-01-24"},  // 7
                                     {.id = "3", .term_end = "2024-01-25"},  // 8
                                     {.id = "4", .auto_renew = false, .term = one_month},
                                     {.id = "5", .term_end = "2024-01-16"}});  // migrate_full_term, due today
  CHECK(selected(sample, {.due_days = 7}) == Rows{0, 1, 4});
  CHECK(selected(sample, {.due_days = 6}) == Rows{0, 4});
  CHECK(selected(sample, {.due_days = -1}) == Rows{});
}

TEST_CASE("sorting is stable and puts empty values last in either direction") {
  const SamplePlan sample = plan_of({{.id = "1", .seats = 3},
                                     {.id = "2", .seats = -1},
                                     {.id = "3", .seats = 1},
                                     {.id = "4", .seats = 3},
                                     {.id = "5", .seats = -1},
                                     {.id = "6", .seats = 0}});
  CHECK(sorted(sample, {{Column::seats}}) == Rows{5, 2, 0, 3, 1, 4});
  CHECK(sorted(sample, {{Column::seats, true}}) == Rows{0, 3, 2, 5, 1, 4});
}

TEST_CASE("dates and numbers sort by value") {
  const SamplePlan sample = plan_of({{.id = "1", .term_end = "2024-12-31", .seats = 9},
                                     {.id = "2", .auto_renew = false},
                                     {.id = "3", .term_end = "2024-02-01", .seats = 100},
                                     {.id = "4", .term_end = "2031-01-01", .seats = 10}});
  CHECK(sorted(sample, {{Column::migration_date}}) == Rows{2, 0, 3, 1});
  CHECK(sorted(sample, {{Column::migration_date, true}}) == Rows{3, 0, 2, 1});
  CHECK(sorted(sample, {{Column::seats}}) == Rows{1, 0, 3, 2});
  CHECK(sorted(sample, {{Column::source_line, true}}) == Rows{3, 2, 1, 0});
}

TEST_CASE("texts sort without case, then by their bytes") {
  const SamplePlan sample = plan_of({{.id = "1", .customer = "beta"},
                                     {.id = "2", .customer = "Alpha GmbH"},
                                     {.id = "3", .customer = "Zoo"},
                                     {.id = "4", .customer = "alpha"},
                                     {.id = "5", .customer = "Alpha"},
                                     {.id = "6", .customer = "Ärzte"},
                                     {.id = "7", .customer = ""},
                                     {.id = "8", .customer = "alphabet"},
                                     {.id = "9", .customer = "alpha"}});
  CHECK(sorted(sample, {{Column::customer_name}}) == Rows{4, 3, 8, 1, 7, 0, 2, 5, 6});
  CHECK(sorted(sample, {{Column::customer_name, true}}) == Rows{5, 2, 0, 7, 1, 3, 8, 4, 6});
}

TEST_CASE("codes sort by their text and terms by their length") {
  const SamplePlan sample = plan_of({{.id = "1", .term = three_years},
                                     {.id = "2", .auto_renew = false},
                                     {.id = "3", .term = one_month},
                                     {.id = "4", .term = Term{18}}});
  CHECK(sorted(sample, {{Column::phase}, {Column::source_line}}) == Rows{2, 1, 0, 3});
  CHECK(sorted(sample, {{Column::term}}) == Rows{2, 1, 3, 0});
  CHECK(sorted(sample, {{Column::auto_renew}}) == Rows{1, 0, 2, 3});
}

TEST_CASE("ids sort as GUIDs, then other ids, then made-up ones") {
  const SamplePlan sample = plan_of({{.id = ""},
                                     {.id = "zzz"},
                                     {.id = "ffffffff-0000-4000-8000-000000000001"},
                                     {.id = "11111111-0000-4000-8000-000000000002"},
                                     {.id = "Abc"},
                                     {.id = "11111111-0000-4000-8000-000000000001"},
                                     {.id = ""}});
  CHECK(sorted(sample, {{Column::subscription_id}}) == Rows{5, 3, 2, 4, 1, 0, 6});
  CHECK(sorted(sample, {{Column::subscription_id, true}}) == Rows{6, 0, 1, 4, 2, 3, 5});
}

TEST_CASE("later keys decide where earlier ones are equal, however many there are") {
  const SamplePlan sample = plan_of({{.id = "ffffffff-0000-4000-8000-000000000001", .customer = "B", .name = "x"},
                                     {.id = "eeeeeeee-0000-4000-8000-000000000001", .customer = "B", .name = "x"},
                                     {.id = "dddddddd-0000-4000-8000-000000000001", .customer = "A", .name = "y"},
                                     {.id = "cccccccc-0000-4000-8000-000000000001", .customer = "B", .name = "w"},
                                     {.id = "bbbbbbbb-0000-4000-8000-000000000001", .customer = "A", .name = ""}});
  CHECK(sorted(sample, {{Column::customer_name}, {Column::subscription_name}, {Column::subscription_id}}) ==
        Rows{2, 4, 3, 1, 0});
  CHECK(sorted(sample, {{Column::customer_name, true}, {Column::subscription_name, true}, {Column::subscription_id}}) ==
        Rows{1, 0, 3, 2, 4});
}

TEST_CASE("every column can be sorted by, and a column that is the same everywhere changes nothing") {
  const SamplePlan sample = plan_of(many_rows(200));
  const Rows all = rows_of(SelectedRows(sample.plan()));
  for (const Column column : all_columns()) {
    CAPTURE(to_code(column));
    Rows rows = sorted(sample, {{column}});
    std::sort(rows.begin(), rows.end());
    CHECK(rows == all);
  }
  CHECK(sorted(sample, {{Column::edition}}) == all);
  CHECK(sorted(sample, {{Column::waived_until, true}}) == all);
}

TEST_CASE("sorting agrees with comparing the written values", "[parallel]") {
  const std::vector<SampleRow> rows = many_rows(9'000);
  for (const unsigned jobs : {1U, 4U}) {
    const SamplePlan sample = plan_of(rows, jobs, 700);
    Rows expected = rows_of(SelectedRows(sample.plan()));
    std::stable_sort(expected.begin(), expected.end(), [&](RowIndex a, RowIndex b) {
      return std::make_pair(rows[a].term_end, rows[b].seats) < std::make_pair(rows[b].term_end, rows[a].seats);
    });
    const Rows found = selected(sample, {.sort = {{Column::term_end_date}, {Column::seats, true}}});
    CHECK((found == expected));
  }
}
