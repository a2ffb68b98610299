// The default output, as a terminal of 80 columns and a pipe show it.
#include <algorithm>

#include "nceplan/base/text.hpp"
#include "support/catch.hpp"
#include "unit/output/sample_plan.hpp"

using namespace nceplan;
using namespace nceplan::testing;

namespace {

std::string guid(int number) { return "11111111-aaaa-4aaa-8aaa-00000000000" + std::to_string(number); }

/// Two customers: a base with its add-on inside the window, something to do, something that waits, something lost.
std::vector<SampleRow> two_customers() {
  const SampleRow bakery{.customer = "Bäckerei Müller GmbH", .customer_id = "K-1"};
  const SampleRow fabrikam{.customer = "Fabrikam AG", .customer_id = "K-2"};
  std::vector<SampleRow> rows;
  const auto add = [&](SampleRow row, int number, const char* product, const char* term_end, int seats) {
    row.id = guid(number);
    row.product = product;
    row.term_end = term_end;
    row.seats = seats;
    rows.push_back(row);
  };
  add(fabrikam, 1, "Office 365 A3 (6 year)", "2025-05-31", 300);
  add(fabrikam, 2, "Office 365 E3", "2024-01-19", 140);
  add(fabrikam, 3, "Visio Plan 2", "9999-12-31", -1);
  add(bakery, 4, "Exchange Online Archiving", "2024-03-01", 5);
  rows.back().base_id = guid(5);
  add(bakery, 5, "Microsoft 365 Business Standard", "2024-01-10", 12);
  return rows;
}

bool fits(const std::string& text, std::size_t columns) {
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    if (display_width(rest.substr(0, end)) > columns) return false;
    rest.remove_prefix(std::min(rest.size(), end + 1));
  }
  return true;
}

}  // namespace

TEST_CASE("Piped, each subscription has one line, most urgent customer first, a base before its add-ons") {
  const SamplePlan sample = plan_of(two_customers());
  CHECK(sample.report({.width = 0}) ==
        "nceplan 1.0.0   edition 2023-07 (announced 2023-07-11)   as of 2024-01-16\n"
        "kunden.csv: 5 rows = 5 legacy\n"
        "\n"
        "  CUSTOMER / PRODUCT             SEATS  MIGRATES    ADJUST UNTIL  DO NEXT\n"
        "Bäckerei Müller GmbH\n"
        "! Microsoft 365 Business Standard   12  2024-01-11  2024-01-17    adjust term or seats, 1 day left\n"
        "  + Exchange Online Archiving        5  2024-01-11  2024-01-17    follows its base\n"
        "Fabrikam AG\n"
        "! Office 365 E3                    140  2024-01-20  2024-01-26    migrate yourself by 2024-01-18\n"
        "? Office 365 A3 (6 year)           300  2025-06-01  2025-06-07    wait for the offer matrix, check by "
        "2024-02-01\n"
        "- Visio Plan 2                                                    not covered: never renews\n"
        "\n"
        "! urgent   ? waits or needs a decision   - not covered   + add-on\n"
        "3 urgent, 1 more due in 30 days, 0 later, 1 with nothing to do.\n"
        "2 still legacy more than three days after migration: is the export old?\n");
}

TEST_CASE("In 80 columns names and next steps wrap, in German too") {
  const SamplePlan sample = plan_of(two_customers());
  const std::string table = sample.report({.language = Language::de, .width = 80});
  CHECK(table ==
        "nceplan 1.0.0   Ausgabe 2023-07 (angekündigt 11.07.2023)   Stichtag 16.01.2024\n"
        "kunden.csv: 5 Zeilen = 5 Altabonnements\n"
        "\n"
        "  KUNDE / PRODUKT     LIZENZEN  MIGRATION   ANPASSEN BIS  ALS NÄCHSTES\n"
        "Bäckerei Müller GmbH\n"
        "! Microsoft 365             12  11.01.2024  17.01.2024    Laufzeit oder Lizenzen\n"
        "    Business Standard                                     anpassen, noch 1 Tag\n"
        "  + Exchange Online          5  11.01.2024  17.01.2024    folgt der Basis\n"
        "      Archiving\n"
        "Fabrikam AG\n"
        "! Office 365 E3            140  20.01.2024  26.01.2024    bis 18.01.2024 selbst\n"
        "                                                          migrieren\n"
        "? Office 365 A3 (6 year)   300  01.06.2025  07.06.2025    Angebotsmatrix\n"
        "                                                          abwarten, bis\n"
        "                                                          01.02.2024 prüfen\n"
        "- Visio Plan 2                                            nicht erfasst:\n"
        "                                                          verlängert sich nie\n"
        "\n"
        "! dringend   ? wartet oder Entscheidung nötig   - nicht erfasst   + Add-on\n"
        "3 dringend, 1 weitere in 30 Tagen fällig, 0 später, 1 ohne Handlungsbedarf.\n"
        "2 mehr als drei Tage nach der Migration noch Altabonnement: ist der Export alt?\n");
  CHECK(fits(table, 80));
  CHECK(fits(sample.report({.width = 80}), 80));
}

