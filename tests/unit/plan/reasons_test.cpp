// The reasons of an entry say what the entry holds.
#include <algorithm>

#include "support/catch.hpp"
#include "support/planned.hpp"

using namespace nceplan;
using namespace nceplan::test;

namespace {

const Reason* find(const Reasons& reasons, Statement statement) {
  const auto found = std::find_if(reasons.begin(), reasons.end(),
                                  [statement](const Reason& reason) { return reason.statement == statement; });
  return found == reasons.end() ? nullptr : &*found;
}

Reasons reasons_of(const Planned& planned, std::string_view id) { return planned.plan().reasons(planned.row(id)); }

}  // namespace

TEST_CASE("a plain subscription is explained rule by rule", "[plan]") {
  const Planned planned({{.id = "s", .ends = "2023-11-19", .created = "2020-01-20"}});
  const Reasons reasons = reasons_of(planned, "s");
  CHECK(
      std::is_sorted(reasons.begin(), reasons.end(), [](const Reason& a, const Reason& b) { return a.rule < b.rule; }));
  std::vector<Statement> statements;
  for (const Reason& reason : reasons) statements.push_back(reason.statement);
  CHECK(statements ==
        std::vector<Statement>{Statement::row_is_legacy, Statement::segment_decided, Statement::category_decided,
                               Statement::term_given, Statement::renewal_after_term_end,
                               Statement::migrates_after_renewals, Statement::yields_term, Statement::window,
                               Statement::self_service_announced, Statement::first_month, Statement::self_migrate_from,
                               Statement::self_migrate_until, Statement::preorder_from, Statement::phase_decided,
                               Statement::action, Statement::action, Statement::action});

  const Reason& migration = *find(reasons, Statement::migrates_after_renewals);
  CHECK(iso(migration.dates[0]) == "2024-01-01");
  CHECK(iso(migration.dates[1]) == "2023-11-20");
  CHECK(iso(migration.dates[2]) == "2024-11-20");
  CHECK(migration.number == 1);
  CHECK(migration.term == one_year);
  const Reason& preorder = *find(reasons, Statement::preorder_from);
  CHECK(preorder.number == 60);
  CHECK(iso(preorder.dates[1]) == "2024-09-21");
}

TEST_CASE("a follower names its base, the member that is latest and the one that blocks", "[plan][R9]") {
  const Planned planned({{.id = "base", .ends = "2024-12-31"},
                         {.id = "late", .ends = "2024-12-31", .created = "2024-01-10", .base = "base"},
                         {.id = "stuck-base", .ends = "2024-12-31"},
                         {.id = "promo", .product = "Plan Promo", .ends = "2024-12-31", .base = "stuck-base"}});
  const Reasons late = reasons_of(planned, "late");
  CHECK(find(late, Statement::follows_base)->a == "base");
  CHECK(find(late, Statement::first_thirty_days) != nullptr);
  CHECK(find(late, Statement::migrates_at_renewal) == nullptr);
  CHECK(find(late, Statement::bundle_decides_self_from) == nullptr);
  CHECK(find(reasons_of(planned, "base"), Statement::bundle_decides_self_from)->a == "late");
  const Reasons stuck = reasons_of(planned, "stuck-base");
  CHECK(find(stuck, Statement::blocked)->a == "bundle");
  CHECK(find(stuck, Statement::bundle_blocked_by)->a == "promo");
  CHECK(find(stuck, Statement::bundle_blocked_by)->b == "promotion");
}

TEST_CASE("each special fate has its statement", "[plan]") {
  PlanOptions options;
  options.as_of = "2024-01-27";
  options.evidence.sources.resize(1);
  options.evidence.statements.push_back({});
  options.evidence.statements.back().subscription_id = "scheduled";
  options.evidence.statements.back().target_date = day("2024-05-01");
  const Planned planned({{.id = "old"},
                         {.id = "new", .kind = RowKind::nce, .migrated_from = "old"},
                         {.id = "scheduled"},
                         {.id = "endless", .ends = "9999-12-31"},
                         {.id = "off", .ends = "2024-03-31", .auto_renew = false},
                         {.id = "orphan", .base = "gone"},
                         {.id = "why", .ineligible_because = "trade status"},
                         {.id = "many", .product = "Office 365 Business", .seats = 301},
                         {.id = "theirs", .flags = {RowFlag::takeover}}},
                        options);
  CHECK(find(reasons_of(planned, "old"), Statement::migrated_already)->a == "new");
  CHECK(iso(find(reasons_of(planned, "scheduled"), Statement::partner_scheduled)->dates[0]) == "2024-05-01");
  CHECK(find(reasons_of(planned, "endless"), Statement::never_renews) != nullptr);
  CHECK(find(reasons_of(planned, "endless"), Statement::not_covered)->a == "no_renewal");
  CHECK(iso(find(reasons_of(planned, "off"), Statement::self_migrate_until_term_end)->dates[1]) == "2024-03-30");
  CHECK(find(reasons_of(planned, "orphan"), Statement::parent_not_in_export)->a == "gone");
  CHECK(find(reasons_of(planned, "orphan"), Statement::window_closing_today) != nullptr);
  CHECK(find(reasons_of(planned, "orphan"), Statement::still_legacy)->number == 7);
  CHECK(find(reasons_of(planned, "why"), Statement::ineligible)->number == 8);
  CHECK(find(reasons_of(planned, "why"), Statement::ineligible)->a == "trade status");
  CHECK(find(reasons_of(planned, "many"), Statement::seats_over_cap)->number == 301);
  CHECK(find(reasons_of(planned, "theirs"), Statement::takeover) != nullptr);
}
