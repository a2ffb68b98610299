#include "nceplan/plan/edition_diff.hpp"

#include "support/catch.hpp"
#include "support/planned.hpp"

using namespace nceplan;
using namespace nceplan::test;

namespace {

std::vector<std::string> moves(const Planned& planned, const Edition& other) {
  std::vector<std::string> lines;
  for (const EditionMove& move : moves_between_editions(planned.plan(), other)) {
    lines.push_back(planned.portfolio().to_string(planned.portfolio().row(move.row).id) + ' ' + iso(move.date.from) +
                    " -> " + iso(move.date.to));
  }
  CHECK(count_moves_between_editions(planned.plan(), other) == lines.size());
  return lines;
}

std::vector<Row> mixed_rows() {
  return {{.id = "early", .ends = "2024-01-09"},
          {.id = "late", .ends = "2024-01-10"},
          {.id = "school", .product = "Office 365 A3 for faculty", .ends = "2024-05-31"},
          {.id = "addon", .ends = "2024-12-31", .base = "school"},
          {.id = "autumn", .product = "Office 365 A3 for faculty", .ends = "2024-09-30"},
          {.id = "off", .product = "Office 365 A3 for faculty", .ends = "2024-05-31", .auto_renew = false},
          {.id = "moved", .ends = "2024-01-09", .flags = {RowFlag::migrated}},
          {.id = "nce", .kind = RowKind::nce, .ends = "2024-01-09"},
          {.id = "scheduled", .ends = "2024-01-09", .flags = {RowFlag::partner_scheduled}}};
}

}  // namespace

TEST_CASE("exactly the subscriptions whose migration date moves are named", "[plan][R13]") {
  const Planned planned(mixed_rows());
  CHECK(moves(planned, edition_2024_05()) == std::vector<std::string>{"early 2024-01-10 -> 2025-01-10",
                                                                      "school 2024-06-01 -> 2025-06-01",
                                                                      "addon 2024-06-01 -> 2025-06-01"});
  CHECK(moves(planned, edition_2023_09()) ==
        std::vector<std::string>{"school 2024-06-01 -> ", "addon 2024-06-01 -> ", "autumn 2024-10-01 -> "});
  CHECK(moves(planned, edition_2023_07()).empty());
}

TEST_CASE("a move is what two plans would differ by", "[plan][R13]") {
  const std::vector<Edition> editions = {edition_2023_07(), edition_2023_09(), edition_2023_10(), edition_2024_01(),
                                         edition_2024_05()};
  for (const Edition& one : editions) {
    for (const Edition& other : editions) {
      PlanOptions options;
      options.edition = one;
      const Planned planned(mixed_rows(), options);
      options.edition = other;
      const Planned elsewhere(mixed_rows(), options);
      std::vector<EditionMove> expected;
      for (RowIndex row = 0; row < planned.portfolio().row_count(); ++row) {
        if (!planned.plan().is_planned(row)) continue;
        const OptionalDate from = planned.plan().entry(row).migration.date;
        const OptionalDate to = elsewhere.plan().entry(row).migration.date;
        if (from != to) expected.push_back({.row = row, .date = {.from = from, .to = to}});
      }
      CAPTURE(one.id, other.id);
      CHECK(moves_between_editions(planned.plan(), other) == expected);
    }
  }
}
