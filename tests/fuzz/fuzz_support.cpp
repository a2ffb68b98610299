#include "fuzz/fuzz_support.hpp"

#include <cstdio>
#include <cstdlib>
#include <functional>

#include "nceplan/base/text.hpp"
#include "nceplan/input/edition_reader.hpp"
#include "nceplan/input/offer_reader.hpp"

namespace nceplan::fuzz {
namespace {

test::Reading read_once(const std::string& name, std::string_view content, const ReadOptions& options, bool& refused) {
  Diagnostics diagnostics;
  const std::optional<Portfolio> portfolio = portfolio_of(name, content, options, diagnostics);
  refused = !portfolio;
  return portfolio ? reading_of(*portfolio, diagnostics) : test::Reading{};
}

void check_entry(const PlanEntry& entry, Date as_of) {
  const MigrationDecision& migration = entry.migration;
  const bool covered = entry.coverage == Coverage::covered && entry.phase != Phase::already_nce;
  require(covered || !migration.date, "what is not covered has no migration date");
  require(migration.date.has_value() == entry.window.end.has_value(), "a migration opens a window");
  require(!migration.date || (migration.by != MigratedBy::none && migration.target_term.known()),
          "a migration yields a term");
  require(entry.self_migration.blocker == Blocker::none || !entry.self_migration.from, "what is blocked never opens");
  require((entry.phase == Phase::window_open) ==
              (migration.date && as_of >= *entry.window.start && as_of <= *entry.window.end),
          "the window is open from its start to its end");
  for (const Action& action : entry.actions) {
    require(action.code != ActionCode::none && action.due, "an action has a code and a due day");
  }
}

}  // namespace

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", what);
  std::abort();
}

void require_day(Date date) {
  require(parse_iso_date(to_iso(date)) == std::optional(date), "a date is a day of the calendar");
}

std::optional<Portfolio> portfolio_of(const std::string& name, std::string_view content, const ReadOptions& options,
                                      Diagnostics& diagnostics) {
  const InputFile file = memory_file(name, std::string(content));
  try {
    return read_portfolio({&file, 1}, options, diagnostics);
  } catch (const Failure&) {
    return std::nullopt;
  }
}

test::Reading reading_of(const Portfolio& portfolio, const Diagnostics& diagnostics) {
  test::Reading reading = test::reading_of(portfolio, diagnostics);
  require(is_valid_utf8(reading.rows), "texts are UTF-8");
  require(reading.read == portfolio.row_count() + reading.rejected, "rows read = accepted + rejected");
  require(reading.rejected == 0 || diagnostics.errors() > 0, "a rejected row is reported");
  return reading;
}

void check_reading(const std::string& name, std::string_view content) {
  bool refused = false;
  bool refused_in_blocks = false;
  const test::Reading whole = read_once(name, content, {}, refused);
  // Threads take longer to start than such files to read: every eighth input is enough of them.
  const unsigned jobs = std::hash<std::string_view>()(content) % 8 == 0 ? 2 : 1;
  const test::Reading in_blocks = read_once(name, content, {.jobs = jobs, .block_size = 64}, refused_in_blocks);
  require(refused == refused_in_blocks, "blocks do not decide whether a file is read");
  require(whole == in_blocks, "blocks and jobs do not change what is read");
}

Plan plan_of(const Portfolio& portfolio, Date as_of, std::size_t edition) {
  const std::vector<Edition>& editions = bundled_editions();
  return make_plan(portfolio,
                   {.as_of = as_of, .edition = &editions[edition % editions.size()], .catalog = &bundled_catalog()});
}

void check_plan(const Plan& plan) {
  const RowCounts& counts = plan.counts();
  require(counts.read == counts.planned + counts.already_nce + counts.other + counts.rejected + counts.merged,
          "the accounting adds up");
  for (RowIndex row = 0; row < plan.portfolio().row_count(); ++row) {
    if (!plan.is_planned(row)) continue;
    check_entry(plan.entry(row), plan.context().as_of);
    require(!plan.reasons(row).empty(), "every entry has reasons");
  }
}

}  // namespace nceplan::fuzz