TEST_CASE("An add-on that is blocked itself says so instead of following its base") {
  std::vector<SampleRow> rows = two_customers();
  rows[4].term_end = "2024-05-31";
  rows[3].product = "Audio Conferencing Promo";
  rows.push_back(rows[3]);
  rows.back().id = guid(6);
  rows.back().product = "Phone System";
  const std::string table = plan_of(rows).report({.width = 0});
  CHECK(table.find("12  2024-06-01  2024-06-07    clear the blocked member of the bundle by 2024-05-30\n") !=
        table.npos);
  CHECK(table.find("2024-06-07    clear the promotion by 2024-05-30\n") != table.npos);
  CHECK(table.find("  + Phone System                     5  2024-06-01  2024-06-07    follows its base\n") !=
        table.npos);
}

TEST_CASE("The totals add up to the rows shown, and a selection says how many these are") {
  const SamplePlan sample = plan_of(two_customers());
  const std::string table = sample.report({.width = 0}, {.where = {{Column::product_name, "Office*"}}});
  CHECK(table.find("Shown: 2 of 5 subscriptions.\n") != table.npos);
  CHECK(table.find("1 urgent, 1 more due in 30 days, 0 later.\n") != table.npos);
  const std::string none = sample.report({.width = 0}, {.where = {{Column::product_name, "x"}}});
  CHECK(none.find("No subscription matches.\n") != none.npos);
  CHECK(none.find("DO NEXT") == none.npos);
  const std::string empty = plan_of({}).report({.width = 0});
  CHECK(empty.find("kunden.csv: 0 rows = 0 legacy\n") != empty.npos);
  CHECK(empty.find("No legacy subscription to plan.\n") != empty.npos);
}

TEST_CASE("The table does not depend on the order of the rows, unless they are sorted") {
  std::vector<SampleRow> rows = two_customers();
  const std::string expected = plan_of(rows).report({.width = 0});
  std::sort(rows.begin(), rows.end(), [](const SampleRow& a, const SampleRow& b) { return a.product < b.product; });
  do {
    CHECK(plan_of(rows).report({.width = 0}) == expected);
  } while (std::next_permutation(rows.begin(), rows.begin() + 4,
                                 [](const SampleRow& a, const SampleRow& b) { return a.product < b.product; }));
  const std::string sorted =
      plan_of(two_customers()).report({.keep_order = true, .width = 0}, {.sort = {{Column::seats, true}}});
  CHECK(sorted.find("Office 365 A3 (6 year)") < sorted.find("Office 365 E3"));
  CHECK(sorted.find("Fabrikam AG") < sorted.find("Bäckerei"));
}

TEST_CASE("Months are groups in calendar order, those without a date come last") {
  const std::string table = plan_of(two_customers()).report({.group_by = GroupBy::month, .width = 0});
  const std::size_t january = table.find("\nJanuary 2024 (3 subscriptions)\nBäckerei");
  const std::size_t june = table.find("\nJune 2025 (1 subscription)\nFabrikam AG\n? Office 365 A3");
  const std::size_t none = table.find("\nNo migration date (1 subscription)\nFabrikam AG\n- Visio");
  CHECK(january < june);
  CHECK(june < none);
  CHECK(none != table.npos);
}

TEST_CASE("Names cannot command the terminal, and colour only repeats the marks") {
  std::vector<SampleRow> rows = two_customers();
  rows[0].product = "Evil\x1b[31m\nName";
  rows[0].customer = rows[1].customer = rows[2].customer = "A\tB";
  const SamplePlan sample = plan_of(rows);
  const std::string plain = sample.report({.width = 80});
  CHECK(plain.find('\x1b') == plain.npos);
  CHECK(plain.find("A\\tB\n") != plain.npos);
  std::string colored = sample.report({.width = 80, .color = true});
  CHECK(colored.find("\x1b[1;31m!") != colored.npos);
  for (auto at = colored.find('\x1b'); at != colored.npos; at = colored.find('\x1b')) {
    colored.erase(at, colored.find('m', at) - at + 1);
  }
  CHECK(colored == plain);
}

TEST_CASE("Below the totals stand the newer edition and the hint") {
  const SamplePlan sample = plan_of(two_customers());
  ReportOptions options{.width = 0, .hint = "Next: explain", .newer_edition = "2024-05", .moved_by_newer_edition = 2};
  const std::string command = "nceplan rules diff 2023-07 2024-05 kunden.csv\n";
  std::string table = sample.report(options);
  CHECK(table.find("A newer edition (2024-05) moves 2 of these dates: " + command + "Next: explain\n") != table.npos);
  options.width = 80;
  table = sample.report(options);
  CHECK(table.find("A newer edition (2024-05) moves 2 of these dates:\n  " + command) != table.npos);
}

TEST_CASE("With several sources each has its line, and the accounting is that of all") {
  SamplePlan sample = plan_of(two_customers());
  sample.portfolio().sources = {{.path = "a.csv", .rows = 4, .rejected = 1}, {.path = "b.csv", .rows = 1}};
  const std::string table = sample.report({.width = 0});
  CHECK(table.find("a.csv: 4 rows, 1 rejected\nb.csv: 1 row\n2 files: 5 rows = 5 legacy\n") != table.npos);
}
